package no.fellesdrift.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The zip that the build leaves, unpacked and run without Maven. Few starts, each of which shows much: they are slow. */
@DisabledOnOs(OS.WINDOWS) // Ctrl-C is sent by kill
class LauncherIT {

    private static final Path ZIP = Path.of(System.getProperty("fellesdrift.test.zip"));
    private static final Pattern CODE = Pattern.compile("one-time code (\\S+)");

    @TempDir
    private static Path folder;

    private static Path home;

    @BeforeAll
    static void unpack() throws IOException {
        home = Shipped.unpack(ZIP, folder);
    }

    @Test
    void an_empty_installation_asks_for_its_first_administrator_keeps_its_data_and_never_becomes_a_demo()
            throws Exception {
        int port = Shipped.freePort();
        int other = Shipped.freePort();
        Files.writeString(
                home.resolve("fellesdrift.properties"), "\nfellesdrift.port=" + port + "\n", StandardOpenOption.APPEND);
        try (Shipped first = Shipped.start(home, port, Map.of())) {
            String ready = first.await("Ready:");
            assertThat(ready)
                    .contains("http://localhost:" + port + "/")
                    .contains("/first-start.xhtml")
                    .doesNotContain("demo");
            assertThat(home.resolve(Path.of("data", "plain", "mariadb"))).isDirectory();
            nothingOfTheDemoIsThere(first);
            theApiIsDescribed(first);
            aSecondOneOnTheSamePortSaysSoInOneSentence(port);
            theFirstAdministratorIsMade(first);

            try (Shipped demo = Shipped.start(
                    home,
                    other,
                    Map.of(
                            "FELLESDRIFT_PORT", String.valueOf(other),
                            "FELLESDRIFT_DATA",
                                    home.resolve(Path.of("data", "plain")).toString()),
                    "-Dfellesdrift.demo=true")) {
                demo.await("Waiting for the data folder");
                List<ProcessHandle> children = first.children();
                assertThat(children).as("database and server").hasSize(2);

                first.interrupt();

                assertThat(first.ended()).isEqualTo(130);
                assertThat(first.console()).last().isEqualTo("Fellesdrift stopped");
                assertThat(children).noneMatch(ProcessHandle::isAlive);
                demo.await("Demo mode is on, but this database holds data that is not the demo's.");
                assertThat(demo.ended()).isEqualTo(1);
            }
        }
    }

    @Test
    void the_demo_has_its_switch_and_runs_on_a_database_that_is_there_already() throws Exception {
        int port = Shipped.freePort();
        Path data = folder.resolve("demo");
        Path settings = folder.resolve("demo.properties");
        try (DataFolder external = DataFolder.take(folder.resolve("external"), Duration.ofSeconds(1))) {
            EmbeddedDatabase database = EmbeddedDatabase.in(
                            external, Path.of(System.getProperty("user.home"), ".cache", "fellesdrift"))
                    .launch();
            try {
                Files.writeString(
                        settings,
                        String.join(
                                "\n",
                                "fellesdrift.port=1",
                                "fellesdrift.data=" + data,
                                "fellesdrift.demo=true",
                                "fellesdrift.database.url=" + database.url(),
                                "fellesdrift.database.user=" + database.user(),
                                "fellesdrift.database.password=" + database.password()));
                Map<String, String> environment =
                        Map.of("FELLESDRIFT_CONFIG", settings.toString(), "FELLESDRIFT_PORT", String.valueOf(port));
                try (Shipped demo = Shipped.start(home, port, environment, "-Dfellesdrift.now=2026-11-05T05:00:00Z")) {
                    assertThat(demo.await("Ready:")).contains("demo: choose one of the people on the sign-in page");
                    assertThat(demo.get("api/v1/services", "Authorization", "Bearer demo-observer")
                                    .statusCode())
                            .isEqualTo(200);
                    assertThat(demo.children()).as("no database of its own").hasSize(1);
                    assertThat(data.resolve("mariadb")).doesNotExist();
                }
                try (Shipped plain = Shipped.start(home, port, environment, "-Dfellesdrift.demo=false")) {
                    plain.await("This database holds demo data");
                    assertThat(plain.ended()).isEqualTo(1);
                }
            } finally {
                database.stop();
            }
        }
    }

    private static void nothingOfTheDemoIsThere(Shipped plain) throws Exception {
        assertThat(plain.get("api/v1/services", "Authorization", "Bearer demo-admin")
                        .statusCode())
                .isEqualTo(401);
        assertThat(plain.get("sign-in.xhtml").body()).doesNotContain("Demo");
    }

    private static void theApiIsDescribed(Shipped plain) throws Exception {
        var description = plain.get("openapi");
        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body()).contains("title: Fellesdrift", "/api/v1/orders:", "/api/v1/services:");
    }

    private static void aSecondOneOnTheSamePortSaysSoInOneSentence(int port) throws Exception {
        try (Shipped second = Shipped.start(home, port, Map.of())) {
            assertThat(second.ended()).isEqualTo(1);
            assertThat(second.console())
                    .containsExactly("Port " + port + " on 127.0.0.1 is taken by another program; stop that one or "
                            + "choose another port (fellesdrift.port).");
        }
    }

    private static void theFirstAdministratorIsMade(Shipped plain) throws Exception {
        Matcher code = CODE.matcher(plain.await("First administrator:"));
        assertThat(code.find()).isTrue();
        var made = plain.submit(
                "first-start.xhtml",
                "form:make",
                Map.of(
                        "code", code.group(1),
                        "organisation", "974760673",
                        "organisationName", "Driftsleverandøren",
                        "shortName", "DL",
                        "id", "admin",
                        "name", "Kari Nordmann",
                        "email", "kari@example.no",
                        "password", "et-langt-passord-2026"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        assertThat(made.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/sign-in.xhtml"));
        assertThat(plain.get("first-start.xhtml").body()).doesNotContain("form:make");
    }
}
