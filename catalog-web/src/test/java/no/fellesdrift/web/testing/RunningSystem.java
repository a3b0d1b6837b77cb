package no.fellesdrift.web.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.fellesdrift.testing.Database;

/**
 * The whole system as it is shipped, for tests from outside: Payara Micro with the built WAR, a real MariaDB and the
 * demo data, started once per test run on a free port. Its clock starts at {@link #NOW}. All classes that use it share
 * its data: a test makes what it changes, and counts nothing that others may add to.
 */
public final class RunningSystem implements AutoCloseable {

    /** When the demo's clock starts: the instant as of which the worked month is evaluated. */
    public static final String NOW = "2026-11-05T05:00:00Z";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static RunningSystem started;

    private final URI baseUri;
    private final Process process;
    private final Database database;
    private final Path log;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private RunningSystem(URI baseUri, Process process, Database database, Path log) {
        this.baseUri = baseUri;
        this.process = process;
        this.database = database;
        this.log = log;
    }

    /** The one of this test run; started on first use. */
    public static synchronized RunningSystem get() {
        if (started == null) {
            started = start(
                    "running-system", Database.empty(), Map.of("FELLESDRIFT_DEMO", "true", "FELLESDRIFT_NOW", NOW));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        }
        return started;
    }

    /**
     * Another system as it is just installed: no demo, nothing stored, nobody who may sign in. It is the test's own,
     * which closes it.
     *
     * @param code with which its first administrator is made
     */
    public static RunningSystem newInstallation(String code) {
        return start("new-installation", Database.empty(), Map.of("FELLESDRIFT_FIRST_START_CODE", code));
    }

    /**
     * The demo on a database that is there already, as after a crash: not the one of this test run. Its clock must not
     * go back.
     *
     * @param now where its clock starts
     */
    public static RunningSystem on(Database database, Instant now) {
        return start("again", database, Map.of("FELLESDRIFT_DEMO", "true", "FELLESDRIFT_NOW", now.toString()));
    }

    /** Ends the server at once, in the midst of whatever it does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static RunningSystem start(String called, Database database, Map<String, String> settings) {
        try {
            Path folder = Files.createDirectories(Path.of("target", called)).toAbsolutePath();
            int port = freePort();
            Path preBoot = Files.writeString(folder.resolve("server-settings.txt"), """
                    set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
                    set configs.config.server-config.network-config.protocols.protocol.http-listener.http.compression=on
                    """);
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"));
            command.add(System.getProperty("fellesdrift.test.server", "target/server/payara-micro.jar"));
            command.addAll(List.of("--port", String.valueOf(port), "--nocluster", "--disablephonehome"));
            command.addAll(List.of("--prebootcommandfile", preBoot.toString()));
            command.addAll(List.of("--deploy", war().toString()));
            Path log = folder.resolve("server.log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            // what the machine has set for another installation does not count here
            builder.environment().keySet().removeIf(name -> name.startsWith("FELLESDRIFT_"));
            builder.environment().putAll(settings);
            builder.environment().put("FELLESDRIFT_DATABASE_URL", database.url());
            builder.environment().put("FELLESDRIFT_DATABASE_USER", "root");
            builder.environment().put("FELLESDRIFT_DATABASE_PASSWORD", "not-checked");
            RunningSystem system =
                    new RunningSystem(URI.create("http://localhost:" + port + "/"), builder.start(), database, log);
            system.awaitReady();
            return system;
        } catch (IOException e) {
            throw new IllegalStateException("The system did not start: " + e.getMessage(), e);
        }
    }

    /** The built WAR; in another folder than Maven's when the property says so. */
    static Path war() throws IOException {
        String given = System.getProperty("fellesdrift.test.war");
        if (given != null) {
            return Path.of(given);
        }
        try (var found = Files.newDirectoryStream(Path.of("target"), "catalog-web-*.war")) {
            for (Path war : found) {
                return war;
            }
        }
        throw new IllegalStateException("There is no WAR in target: run mvn package first.");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > giveUp || logSays("Exception while deploying")) {
                process.destroy();
                throw new IllegalStateException("The system did not become ready; see " + log);
            }
            pause();
        }
    }

    private boolean isReady() {
        try {
            HttpResponse<String> answer = get("health/ready");
            return answer.statusCode() == 200 && answer.body().contains("database");
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private boolean logSays(String words) {
        try {
            return Files.readString(log).toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends in a slash. */
    public URI baseUri() {
        return baseUri;
    }

    /** Its database, to look at what was stored. */
    public Database database() {
        return database;
    }

    /** Of the server, for a failing test's message. */
    public Path log() {
        return log;
    }

    /** @param path without a slash in front, for example {@code api/v1/services?q=e-post} */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** {@code GET} with an API key, for example {@code demo-customer-ra}. */
    public HttpResponse<String> getAs(String key, String path, String... headers) {
        return send("GET", path, null, with(headers, "Authorization", "Bearer " + key));
    }

    /** {@code POST} of JSON with an API key. */
    public HttpResponse<String> postAs(String key, String path, String json, String... headers) {
        String[] all = with(headers, "Authorization", "Bearer " + key);
        return send("POST", path, json, with(all, "Content-Type", "application/json"));
    }

    /** @param headers names and values in turn; a name that comes twice has its first value */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        return sendBytes(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** The same with any body. */
    public HttpResponse<String> sendBytes(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(baseUri.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (int i = headers.length - 2; i >= 0; i -= 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(name);
        all.add(value);
        return all.toArray(String[]::new);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
