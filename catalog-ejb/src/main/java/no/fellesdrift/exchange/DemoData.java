package no.fellesdrift.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Keeps demo data and real data apart. The first start in demo mode fills an empty database with the demo sector and
 * leaves a marker, the fingerprint of the data set. From then on that database opens in demo mode only, and a database
 * without the marker never does.
 */
final class DemoData {

    private static final String FOLDER = "sql/demo";
    private static final String MARKER = "demo_data_set";

    private final Connection connection;

    DemoData(Connection connection) {
        this.connection = connection;
    }

    /**
     * Checks that mode and database belong together, and imports the demo data when it is the first demo start.
     *
     * @return the report of the import; empty when there was nothing to import
     * @throws IllegalStateException when they do not belong together, with a sentence for the operator
     */
    Optional<ImportReport> prepare(boolean demo) throws SQLException {
        boolean marked = marker().isPresent();
        if (!demo) {
            if (marked) {
                throw new IllegalStateException("This database holds demo data (setting " + MARKER
                        + "). Start with demo mode on, or give another database or data folder.");
            }
            return Optional.empty();
        }
        if (marked) {
            return Optional.empty();
        }
        if (!isEmpty()) {
            throw new IllegalStateException("Demo mode is on, but this database holds data that is not the demo's. "
                    + "Start without demo mode, or give an empty database or another data folder.");
        }
        return Optional.of(importAll());
    }

    private ImportReport importAll() throws SQLException {
        try {
            DataFiles files = DataFiles.ofClassPath(FOLDER);
            ImportReport report = DataSetImport.load(files, connection);
            if (!report.isSound()) {
                throw new IllegalStateException("The demo data has faults: " + report.faults());
            }
            Optional<String> worked = setting("worked_month");
            if (worked.isPresent()) {
                HistoryGenerator.generate(connection, YearMonth.parse(worked.get()));
            }
            mark(report.fingerprint());
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> marker() throws SQLException {
        return setting(MARKER);
    }

    private Optional<String> setting(String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT value FROM setting WHERE name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private void mark(String fingerprint) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO setting (name, value) VALUES (?, ?)")) {
            insert.setString(1, MARKER);
            insert.setString(2, fingerprint);
            insert.executeUpdate();
        }
    }

    private boolean isEmpty() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT EXISTS (SELECT 1 FROM organisation)
                            OR EXISTS (SELECT 1 FROM person)
                            OR EXISTS (SELECT 1 FROM service)
                            OR EXISTS (SELECT 1 FROM agreement)
                        """)) {
            row.next();
            return !row.getBoolean(1);
        }
    }

    /**
     * A clock that shows an earlier time than what has been recorded already would turn the audit trail round.
     *
     * @throws IllegalStateException when {@code now} lies before the last audit entry
     */
    void clockMustNotGoBack(Instant now) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MAX(at) FROM audit_entry")) {
            row.next();
            long last = row.getLong(1);
            if (!row.wasNull() && now.toEpochMilli() < last) {
                throw new IllegalStateException("The clock would start at " + now
                        + ", before the last entry of the audit trail at " + Instant.ofEpochMilli(last)
                        + ". Give a later start (-Dnow=…), or another data folder.");
            }
        }
    }
}
