package no.fellesdrift.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code mvn -Pbench}: what the built product needs to start with an empty database, beside an empty server and the
 * database alone, and how long lists take on the server. Figures, no verdict: tables for docs/performance.md.
 */
public final class ShippedBench {

    private static final int STARTS = 3;
    private static final int WARM_UP = 100;
    private static final int REQUESTS = 101;
    private static final Pattern PERSON = Pattern.compile("name=\"([^\"]+)\" value=\"\" data-person=\"([^\"]+)\"");
    private static final Pattern LOGGED = Pattern.compile(" (\\S+) (\\S+) \\S+ \\S+ 200 ([0-9.]+) ms ");

    private final Path home;
    private final Path work;

    private ShippedBench(Path home, Path work) {
        this.home = home;
        this.work = work;
    }

    /** @param arguments the folder of the shipped files */
    public static void main(String[] arguments) throws IOException, InterruptedException, Problem {
        // the embedded database tells of each of its steps; keep a reference, loggers are collected
        Logger quiet = LogManager.getLogManager().getLogger("");
        quiet.setLevel(Level.OFF);
        Path work = Files.createTempDirectory("bench");
        try {
            ShippedBench bench = new ShippedBench(Path.of(arguments[0]), work);
            bench.starts();
            bench.lists();
        } finally {
            delete(work);
        }
    }

    // ---------------------------------------------------------------- starting

    private void starts() throws IOException, InterruptedException, Problem {
        List<double[]> all = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            all.add(new double[] {product(start), server(), database(start)});
        }
        Console.say("| start | product, empty database s | empty server s | database s | ratio |");
        Console.say("|---|---:|---:|---:|---:|");
        for (double[] one : all) {
            Console.say(row("", one[0], one[1], one[2]));
        }
        Console.say(row("median", median(all, 0), median(all, 1), median(all, 2)));
    }

    private static String row(String name, double product, double server, double database) {
        return "| %s | %.1f | %.1f | %.1f | %.2f |"
                .formatted(name, product, server, database, product / (server + database));
    }

    /** From the command to the line that says that it is ready; the database is made, too. */
    private double product(int start) throws IOException, InterruptedException {
        int port = Shipped.freePort();
        long begin = System.nanoTime();
        try (Shipped shipped = Shipped.start(
                home,
                port,
                Map.of(
                        "FELLESDRIFT_PORT", String.valueOf(port),
                        "FELLESDRIFT_DATA", work.resolve("product" + start).toString()))) {
            shipped.await("Ready:");
            return seconds(begin);
        }
    }

    /** The same server with nothing in it. */
    private double server() throws IOException, InterruptedException {
        int port = Shipped.freePort();
        long begin = System.nanoTime();
        try (Shipped empty = Shipped.start(
                home.resolve(Path.of("lib", "payara-micro.jar")),
                port,
                Map.of(),
                List.of(),
                List.of("--port", String.valueOf(port), "--nocluster", "--disablephonehome"))) {
            empty.await(" ready in ");
            return seconds(begin);
        }
    }

    /** The same database, made and started by the same code. */
    private double database(int start) throws IOException, Problem {
        long begin = System.nanoTime();
        try (DataFolder folder = DataFolder.take(work.resolve("database" + start), Duration.ofSeconds(1))) {
            EmbeddedDatabase database = EmbeddedDatabase.in(
                            folder, Path.of(System.getProperty("user.home"), ".cache", "fellesdrift"))
                    .launch();
            double seconds = seconds(begin);
            database.stop();
            return seconds;
        }
    }

    // ---------------------------------------------------------------- lists

    private void lists() throws IOException, InterruptedException {
        int port = Shipped.freePort();
        Path data = work.resolve("demo");
        Map<String, String> environment = Map.of(
                "FELLESDRIFT_PORT",
                String.valueOf(port),
                "FELLESDRIFT_DATA",
                data.toString(),
                "FELLESDRIFT_DEMO",
                "true",
                "FELLESDRIFT_NOW",
                "2026-11-05T05:00:00Z");
        try (Shipped demo = Shipped.start(home, port, environment)) {
            demo.await("Ready:");
            Console.say("| list | on the server, median ms | slowest of twenty ms |");
            Console.say("|---|---:|---:|");
            signIn(demo, "ra-best");
            measure(demo, data, "catalogue/index.xhtml", "page, orderer");
            measure(demo, data, "orders/index.xhtml", "page, orderer");
            signIn(demo, "p-ordre1");
            measure(demo, data, "orders/index.xhtml", "page, order desk");
            measure(demo, data, "api/v1/services", "API", "Authorization", "Bearer demo-customer-ra");
            measure(demo, data, "api/v1/orders", "API", "Authorization", "Bearer demo-orderdesk");
        }
    }

    private static void signIn(Shipped demo, String person) throws IOException, InterruptedException {
        demo.forget();
        Matcher offered = PERSON.matcher(demo.get("sign-in.xhtml").body());
        while (offered.find()) {
            if (offered.group(2).equals(person)) {
                if (demo.submit("sign-in.xhtml", offered.group(1), Map.of()).statusCode() != 302) {
                    throw new IllegalStateException(person + " could not sign in");
                }
                return;
            }
        }
        throw new IllegalStateException(person + " is not offered");
    }

    private static void measure(Shipped demo, Path data, String path, String name, String... headers)
            throws IOException, InterruptedException {
        Path log = data.resolve(Application.NAME + ".log");
        for (int i = 0; i < WARM_UP + REQUESTS; i++) {
            int status = demo.get(path, headers).statusCode();
            if (status != 200) {
                throw new IllegalStateException(path + " answers " + status);
            }
        }
        // one more: the server writes a line after its answer, in order
        demo.get("health/live");
        double[] times = logged(log, "/" + path);
        double[] warm = Arrays.copyOfRange(times, times.length - REQUESTS, times.length);
        Arrays.sort(warm);
        Console.say(
                "| %s, %s | %.1f | %.1f |".formatted("/" + path, name, warm[REQUESTS / 2], warm[REQUESTS * 19 / 20]));
    }

    private static double[] logged(Path log, String path) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(LOGGED::matcher)
                    .filter(line -> line.find() && line.group(2).equals(path))
                    .mapToDouble(line -> Double.parseDouble(line.group(3)))
                    .toArray();
        }
    }

    // ---------------------------------------------------------------- helpers

    private static double median(List<double[]> rows, int column) {
        return rows.stream()
                .mapToDouble(row -> row[column])
                .sorted()
                .skip(rows.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
