package no.fellesdrift.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plain SQL in, records out, for repositories that read what is only shown or counted. Parameters are bound by
 * position; a value that the driver does not know is bound as its text.
 */
public final class Rows {

    /** Makes one record of the row the cursor stands on. */
    @FunctionalInterface
    public interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private static final int BATCH = 1000;

    private Rows() {}

    /** @throws IllegalStateException when the database refuses the statement */
    public static <T> List<T> list(Connection connection, String sql, List<?> parameters, Mapper<T> mapper) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(mapper.map(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Refused by the database: " + sql, e);
        }
    }

    /** The first row, if there is one. */
    public static <T> Optional<T> first(Connection connection, String sql, List<?> parameters, Mapper<T> mapper) {
        return list(connection, sql, parameters, mapper).stream().findFirst();
    }

    /** Runs one changing statement. Answers how many rows it changed. */
    public static int update(Connection connection, String sql, List<?> parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Refused by the database: " + sql, e);
        }
    }

    /**
     * A statement that inserts many rows in one go. It says that it wants no generated keys: the server's pool would
     * otherwise ask for them, and a driver that has to bring them sends row by row.
     */
    public static PreparedStatement inserting(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS);
    }

    /** Runs one statement for many rows of parameters, in one batch. */
    public static void insert(Connection connection, String sql, Iterable<? extends List<?>> rows) {
        try (PreparedStatement statement = inserting(connection, sql)) {
            int batched = 0;
            for (List<?> row : rows) {
                bind(statement, row);
                statement.addBatch();
                if (++batched % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Refused by the database: " + sql, e);
        }
    }

    /** Rows one by one as they come, without keeping them: for downloads. */
    public static <T> void forEach(
            Connection connection, String sql, List<?> parameters, Mapper<T> mapper, Consumer<? super T> each) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(BATCH);
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.accept(mapper.map(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Refused by the database: " + sql, e);
        }
    }

    /** {@code ?, ?, ?} for a list of that many values; {@code null} for none, which nothing equals. */
    public static String marks(int count) {
        return count == 0 ? "null" : "?" + ", ?".repeat(count - 1);
    }

    /** A date that may be absent. */
    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** An instant that may be absent, in a column of epoch milliseconds. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = row.getObject(column, Long.class);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** The columns {@code <prefix>valid_from} and {@code <prefix>valid_to}. */
    public static DateRange range(ResultSet row, String prefix) throws SQLException {
        return new DateRange(date(row, prefix + "valid_from"), date(row, prefix + "valid_to"));
    }

    /** The columns {@code <prefix>_nb}, {@code <prefix>_nn} and {@code <prefix>_en}. */
    public static LocalizedText text(ResultSet row, String prefix) throws SQLException {
        return new LocalizedText(
                row.getString(prefix + "_nb"), row.getString(prefix + "_nn"), row.getString(prefix + "_en"));
    }

    private static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            Object value = parameters.get(i);
            if (value == null || value instanceof Number || value instanceof LocalDate || value instanceof Boolean) {
                statement.setObject(i + 1, value);
            } else {
                statement.setString(i + 1, value.toString());
            }
        }
    }
}
