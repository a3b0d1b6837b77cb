package no.fellesdrift.sla;

import java.util.Arrays;
import java.util.List;

/**
 * A measurement that cannot be taken.
 *
 * @param row as in {@link Batch.Numbered}
 * @param path the field
 * @param key of the sentence that says why, with its arguments
 */
public record RejectedRow(int row, String path, String key, List<String> arguments) {

    public static RejectedRow of(int row, String path, String key, Object... arguments) {
        return new RejectedRow(
                row, path, key, Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
