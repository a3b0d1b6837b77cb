package no.fellesdrift.testing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import no.fellesdrift.exchange.DataFiles;
import no.fellesdrift.exchange.DataSetImport;
import no.fellesdrift.exchange.ImportReport;

/** The demo sector with its worked month, loaded by the product's own import. */
public final class DemoData {

    private DemoData() {}

    /** Loads all of sql/demo into a fresh database and commits. */
    public static ImportReport load(Database database) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            ImportReport report = DataSetImport.load(DataFiles.ofClassPath("sql/demo"), connection);
            if (!report.stored()) {
                throw new IllegalStateException("The demo data is faulty: " + report.faults());
            }
            connection.commit();
            return report;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The demo data could not be loaded: " + e.getMessage(), e);
        }
    }

    /** A new schema with the demo data in it. */
    public static Database fresh() {
        Database database = Database.fresh();
        load(database);
        return database;
    }
}
