package no.fellesdrift.exchange;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What one file of a data set looks like and where its rows go. Declared once in {@link DataSet}; the readers, checks
 * and the storing know nothing of the single files.
 */
final class FileDescription {

    private final String name;
    private final String table;
    private final List<Column> columns;
    private List<String> key = List.of();
    private boolean sequence = true;
    private boolean keepsExisting;
    private String selfReference;
    private final Map<String, Function<Row, Object>> extras = new LinkedHashMap<>();
    private final Map<String, String> provides = new LinkedHashMap<>();
    private final List<BiConsumer<Row, Faults>> rowChecks = new ArrayList<>();
    private final List<BiConsumer<List<Row>, Faults>> fileChecks = new ArrayList<>();
    private Storing storing;
    private String rowsMember = "";
    private String nested = "";

    /** Stores rows in another way than one row in one table. */
    @FunctionalInterface
    interface Storing {
        void store(List<Row> rows, Store store) throws SQLException;
    }

    FileDescription(String name, String table, List<Column> columns) {
        this.name = name;
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    static FileDescription csv(String name, String table, Column... columns) {
        return new FileDescription(name + ".csv", table, List.of(columns));
    }

    /** A JSON file: an object whose {@code rowsMember} is the array of its rows. */
    static FileDescription json(String name, String rowsMember, String table, Column... columns) {
        FileDescription file = new FileDescription(name + ".json", table, List.of(columns));
        file.rowsMember = rowsMember;
        return file;
    }

    /** No two rows of the data set, nor of the database, may have the same values in these database columns. */
    FileDescription key(String... databaseColumns) {
        key = List.of(databaseColumns);
        return this;
    }

    /** The table's ids are AUTO_INCREMENT instead of from a sequence. */
    FileDescription withoutSequence() {
        sequence = false;
        return this;
    }

    /** A row whose key stands in the database already is left as it is there, instead of being refused. */
    FileDescription keepsExisting() {
        keepsExisting = true;
        return this;
    }

    /** The column refers to the {@code code} of rows of this same file: those come first, and a circle is refused. */
    FileDescription noCircle(String column) {
        selfReference = column;
        return fileCheck(Checks.noCircle("code", column));
    }

    FileDescription also(String databaseColumn, Function<Row, Object> value) {
        extras.put(databaseColumn, value);
        return this;
    }

    /** The column's values are what other files may refer to as {@code table.column}. */
    FileDescription provides(String tableAndColumn, String column) {
        provides.put(tableAndColumn, column);
        return this;
    }

    FileDescription rowCheck(BiConsumer<Row, Faults> check) {
        rowChecks.add(check);
        return this;
    }

    FileDescription fileCheck(BiConsumer<List<Row>, Faults> check) {
        fileChecks.add(check);
        return this;
    }

    /** The member of a JSON row that is no column but has parts of its own. */
    FileDescription nested(String member) {
        nested = member;
        return this;
    }

    FileDescription storedBy(Storing own) {
        storing = own;
        return this;
    }

    String name() {
        return name;
    }

    /** The member of a JSON file that holds its rows. */
    String rowsMember() {
        return rowsMember;
    }

    String nested() {
        return nested;
    }

    boolean isJson() {
        return name.endsWith(".json");
    }

    String table() {
        return table;
    }

    List<Column> columns() {
        return columns;
    }

    Column column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + columnName));
    }

    List<String> key() {
        return key;
    }

    boolean isKeepingExisting() {
        return keepsExisting;
    }

    String selfReference() {
        return selfReference;
    }

    Map<String, Function<Row, Object>> extras() {
        return extras;
    }

    List<BiConsumer<Row, Faults>> rowChecks() {
        return rowChecks;
    }

    List<BiConsumer<List<Row>, Faults>> fileChecks() {
        return fileChecks;
    }

    void store(List<Row> rows, Store store) throws SQLException {
        if (storing == null) {
            store.insert(table, sequence, rows.stream().map(Row::stored).toList());
        } else {
            storing.store(rows, store);
        }
    }

    /** The column of the file that a fault in the key is shown at. */
    String keyColumn() {
        return columns.stream()
                .filter(column -> column.stored() != null && key.contains(column.stored()))
                .map(Column::name)
                .findFirst()
                .orElse("");
    }

    /** The column of this file that holds values of {@code table.column}; absent when none does. */
    String columnProviding(String tableAndColumn) {
        String declared = provides.get(tableAndColumn);
        if (declared != null) {
            return declared;
        }
        return columns.stream()
                .filter(column -> column.stored() != null
                        && column.refersTo() == null
                        && tableAndColumn.equals(table + "." + column.stored()))
                .map(Column::name)
                .findFirst()
                .orElse(null);
    }
}
