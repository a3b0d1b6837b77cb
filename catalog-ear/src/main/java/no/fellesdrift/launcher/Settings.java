package no.fellesdrift.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** What is configured, and from where: system property before environment variable before file. */
final class Settings {

    private static final String PREFIX = "fellesdrift.";

    private final Path home;
    private final Map<String, String> values;

    private Settings(Path home, Map<String, String> values) {
        this.home = home;
        this.values = values;
    }

    /** @param home the folder of the shipped files, where {@code lib/} and {@code fellesdrift.properties} stand */
    static Settings read(Path home, Map<?, ?> properties, Map<String, String> environment) throws Problem {
        Map<String, String> values = new TreeMap<>();
        String named = environment.get("FELLESDRIFT_CONFIG");
        Path file = named == null ? home.resolve("fellesdrift.properties") : Path.of(named);
        if (named != null || Files.exists(file)) {
            values.putAll(fromFile(file));
        }
        environment.forEach((name, value) -> {
            if (name.startsWith("FELLESDRIFT_") && !value.isBlank()) {
                values.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        properties.forEach((name, value) -> {
            if (String.valueOf(name).startsWith(PREFIX)
                    && !String.valueOf(value).isBlank()) {
                values.put(String.valueOf(name), String.valueOf(value));
            }
        });
        Settings settings = new Settings(home, values);
        settings.check();
        return settings;
    }

    private static Map<String, String> fromFile(Path file) throws Problem {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem("The settings file " + file + " could not be read: " + e.getMessage(), e);
        }
        Map<String, String> values = new LinkedHashMap<>();
        read.forEach((name, value) -> {
            if (!String.valueOf(value).isBlank()) {
                values.put(String.valueOf(name), String.valueOf(value).strip());
            }
        });
        return values;
    }

    /** The folder that holds the running jar. */
    static Path homeOf(Class<?> type) throws Problem {
        try {
            Path place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return place.toAbsolutePath().getParent();
        } catch (URISyntaxException e) {
            throw new Problem("The folder of the program could not be found: " + e.getMessage(), e);
        }
    }

    private void check() throws Problem {
        int port = port();
        if (port < 1 || port > 65_535) {
            throw new Problem("The port must be a number from 1 to 65535, not " + port + ".");
        }
        if (now().isPresent() && !demo()) {
            throw new Problem("A clock that starts elsewhere (now=" + now().orElseThrow()
                    + ") is for demo mode only; leave it out or switch demo on.");
        }
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(PREFIX + name));
    }

    int port() throws Problem {
        String port = value("port").orElse("8080");
        try {
            return Integer.parseInt(port);
        } catch (NumberFormatException e) {
            throw new Problem("The port must be a number from 1 to 65535, not " + port + ".", e);
        }
    }

    /** The address that is listened on; loopback unless something else is asked for. */
    String address() {
        return value("address").orElse("127.0.0.1");
    }

    boolean demo() {
        return value("demo").map(Boolean::parseBoolean).orElse(false);
    }

    Optional<Instant> now() throws Problem {
        Optional<String> now = value("now");
        try {
            return now.map(Instant::parse);
        } catch (DateTimeException e) {
            throw new Problem(
                    "The start of the clock must be an instant like 2026-11-02T08:00:00Z, not " + now.orElseThrow()
                            + ".",
                    e);
        }
    }

    Path home() {
        return home;
    }

    /** Absolute. Demo and real data never share a default folder. */
    Path data() {
        Path data = value("data").map(Path::of).orElse(home.resolve("data").resolve(demo() ? "demo" : "plain"));
        return data.toAbsolutePath().normalize();
    }

    /** Where the database's programs are unpacked once, about 500 MB. */
    Path programs() {
        return value("programs")
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache", "fellesdrift"))
                .toAbsolutePath();
    }

    boolean ownDatabase() {
        return value("database.url").isEmpty();
    }

    boolean logToConsole() {
        return value("log").map("console"::equals).orElse(false);
    }

    boolean watchesParent() {
        return value("watch.parent").map(Boolean::parseBoolean).orElse(false);
    }

    /** All settings as environment variables for the application. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        values.forEach(
                (name, value) -> environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return environment;
    }
}
