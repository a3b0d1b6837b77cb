package no.fellesdrift.kernel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The order that a reader asks of a list, in SQL. */
public final class Sorting {

    private Sorting() {}

    /**
     * What stands between {@code order by} and the list's own order. What is absent stands last, whichever way the list
     * is sorted.
     *
     * @param fields as in a {@link PageRequest}
     * @param columns of the fields that the list can be sorted by
     * @return empty for the list's own order, otherwise with a comma at the end
     * @throws Rejection {@code unknown}, with the field
     */
    public static String sql(List<String> fields, Map<String, String> columns, Rejection.Reason unknown) {
        return fields.stream()
                .map(field -> {
                    boolean down = field.startsWith("-");
                    String column = columns.get(down ? field.substring(1) : field);
                    if (column == null) {
                        throw new Rejection(unknown, field);
                    }
                    return column + " is null, " + column + (down ? " desc, " : ", ");
                })
                .collect(Collectors.joining());
    }
}
