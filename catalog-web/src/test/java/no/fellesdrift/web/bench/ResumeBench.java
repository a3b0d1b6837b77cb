package no.fellesdrift.web.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.testing.Database;
import no.fellesdrift.web.testing.RunningSystem;

/**
 * {@code mvn -Pbench}: ten million outages over HTTP, a thousand a request, to a server that is killed in the midst of a
 * request twenty times and started again; the request without an answer is sent once more. Then every fact must be there
 * once. {@code -Dfacts=…} for another number.
 */
public final class ResumeBench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int FACTS = Integer.getInteger("facts", 10_000_000);
    private static final int A_REQUEST = 1_000;
    private static final int KILLS = 20;
    private static final int LONGEST_WAIT = 60;
    /** Facts between two lines that say how far it is. */
    private static final int TOLD = 250_000;

    private static final Instant FIRST = Instant.parse("2026-09-01T00:00:00Z");
    private static final List<String> SERVICES = List.of("COL-MAIL", "NET-LAN", "NET-WAN", "WPL-PC", "IAM-ID");

    private final Random random = new Random(20261122);
    private final Database database = Database.empty();
    private Instant now = Instant.parse(RunningSystem.NOW);
    private RunningSystem system;
    private long down;

    private ResumeBench() {}

    /** No arguments. Ends the process, which the servers would keep. */
    public static void main(String[] arguments) {
        try {
            System.exit(new ResumeBench().run() ? 0 : 1);
        } catch (SQLException | RuntimeException e) {
            e.printStackTrace(OUT);
            System.exit(1);
        }
    }

    private boolean run() throws SQLException {
        TreeSet<Integer> kills = new TreeSet<>();
        while (kills.size() < KILLS) {
            kills.add(random.nextInt(FACTS / A_REQUEST) * A_REQUEST);
        }
        start();
        long before = stored();
        long began = System.nanoTime();
        down = 0;
        int again = 0;
        int killed = 0;
        for (int from = 0; from < FACTS; from += A_REQUEST) {
            if (from % TOLD == 0) {
                OUT.printf(
                        Locale.ROOT,
                        "%s: %d of %d facts, %d of %d kills, %.0f s of sending%n",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        from,
                        FACTS,
                        killed,
                        KILLS,
                        (System.nanoTime() - began - down) / 1e9);
            }
            if (kills.contains(from)) {
                killed++;
                again += sendAndKill(from);
                start();
            }
            int row = from;
            String answer = answer(row);
            if (!answer.startsWith("200")) {
                throw new IllegalStateException(answer);
            }
        }
        double seconds = (System.nanoTime() - began - down) / 1e9;
        long rows = stored() - before;
        long keys = number("select count(distinct source_key) from outage where source = 'resume'");
        long versions = number("select count(*) from outage where source = 'resume' and fact_version > 1");
        OUT.println("| facts | kills | answered before the kill | rows/s between kills | lost | double |");
        OUT.println("|---:|---:|---:|---:|---:|---:|");
        OUT.printf(
                Locale.ROOT,
                "| %d | %d | %d | %.0f | %d | %d |%n",
                FACTS,
                KILLS,
                again,
                FACTS / seconds,
                FACTS - keys,
                rows - keys + versions);
        system.close();
        return keys == FACTS && rows == FACTS && versions == 0;
    }

    private void start() {
        long began = System.nanoTime();
        system = RunningSystem.on(database, now);
        now = now.plus(Duration.ofHours(1));
        down += System.nanoTime() - began;
    }

    /** Kills the server some milliseconds after a request was sent. @return 1 when it had answered before */
    private int sendAndKill(int from) {
        CompletableFuture<String> request = CompletableFuture.supplyAsync(() -> answer(from));
        long until = System.nanoTime() + random.nextInt(LONGEST_WAIT) * 1_000_000L;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        system.kill();
        try {
            return request.join().startsWith("200") ? 1 : 0;
        } catch (CompletionException cutOff) {
            if (cutOff.getCause() instanceof IllegalStateException) {
                return 0;
            }
            throw cutOff;
        }
    }

    private String answer(int from) {
        var answer = system.postAs("demo-slm", "api/v1/measurements/outages", json(from));
        return answer.statusCode() + " " + answer.body();
    }

    private static String json(int from) {
        StringBuilder json = new StringBuilder("[");
        for (int row = from; row < from + A_REQUEST; row++) {
            Instant start = FIRST.plusSeconds(row % 5_000_000L);
            json.append(json.length() == 1 ? "" : ",")
                    .append("{\"outage\":\"R-")
                    .append(row)
                    .append("\",\"service\":\"")
                    .append(SERVICES.get(row % SERVICES.size()))
                    .append("\",\"startedAt\":\"")
                    .append(start)
                    .append("\",\"endedAt\":\"")
                    .append(start.plusSeconds(600))
                    .append("\",\"causedBy\":\"PROVIDER\",\"impact\":\"FULL\",\"source\":\"resume\"}");
        }
        return json.append(']').toString();
    }

    private long stored() throws SQLException {
        return number("select count(*) from outage where source = 'resume'");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            return Rows.first(connection, sql, List.of(), row -> row.getLong(1)).orElseThrow();
        }
    }
}
