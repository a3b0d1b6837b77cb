package no.fellesdrift.web.bench;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.fellesdrift.bench.Bench;
import no.fellesdrift.web.testing.Api;
import no.fellesdrift.web.testing.RunningSystem;
import org.mariadb.jdbc.Statement;

/**
 * {@code mvn -Pbench}: outages over HTTP to the system as it is shipped, a thousand a request, beside LOAD DATA of the
 * same rows into the same table, turn by turn in the same run; once more when there are ten times as many. Figures, no
 * verdict: a table for docs/performance.md.
 */
public final class IngestBench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int A_REQUEST = 1_000;
    private static final int A_TURN = 20_000;
    private static final int WARM_UP = 5;
    private static final int TURNS = 7;
    private static final int CLIENTS = 2;
    private static final Instant FIRST = Instant.parse("2026-09-01T00:00:00Z");
    private static final List<String> SERVICES = List.of("COL-MAIL", "NET-LAN", "NET-WAN", "WPL-PC", "IAM-ID");

    private int next;

    private IngestBench() {}

    /** No arguments. Ends the process, which the servers would keep. */
    public static void main(String[] arguments) {
        try {
            new IngestBench().run();
            System.exit(0);
        } catch (SQLException | InterruptedException | ExecutionException | RuntimeException e) {
            e.printStackTrace(OUT);
            System.exit(1);
        }
    }

    private void run() throws SQLException, InterruptedException, ExecutionException {
        RunningSystem.get();
        OUT.println("| outages stored already | clients | HTTP rows/s | LOAD DATA rows/s | share |");
        OUT.println("|---:|---:|---:|---:|---:|");
        for (int clients = 1; clients <= CLIENTS; clients++) {
            measure(clients);
        }
        for (int i = 0; i < 50; i++) {
            load(rows(A_TURN));
        }
        for (int clients = 1; clients <= CLIENTS; clients++) {
            measure(clients);
        }
    }

    private void measure(int clients) throws SQLException, InterruptedException, ExecutionException {
        double[] http = new double[TURNS];
        double[] floor = new double[TURNS];
        int before = next;
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            double ours = send(rows(A_TURN), clients);
            double bare = load(rows(A_TURN));
            if (turn >= 0) {
                http[turn] = ours;
                floor[turn] = bare;
            }
        }
        double ours = A_TURN * 1_000 / Bench.median(http);
        double bare = A_TURN * 1_000 / Bench.median(floor);
        OUT.printf(
                Locale.ROOT, "| %d | %d | %.0f | %.0f | %.0f %% |%n", before, clients, ours, bare, 100 * ours / bare);
    }

    /** Numbers of rows that nobody has told yet. */
    private List<Integer> rows(int count) {
        List<Integer> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(next++);
        }
        return rows;
    }

    private static String service(int row) {
        return SERVICES.get(row % SERVICES.size());
    }

    private static Instant start(int row) {
        return FIRST.plusSeconds(row % 5_000_000L);
    }

    /** Milliseconds until all are stored. */
    private static double send(List<Integer> rows, int clients) throws InterruptedException, ExecutionException {
        List<Callable<Void>> requests = new ArrayList<>();
        Api api = Api.as("demo-slm");
        for (int from = 0; from < rows.size(); from += A_REQUEST) {
            byte[] body = json(rows.subList(from, from + A_REQUEST)).getBytes(StandardCharsets.UTF_8);
            requests.add(() -> {
                HttpResponse<String> answer =
                        api.send("POST", "measurements/outages", body, "Content-Type", "application/json");
                if (answer.statusCode() != 200 || !answer.body().contains("\"accepted\":" + A_REQUEST)) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long began = System.nanoTime();
            for (Future<Void> request : threads.invokeAll(requests)) {
                request.get();
            }
            return (System.nanoTime() - began) / 1e6;
        } finally {
            threads.shutdown();
        }
    }

    private static String json(List<Integer> rows) {
        StringBuilder json = new StringBuilder("[");
        for (int row : rows) {
            json.append(json.length() == 1 ? "" : ",")
                    .append("{\"outage\":\"HTTP-")
                    .append(row)
                    .append("\",\"service\":\"")
                    .append(service(row))
                    .append("\",\"startedAt\":\"")
                    .append(start(row))
                    .append("\",\"endedAt\":\"")
                    .append(start(row).plusSeconds(600))
                    .append(
                            "\",\"causedBy\":\"PROVIDER\",\"impact\":\"FULL\",\"source\":\"bench\",\"summary\":\"Outage ")
                    .append(row)
                    .append("\"}");
        }
        return json.append(']').toString();
    }

    /** Milliseconds until all are stored. */
    private static double load(List<Integer> rows) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int row : rows) {
            text.append("bench\tLOAD-")
                    .append(row)
                    .append("\t0\t1793000000000\t")
                    .append(service(row))
                    .append("\t\\N\t\\N\t")
                    .append(start(row).toEpochMilli())
                    .append('\t')
                    .append(start(row).plusSeconds(600).toEpochMilli())
                    .append("\tPROVIDER\tFULL\tOutage ")
                    .append(row)
                    .append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try (Connection connection = RunningSystem.get().database().connect();
                java.sql.Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            statement.unwrap(Statement.class).setLocalInfileInputStream(new ByteArrayInputStream(bytes));
            statement.execute(
                    "load data local infile 'rows' into table outage character set utf8mb4 (source, source_key,"
                            + " superseded, recorded_at, service, offering, agency, started_at, ended_at, caused_by, impact,"
                            + " summary)");
            connection.commit();
            return (System.nanoTime() - began) / 1e6;
        }
    }
}
