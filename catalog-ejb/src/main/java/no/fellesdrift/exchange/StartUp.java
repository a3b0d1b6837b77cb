package no.fellesdrift.exchange;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import javax.sql.DataSource;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.FirstAdministrator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * The first thing that runs when the application is deployed: brings the schema up to date, refuses to start on a
 * database that cannot keep Norwegian text or that belongs to the other mode, and fills an empty demo. An exception here stops the deployment, and its message is what the
 * operator reads.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@RunAs(Roles.SYSTEM)
public class StartUp {

    private static final Logger LOG = System.getLogger(StartUp.class.getName());

    private static final int IMPORT_SECONDS = 600;

    @Resource(lookup = "java:global/jdbc/catalog")
    DataSource source;

    @Resource
    UserTransaction transaction;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "fellesdrift.demo", defaultValue = "false")
    boolean demo;

    @Inject
    WorkedMonth workedMonth;

    @Inject
    FirstAdministrator firstAdministrator;

    @PostConstruct
    void start() {
        migrate();
        checkCharacterSet();
        prepareData().ifPresent(workedMonth::compute);
        firstAdministrator.announce();
    }

    /** @return the month to compute, when demo data has just been imported */
    private Optional<YearMonth> prepareData() {
        try {
            transaction.setTransactionTimeout(IMPORT_SECONDS);
            transaction.begin();
            try (Connection connection = source.getConnection()) {
                DemoData data = new DemoData(connection);
                Optional<ImportReport> imported = data.prepare(demo);
                if (demo) {
                    data.clockMustNotGoBack(clock.instant());
                }
                Optional<YearMonth> month = imported.isPresent() ? workedMonth.of(connection) : Optional.empty();
                transaction.commit();
                imported.ifPresent(report ->
                        LOG.log(Level.INFO, "Demo data imported, {0} rows", String.valueOf(report.totalRows())));
                return month;
            } finally {
                if (transaction.getStatus() == Status.STATUS_ACTIVE) {
                    transaction.rollback();
                }
            }
        } catch (SQLException | NotSupportedException | SystemException | RollbackException e) {
            throw new IllegalStateException("The database could not be prepared: " + e.getMessage(), e);
        } catch (HeuristicMixedException | HeuristicRollbackException e) {
            throw new IllegalStateException("The database may be half prepared: " + e.getMessage(), e);
        }
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
