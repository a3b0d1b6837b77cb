package no.fellesdrift.exchange;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import no.fellesdrift.kernel.Roles;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * The first thing that runs when the application is deployed: brings the schema up to date and refuses to start on a
 * database that cannot keep Norwegian text. An exception here stops the deployment, and its message is what the
 * operator reads.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@RunAs(Roles.SYSTEM)
public class StartUp {

    private static final Logger LOG = System.getLogger(StartUp.class.getName());

    @Resource(lookup = "java:global/jdbc/catalog")
    DataSource source;

    @PostConstruct
    void start() {
        migrate();
        checkCharacterSet();
    }

    private void migrate() {
        MigrateResult result = Flyway.configure(StartUp.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:sql")
                .load()
                .migrate();
        LOG.log(
                Level.INFO,
                "Schema is at version {0}, {1} migrations applied now",
                result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion,
                result.migrationsExecuted);
    }

    private void checkCharacterSet() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT DATABASE(), @@character_set_database")) {
            row.next();
            if (!"utf8mb4".equals(row.getString(2))) {
                throw new IllegalStateException("The database " + row.getString(1) + " has character set "
                        + row.getString(2) + "; Fellesdrift needs utf8mb4: ALTER DATABASE " + row.getString(1)
                        + " CHARACTER SET utf8mb4 COLLATE utf8mb4_danish_ci");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database's character set could not be read: " + e.getMessage(), e);
        }
    }
}
