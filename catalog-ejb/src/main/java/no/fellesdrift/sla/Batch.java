package no.fellesdrift.sla;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measurements that come together, with the number of each row in what was handed in, and the rows that could not be
 * read at all.
 */
public record Batch<T>(List<Numbered<T>> rows, List<RejectedRow> unreadable) {

    /** @param row from 1: of an array, or of the lines of a file without its header */
    public record Numbered<T>(int row, T draft) {}

    public Batch {
        rows = List.copyOf(rows);
        unreadable = List.copyOf(unreadable);
    }

    /** All readable, numbered from 1. */
    public static <T> Batch<T> of(List<T> drafts) {
        return new Batch<>(
                IntStream.range(0, drafts.size())
                        .mapToObj(i -> new Numbered<>(i + 1, drafts.get(i)))
                        .toList(),
                new ArrayList<>());
    }
}
