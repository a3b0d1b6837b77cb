package no.fellesdrift.web.bench;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import no.fellesdrift.bench.Bench;
import no.fellesdrift.bench.Floor;
import no.fellesdrift.bench.Growth;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderFilter;
import no.fellesdrift.order.OrderLine;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.order.OrderDownload;

/**
 * {@code mvn -Pbench}: a long list of orders as a file, beside the bare reading of the same orders, and what of it is
 * held in memory meanwhile; once more with ten times as many. Figures, no verdict: a table for docs/performance.md.
 */
public final class FileBench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final List<Integer> SIZES = List.of(10_000, 100_000);
    private static final int WARM_UP = 1;
    private static final int TURNS = 5;

    /** Often enough to see a list that grows, seldom enough to end today. */
    private static final int ROWS_BETWEEN_LOOKS = 2_500;

    private record Measured(int rows, double ours, double floor, double heap) {}

    private FileBench() {}

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
        List<String> types = List.of(Download.CSV, Download.XLSX);
        List<List<Measured>> sizes = new ArrayList<>();
        for (int size : SIZES) {
            try (Database database = DemoData.fresh()) {
                Growth.lists(database, 32, size);
                sizes.add(types.stream().map(type -> measure(database, type)).toList());
            }
        }
        OUT.println("| file | rows | ms | floor ms | held MB | ×10: rows | ms | floor ms | held MB | growth |");
        OUT.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (int i = 0; i < types.size(); i++) {
            Measured one = sizes.get(0).get(i);
            Measured ten = sizes.get(1).get(i);
            OUT.printf(
                    Locale.ROOT,
                    "| orders as %s | %d | %.0f | %.0f | %.1f | %d | %.0f | %.0f | %.1f | %.1f |%n",
                    types.get(i).equals(Download.CSV) ? "CSV" : "XLSX",
                    one.rows(),
                    one.ours(),
                    one.floor(),
                    one.heap(),
                    ten.rows(),
                    ten.ours(),
                    ten.floor(),
                    ten.heap(),
                    ten.ours() / one.ours());
        }
    }

    private static Measured measure(Database database, String type) {
        double[] ours = new double[TURNS];
        double[] floor = new double[TURNS];
        int[] rows = new int[1];
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            double mine = Bench.timed(database, em -> rows[0] = write(em, type, () -> {}));
            double bare = Bench.timed(
                    database,
                    em -> new Floor(em.unwrap(Connection.class))
                            .stream("select o.*, i.*, f.* from service_order o"
                                    + " join order_item i on i.order_number = o.number and i.position = 1"
                                    + " join offering f on f.code = i.offering order by o.number desc"));
            if (turn >= 0) {
                ours[turn] = mine;
                floor[turn] = bare;
            }
        }
        return new Measured(rows[0], Bench.median(ours), Bench.median(floor), held(database, type));
    }

    /** The most that was reachable while the file was written, above what was before, in MB. */
    private static double held(Database database, String type) {
        long[] most = new long[1];
        Bench.timed(database, em -> {
            long before = reachable();
            write(em, type, () -> most[0] = Math.max(most[0], reachable() - before));
        });
        return most[0] / 1e6;
    }

    private static long reachable() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** @param look is run now and then between two rows. @return how many rows there were */
    private static int write(EntityManager em, String type, Runnable look) {
        OrderDesk desk = Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(Callers.ORDER_DESK))
                .with(Clock.class, Clock.fixed(Instant.parse("2026-11-05T05:00:00Z"), ZoneOffset.UTC))
                .with(OfficeDays.class, "no.fellesdrift.sla.OfficeCalendars")
                .get(OrderDesk.class);
        int[] rows = new int[1];
        Consumer<Consumer<OrderLine>> all = each -> desk.forEach(OrderFilter.ALL, List.of(), row -> {
            each.accept(row);
            if (++rows[0] % ROWS_BETWEEN_LOOKS == 0) {
                look.run();
            }
        });
        try {
            OrderDownload.FILE.write(type, all, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows[0];
    }
}
