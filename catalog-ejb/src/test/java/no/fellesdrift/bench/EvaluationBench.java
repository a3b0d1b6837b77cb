package no.fellesdrift.bench;

import jakarta.persistence.EntityManager;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import no.fellesdrift.sla.Batch;
import no.fellesdrift.sla.EvaluationView;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.MeasurementDesk;
import no.fellesdrift.sla.OutageDraft;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;

/**
 * {@code mvn -Pbench}: a month's service levels over very many outages, results and working written, beside the bare
 * ordered stream of the same facts; then a thousand late corrections, brought up to date and evaluated anew. Once more with
 * ten times as many.
 */
public final class EvaluationBench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final int WARM_UP = 3;
    private static final int TURNS = 7;
    private static final int CORRECTIONS = 1_000;

    private EvaluationBench() {}

    /** No arguments. Ends the process, which the database's threads would keep. */
    public static void main(String[] arguments) {
        try {
            run();
            System.exit(0);
        } catch (SQLException | RuntimeException e) {
            e.printStackTrace(OUT);
            System.exit(1);
        }
    }

    private static void run() throws SQLException {
        OUT.println("| levels | outages | evaluated and written ms | bare stream ms | ratio | growth |");
        OUT.println("|---:|---:|---:|---:|---:|---:|");
        double before = 0;
        List<String> corrections = new ArrayList<>();
        for (int services : new int[] {1_000, 10_000}) {
            try (Database database = DemoData.fresh()) {
                LargeSector.make(database, services);
                double[] mine = new double[TURNS];
                double[] bare = new double[TURNS];
                int[] rows = new int[2];
                for (int turn = -WARM_UP; turn < TURNS; turn++) {
                    double evaluated = Bench.timed(database, em -> rows[0] = evaluate(em));
                    double streamed = Bench.timed(database, em -> rows[1] = stream(em));
                    if (turn >= 0) {
                        mine[turn] = evaluated;
                        bare[turn] = streamed;
                    }
                }
                double ours = Bench.median(mine);
                double floor = Bench.median(bare);
                OUT.printf(
                        Locale.ROOT,
                        "| %d | %d | %.0f | %.0f | %.2f | %s |%n",
                        rows[0],
                        rows[1],
                        ours,
                        floor,
                        ours / floor,
                        before == 0 ? "" : String.format(Locale.ROOT, "%.1f", ours / before));
                before = ours;
                corrections.add(late(database));
            }
        }
        OUT.println();
        OUT.println("| levels | late corrections | brought up to date ms | evaluated anew ms | ratio | differences |");
        OUT.println("|---:|---:|---:|---:|---:|---:|");
        corrections.forEach(OUT::println);
    }

    /** A thousand outages corrected in a month that was evaluated: what they concern, and then everything. */
    private static String late(Database database) {
        database.transaction(em -> desk(em).bringUpToDate());
        Instant start = Instant.parse("2026-10-12T06:00:00Z");
        List<OutageDraft> corrected = IntStream.rangeClosed(1, CORRECTIONS)
                .mapToObj(n -> new OutageDraft(
                        "A-" + n + "-1",
                        "S" + n,
                        null,
                        null,
                        start.plusSeconds(n * 60L),
                        start.plusSeconds(n * 60L + 5_000),
                        "PROVIDER",
                        "FULL",
                        "bench",
                        null))
                .toList();
        database.transaction(em -> Bench.desk(em, Callers.SERVICE_LEVEL_MANAGER, MeasurementDesk.class)
                .outages(Batch.of(corrected), false));
        double[] times = new double[2];
        int[] found = new int[2];
        database.transaction(em -> times[0] = timed(() -> desk(em).bringUpToDate()));
        database.transaction(em -> times[1] = timed(() -> {
            EvaluationView anew = desk(em).evaluate(OCTOBER);
            found[0] = anew.results();
            found[1] = anew.appended();
        }));
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.0f | %.0f | %.2f | %d |",
                found[0],
                CORRECTIONS,
                times[0],
                times[1],
                times[0] / times[1],
                found[1]);
    }

    private static double timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static LevelDesk desk(EntityManager em) {
        return Bench.desk(em, Callers.SERVICE_LEVEL_MANAGER, LevelDesk.class);
    }

    private static int evaluate(EntityManager em) {
        return desk(em).evaluate(OCTOBER).results();
    }

    private static int stream(EntityManager em) {
        Floor floor = new Floor(em.unwrap(Connection.class));
        floor.stream("select source_key, service, offering, agency, window_from_at, window_to_at, actual_from_at,"
                + " actual_to_at, service_down, performed_by, announced_at, approved_by from maintenance"
                + " where superseded = false order by service, window_from_at, id");
        return floor.stream("select source_key, service, offering, agency, started_at, ended_at, caused_by, impact"
                + " from outage where superseded = false order by service, started_at, id");
    }
}
