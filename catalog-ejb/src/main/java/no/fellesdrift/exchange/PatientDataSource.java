package no.fellesdrift.exchange;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.PooledConnection;
import javax.sql.XAConnection;
import org.eclipse.microprofile.config.ConfigProvider;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Waits for a database that does not answer yet, because it is started together with the application. What a database
 * answers, a wrong password for example, is final.
 */
public class PatientDataSource extends MariaDbDataSource {

    private static final Logger LOG = System.getLogger(PatientDataSource.class.getName());
    private static final String PATIENCE = "fellesdrift.database.patience";
    private static final int DEFAULT_SECONDS = 60;
    private static final Duration BETWEEN = Duration.ofMillis(100);
    /** Whom the database refuses has reached it. */
    private static final String REFUSED = "28";

    private final Supplier<Duration> patience;
    private volatile boolean answered;

    /** For the container; waits as long as {@code fellesdrift.database.patience} says, in seconds. */
    public PatientDataSource() {
        this(PatientDataSource::configured);
    }

    PatientDataSource(Supplier<Duration> patience) {
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return patiently(super::getConnection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return patiently(() -> super.getConnection(user, password));
    }

    @Override
    public PooledConnection getPooledConnection() throws SQLException {
        return patiently(super::getPooledConnection);
    }

    @Override
    public PooledConnection getPooledConnection(String user, String password) throws SQLException {
        return patiently(() -> super.getPooledConnection(user, password));
    }

    @Override
    public XAConnection getXAConnection() throws SQLException {
        return patiently(super::getXAConnection);
    }

    @Override
    public XAConnection getXAConnection(String user, String password) throws SQLException {
        return patiently(() -> super.getXAConnection(user, password));
    }

    private <T> T patiently(Attempt<T> attempt) throws SQLException {
        long begin = System.nanoTime();
        while (true) {
            try {
                T connection = attempt.connect();
                answered = true;
                return connection;
            } catch (SQLNonTransientConnectionException e) {
                if (answered
                        || refused(e)
                        || System.nanoTime() - begin > patience.get().toNanos()) {
                    throw e;
                }
                LOG.log(Level.DEBUG, "The database does not answer yet: {0}", e.getMessage());
                pause(e);
            }
        }
    }

    private static boolean refused(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith(REFUSED);
    }

    private static Duration configured() {
        return Duration.ofSeconds(ConfigProvider.getConfig()
                .getOptionalValue(PATIENCE, Integer.class)
                .orElse(DEFAULT_SECONDS));
    }

    private static void pause(SQLException why) throws SQLException {
        try {
            Thread.sleep(BETWEEN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw why;
        }
    }

    private interface Attempt<T> {
        T connect() throws SQLException;
    }
}
