package no.fellesdrift.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A row of a file with its values by column; where a field was empty or wrong the value is absent. */
final class Row {

    private final FileDescription description;
    private final long line;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String prefix;
    private final JsonTree tree;
    private boolean sound = true;

    Row(FileDescription description, long line) {
        this(description, line, "", null);
    }

    /** A row of a JSON file: {@code prefix} is the path to its object. */
    Row(FileDescription description, long line, String prefix, JsonTree tree) {
        this.description = description;
        this.line = line;
        this.prefix = prefix;
        this.tree = tree;
    }

    FileDescription description() {
        return description;
    }

    String file() {
        return description.name();
    }

    long line() {
        return line;
    }

    long line(String column) {
        return tree == null ? line : tree.line(path(column), line);
    }

    String path(String column) {
        return prefix.isEmpty() ? column : prefix + "." + column;
    }

    JsonTree tree() {
        return tree;
    }

    boolean sound() {
        return sound;
    }

    void unsound() {
        sound = false;
    }

    void put(String column, Object value) {
        values.put(column, value);
    }

    Object get(String column) {
        return values.get(column);
    }

    boolean has(String column) {
        return values.get(column) != null;
    }

    String text(String column) {
        return (String) values.get(column);
    }

    LocalDate date(String column) {
        return (LocalDate) values.get(column);
    }

    Instant instant(String column) {
        return (Instant) values.get(column);
    }

    BigDecimal number(String column) {
        return (BigDecimal) values.get(column);
    }

    Integer integer(String column) {
        return (Integer) values.get(column);
    }

    boolean yes(String column) {
        return Boolean.TRUE.equals(values.get(column));
    }

    /** The values of the columns as one text, to compare rows by. */
    String together(List<String> columns) {
        return together(columns.stream().map(values::get).toList());
    }

    static String together(Collection<?> values) {
        return values.stream()
                .map(value -> value instanceof BigDecimal number
                        ? number.stripTrailingZeros().toPlainString()
                        : value == null ? "" : value.toString())
                .collect(Collectors.joining(" / "));
    }

    /** What is stored of the row, by database column. */
    Map<String, Object> stored() {
        Map<String, Object> stored = new LinkedHashMap<>();
        for (Column column : description.columns()) {
            if (column.stored() != null) {
                stored.put(column.stored(), get(column.name()));
            }
        }
        description.extras().forEach((column, value) -> stored.put(column, value.apply(this)));
        return stored;
    }

    /** The latest instant that the row names: when it can have been known at the earliest. */
    Instant latestInstant() {
        return values.values().stream()
                .filter(Instant.class::isInstance)
                .map(Instant.class::cast)
                .max(Instant::compareTo)
                .orElseThrow(() -> new IllegalStateException("No instant in " + file() + ":" + line));
    }
}
