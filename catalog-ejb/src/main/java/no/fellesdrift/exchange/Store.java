package no.fellesdrift.exchange;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.fellesdrift.kernel.Rows;

/** Writes many rows at once by plain JDBC, in the transaction of its connection. */
final class Store {

    /** The increment of every sequence: one value stands for this many ids. */
    private static final int BLOCK = 100;

    private static final int BATCH = 1000;

    private final Connection connection;

    Store(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /**
     * Inserts the rows, all with the same columns. Table and column names come from our own descriptions, never from
     * what was handed in.
     *
     * @param sequence whether ids come from {@code <table>_seq}
     * @return the ids that were given, in the order of the rows; empty without a sequence
     */
    List<Long> insert(String table, boolean sequence, List<Map<String, Object>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> columns = new ArrayList<>(rows.get(0).keySet());
        List<Long> ids = sequence ? ids(table + "_seq", rows.size()) : List.of();
        String sql =
                "INSERT INTO " + table + " (" + (sequence ? "id, " : "") + String.join(", ", columns) + ") VALUES ("
                        + (sequence ? "?, " : "") + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        try (PreparedStatement insert = Rows.inserting(connection, sql)) {
            for (int i = 0; i < rows.size(); i++) {
                int parameter = 1;
                if (sequence) {
                    insert.setLong(parameter++, ids.get(i));
                }
                for (String column : columns) {
                    insert.setObject(parameter++, forDatabase(rows.get(i).get(column)));
                }
                insert.addBatch();
                if ((i + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return ids;
    }

    private static Object forDatabase(Object value) {
        return value instanceof Instant instant ? (Object) instant.toEpochMilli() : value;
    }

    private List<Long> ids(String sequence, int count) throws SQLException {
        List<Long> ids = new ArrayList<>(count);
        try (PreparedStatement next = connection.prepareStatement("SELECT NEXTVAL(" + sequence + ")")) {
            while (ids.size() < count) {
                try (ResultSet value = next.executeQuery()) {
                    value.next();
                    long last = value.getLong(1);
                    for (long id = last - BLOCK + 1; id <= last && ids.size() < count; id++) {
                        ids.add(id);
                    }
                }
            }
        }
        return ids;
    }

    /** What stands in these columns of the table, each row as one text (see {@link Row#together(java.util.Collection)}). */
    Set<String> existing(String table, List<String> columns) throws SQLException {
        Set<String> found = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + String.join(", ", columns) + " FROM " + table)) {
            while (rows.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    Object value = rows.getObject(i);
                    values.add(value instanceof Date date ? date.toLocalDate() : value);
                }
                found.add(Row.together(values));
            }
        }
        return found;
    }

    /** Two columns of a table as a map. */
    Map<String, String> pairs(String table, String key, String value) throws SQLException {
        return pairs("SELECT " + key + ", " + value + " FROM " + table);
    }

    Map<String, String> supplierByOffering() throws SQLException {
        return pairs("SELECT o.code, s.delivered_by FROM offering o JOIN service s ON s.code = o.service");
    }

    /** The name of the operations provider. */
    String provider() throws SQLException {
        return pairs("SELECT role, name FROM organisation WHERE role = 'PROVIDER'")
                .getOrDefault("PROVIDER", "");
    }

    private Map<String, String> pairs(String sql) throws SQLException {
        Map<String, String> pairs = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        }
        return pairs;
    }
}
