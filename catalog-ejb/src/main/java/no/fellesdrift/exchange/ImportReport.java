package no.fellesdrift.exchange;

import java.util.List;

/**
 * What an import found.
 *
 * @param files how many rows each file has, in the order of the format; those that are there
 * @param faults the first faults, by file and line; empty when the set is sound
 * @param moreFaults how many there are beyond those
 * @param stored whether it has been stored
 */
public record ImportReport(
        String fingerprint, List<FileCount> files, List<Fault> faults, int moreFaults, boolean stored) {

    /** How many rows a file has, and how many of them stood in the database already and stay as they are there. */
    public record FileCount(String file, int rows, int kept) {}

    public boolean isSound() {
        return faults.isEmpty();
    }

    public int rows(String file) {
        return files.stream()
                .filter(one -> one.file().equals(file))
                .mapToInt(FileCount::rows)
                .findFirst()
                .orElse(0);
    }

    public int totalRows() {
        return files.stream().mapToInt(FileCount::rows).sum();
    }
}
