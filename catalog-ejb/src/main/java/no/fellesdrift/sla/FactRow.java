package no.fellesdrift.sla;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A fact on its way into its table.
 *
 * @param key the values of the table's keys
 * @param content the values of its content, null allowed; instants are epoch milliseconds, yes/no is 1 or 0
 */
record FactRow(List<Object> key, List<Object> content) {

    static FactRow of(List<Object> key, Object... content) {
        return new FactRow(key, Collections.unmodifiableList(Arrays.asList(content)));
    }
}
