package no.fellesdrift.exchange;

import java.util.List;

/**
 * One thing that is wrong with what was handed in.
 *
 * @param file the file's name in the data set; empty when it concerns the whole set
 * @param line the line in the file, from 1; 0 when the fault concerns the whole file
 * @param column the column's name, in JSON the path to the field; empty when the whole row is meant
 * @param arguments for the placeholders of the sentence, in order
 */
public record Fault(String file, long line, String column, FaultKind kind, List<String> arguments) {

    public String key() {
        return kind.key();
    }

    /** {@code file:line:column}, without what is not known. */
    public String path() {
        return file + (line == 0 ? "" : ":" + line) + (column.isEmpty() ? "" : ":" + column);
    }

    @Override
    public String toString() {
        return path() + " " + kind + " " + arguments;
    }
}
