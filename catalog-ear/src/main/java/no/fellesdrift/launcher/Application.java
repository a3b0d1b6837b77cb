package no.fellesdrift.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payara Micro with the application in a process of its own. */
final class Application {

    /** Of the schema, the database user and the log file. */
    static final String NAME = "fellesdrift";

    /** See docs/decisions/0041-quick-compiler.md. */
    private static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1";

    private static final Pattern READY = Pattern.compile("Payara Micro .* ready in \\S+ \\(ms\\)");
    private static final Pattern REASON =
            Pattern.compile("(?:Caused by: \\S+|java\\.lang\\.IllegalStateException): (.+)");
    private static final Pattern CODE = Pattern.compile("(First administrator: .+)");

    /** One line for each thing that happened. */
    private static final String LOGGING = """
            handlers=java.util.logging.ConsoleHandler
            .level=INFO
            java.util.logging.ConsoleHandler.level=ALL
            java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
            java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n
            """;

    private final Process process;
    private final CountDownLatch booted = new CountDownLatch(1);
    private final Path logFile;
    private final List<String> announcements = new ArrayList<>();
    private volatile String reason;

    private Application(Process process, Path logFile) {
        this.process = process;
        this.logFile = logFile;
    }

    /** @throws Problem in one sentence, when somebody else listens there already */
    static void mustBeFree(Settings settings) throws Problem {
        String address = settings.address();
        int port = settings.port();
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new Problem(
                    "Port " + port + " on " + address
                            + " is taken by another program; stop that one or choose another port ("
                            + (settings.watchesParent() ? "-Dport=…" : "fellesdrift.port") + ").",
                    e);
        }
    }

    static Application start(Settings settings, Map<String, String> more, DataFolder folder) throws Problem {
        Path lib = settings.home().resolve("lib");
        try {
            Path preBoot = folder.path().resolve("server-settings.txt");
            Files.writeString(preBoot, preBoot(settings.address()));
            Path logging = folder.path().resolve("logging.properties");
            Files.writeString(logging, LOGGING);
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-Djava.awt.headless=true");
            command.add("-Dfile.encoding=UTF-8");
            // the certificates of Java, which are kept up to date, and not those of the server, which are slow to read
            command.add("-Djavax.net.ssl.trustStore="
                    + Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"));
            command.addAll(
                    List.of(settings.value("java.options").orElse(JAVA_OPTIONS).split("\\s+")));
            command.addAll(List.of("-jar", lib.resolve("payara-micro.jar").toString()));
            command.addAll(List.of("--port", String.valueOf(settings.port())));
            command.addAll(List.of("--nocluster", "--disablephonehome"));
            command.addAll(List.of("--prebootcommandfile", preBoot.toString()));
            command.addAll(List.of("--logproperties", logging.toString()));
            command.addAll(List.of("--deploy", lib.resolve("catalog.war").toString()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(settings.environment());
            builder.environment().putAll(more);
            Path log = folder.path().resolve(NAME + ".log");
            Application application = new Application(builder.start(), log);
            application.follow(settings.logToConsole());
            return application;
        } catch (IOException e) {
            throw new Problem("The application server did not start: " + e.getMessage(), e);
        }
    }

    private static String preBoot(String address) {
        String listener =
                "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";
        String http = "configs.config.server-config.network-config.protocols.protocol.http-listener.http";
        // one server keeps no data grid: it costs seconds at each start, and calls its maker
        return "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false\n"
                + "set " + listener + ".address=" + address + "\n"
                + "set " + http + ".compression=on\n"
                + "set " + http + ".compressable-mime-type=text/html,text/css,text/plain,text/csv,text/javascript,"
                + "application/javascript,application/json,application/problem+json,image/svg+xml\n"
                + "set " + http + ".xpowered-by=false\n"
                + "set " + http + ".server-header=false\n";
    }

    private void follow(boolean toConsole) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter log = new PrintWriter(Files.newBufferedWriter(logFile), true);
        Thread reader = new Thread(
                () -> {
                    output.lines().forEach(line -> {
                        log.println(line);
                        if (toConsole) {
                            Console.say(line);
                        }
                        notice(line);
                    });
                    log.close();
                    booted.countDown();
                },
                "server log");
        reader.setDaemon(true);
        reader.start();
    }

    private void notice(String line) {
        if (booted.getCount() == 0) {
            return;
        }
        Matcher said = REASON.matcher(line);
        if (said.find()) {
            reason = said.group(1);
        }
        Matcher code = CODE.matcher(line);
        if (code.find()) {
            announcements.add(code.group(1));
        }
        if (READY.matcher(line).find()) {
            booted.countDown();
        }
    }

    /**
     * Waits until the application answers.
     *
     * @return what the application has to tell the person who started it
     */
    List<String> awaitReady(Settings settings) throws Problem {
        try {
            booted.await();
            if (!process.isAlive() || !answers(settings)) {
                throw new Problem("The application did not start" + (reason == null ? "" : ": " + reason)
                        + "\nThe whole story is in " + logFile + ".");
            }
            return List.copyOf(announcements);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("Stopped while starting.", e);
        }
    }

    private static boolean answers(Settings settings) throws Problem {
        URI ready = URI.create(url(settings) + "health/ready");
        try {
            HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
            connection.setConnectTimeout(5_000);
            connection.setReadTimeout(30_000);
            String body;
            try (var answer = connection.getInputStream()) {
                body = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
            return body.contains("database");
        } catch (IOException e) {
            return false;
        }
    }

    static String url(Settings settings) throws Problem {
        String address = settings.address();
        String host = address.equals("0.0.0.0") || address.equals("127.0.0.1") ? "localhost" : address;
        return "http://" + host + ":" + settings.port() + "/";
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks the server to stop and waits for it. */
    void stop() {
        // not Process.destroy(): that closes the output, and the last words are lost
        process.toHandle().destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.toHandle().destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
