package no.fellesdrift.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The EAR on Payara Server: it deploys, a page is served compressed, and the API answers. */
class ServerIT {

    private static final Path WORK = Path.of("target", "server-it").toAbsolutePath();
    private static final Path SERVER = Path.of(System.getProperty("fellesdrift.test.server"));
    private static final Path ADMIN = SERVER.resolve(Path.of("bin", "asadmin"));
    private static final String DOMAIN = "it";
    private static final int HTTP = 80;
    private static final int CONSOLE = 48;

    /** New for each run: the demo's clock starts at a fixed instant, before what an earlier run has recorded. */
    @TempDir
    private static Path data;

    private static int base;
    private static DataFolder folder;
    private static EmbeddedDatabase database;

    /** Not HTTP/2, which the client would ask for and the server answers without compressing. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() throws Exception {
        folder = DataFolder.take(data, Duration.ofSeconds(1));
        database = EmbeddedDatabase.in(folder, Path.of(System.getProperty("user.home"), ".cache", "fellesdrift"))
                .launch();
        base = freeBase();
        admin("create-domain", "--nopassword=true", "--portbase", String.valueOf(base), DOMAIN);
        admin("start-domain", DOMAIN);
        String http = "configs.config.server-config.network-config";
        admin("set", http + ".protocols.protocol.http-listener-1.http.compression=on");
        admin("deploy", "--name", "catalog", System.getProperty("fellesdrift.test.ear"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (base > 0) {
            admin("stop-domain", DOMAIN);
            // the domain is about to go; why a deployment failed stands in its log alone
            Files.copy(
                    SERVER.resolve(Path.of("glassfish", "domains", DOMAIN, "logs", "server.log")),
                    WORK.resolve("server.log"),
                    StandardCopyOption.REPLACE_EXISTING);
            admin("delete-domain", DOMAIN);
        }
        if (database != null) {
            database.stop();
        }
        folder.close();
    }

    @Test
    void a_page_is_served_and_compressed() throws Exception {
        HttpResponse<String> page = get("sign-in.xhtml", "Accept-Encoding", "identity");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Fellesdrift");

        HttpResponse<String> packed = get("sign-in.xhtml", "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void the_api_answers_with_the_demo_catalogue() throws Exception {
        HttpResponse<String> services = get("api/v1/services", "Authorization", "Bearer demo-customer-ra");
        assertThat(services.statusCode()).isEqualTo(200);
        assertThat(services.body()).contains("\"total\":");

        assertThat(get("api/v1/services", "Accept", "application/json").statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_worked_month_was_computed_in_the_role_of_the_system_when_it_started() throws Exception {
        HttpResponse<String> charges =
                get("api/v1/charges?period=2026-10&size=1", "Authorization", "Bearer demo-finance");
        assertThat(charges.statusCode()).isEqualTo(200);
        assertThat(charges.body()).contains("\"total\":235");
    }

    @Test
    void it_is_ready_while_the_database_answers() throws Exception {
        assertThat(get("health/ready", "Accept", "application/json").body()).contains("database");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + (base + HTTP) + "/" + path))
                .timeout(Duration.ofMinutes(1))
                .headers(headers)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static void admin(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", ADMIN.toString()));
        command.addAll(List.of("--interactive=false", "--port", String.valueOf(base + CONSOLE)));
        command.addAll(List.of(arguments));
        File log = Files.createDirectories(WORK).resolve("asadmin.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment()
                .putAll(Map.of(
                        "AS_JAVA", System.getProperty("java.home"),
                        "FELLESDRIFT_DEMO", "true",
                        "FELLESDRIFT_NOW", "2026-11-05T05:00:00Z",
                        "FELLESDRIFT_DATABASE_URL", database.url(),
                        "FELLESDRIFT_DATABASE_USER", database.user(),
                        "FELLESDRIFT_DATABASE_PASSWORD", database.password()));
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as("%s, see %s", String.join(" ", arguments), log)
                .isZero();
    }

    /** Of the hundred ports that a domain takes from its base, the two that are used here are free. */
    private static int freeBase() throws IOException {
        for (int candidate = 21_000; candidate < 40_000; candidate += 100) {
            if (isFree(candidate + HTTP) && isFree(candidate + CONSOLE)) {
                return candidate;
            }
        }
        throw new IOException("No free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
