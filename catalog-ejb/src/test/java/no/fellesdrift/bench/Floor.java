package no.fellesdrift.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What cannot be undercut: the same rows read by bare scans, the same rows written by a bare bulk insert. */
public final class Floor {

    private final Connection connection;

    public Floor(Connection connection) {
        this.connection = connection;
    }

    /** Rows of a table as they stand in it, to be written again. */
    record Kept(String insert, List<Object[]> rows) {}

    /** Reads every column of every row. @return how many rows there were */
    int scan(String sql, Object... parameters) {
        return read(sql, parameters).size();
    }

    /** Reads every column of every row as the database hands them out, keeping none. @return how many rows there were */
    public int stream(String sql) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(1000);
            try (ResultSet row = select.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                int rows = 0;
                while (row.next()) {
                    for (int column = 1; column <= columns; column++) {
                        row.getObject(column);
                    }
                    rows++;
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param without a column that the database fills in; absent when it is empty */
    Kept keep(String table, String without, String where) {
        try (PreparedStatement select =
                        connection.prepareStatement("select * from " + table + " where " + where + " limit 0");
                ResultSet none = select.executeQuery()) {
            List<String> columns = IntStream.rangeClosed(1, none.getMetaData().getColumnCount())
                    .mapToObj(column -> name(none, column))
                    .filter(column -> !column.equals(without))
                    .toList();
            String names = columns.stream().map(column -> "`" + column + "`").collect(Collectors.joining(", "));
            String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
            return new Kept(
                    "insert into " + table + " (" + names + ") values (" + marks + ")",
                    read("select " + names + " from " + table + " where " + where));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(Kept kept) {
        try (PreparedStatement insert = connection.prepareStatement(kept.insert())) {
            for (Object[] row : kept.rows()) {
                for (int column = 0; column < row.length; column++) {
                    insert.setObject(column + 1, row[column]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void update(String sql) {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Object[]> read(String sql, Object... parameters) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                List<Object[]> rows = new ArrayList<>();
                while (row.next()) {
                    Object[] values = new Object[columns];
                    for (int column = 0; column < columns; column++) {
                        values[column] = row.getObject(column + 1);
                    }
                    rows.add(values);
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(ResultSet row, int column) {
        try {
            return row.getMetaData().getColumnName(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
