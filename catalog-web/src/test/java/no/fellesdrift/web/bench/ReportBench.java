package no.fellesdrift.web.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.fellesdrift.bench.Growth;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.web.testing.Api;
import no.fellesdrift.web.testing.RunningSystem;
import no.fellesdrift.web.testing.SignedIn;

/**
 * {@code mvn -Pbench}: an agency's service report and the figures behind it, as page and by API, from the system as it is
 * shipped, beside the bare indexed read of the same rows, turn by turn in the same run; once more when the agency has ten
 * times as many lines. Figures, no verdict: a table for docs/performance.md.
 */
public final class ReportBench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final String PERIOD = "2026-10";
    private static final int WARM_UP = Integer.getInteger("warmUp", 150);
    private static final int TURNS = Integer.getInteger("turns", 201);
    private static final int TIMES = 10;

    /** What is asked for, and the rows that it is made of. */
    private record Asked(Runnable ours, String floor, Object key) {}

    private final Api manager = Api.as("demo-slm");
    private final SignedIn browser = SignedIn.as("p-slm");

    private ReportBench() {}

    /** No arguments. Ends the process, which the servers would keep. */
    public static void main(String[] arguments) {
        try {
            new ReportBench().run();
            System.exit(0);
        } catch (SQLException | RuntimeException e) {
            e.printStackTrace(OUT);
            System.exit(1);
        }
    }

    private void run() throws SQLException {
        OUT.println("| lines | what | median ms | p95 ms | bare read: rows | median ms | p95 ms | p95 ratio |");
        OUT.println("|---:|---|---:|---:|---:|---:|---:|---:|");
        try (Connection connection = RunningSystem.get().database().connect()) {
            measure(connection);
            Growth.grow(RunningSystem.get().database(), TIMES);
            Api.ok(manager.post("service-levels/evaluations/" + PERIOD, ""));
            measure(connection);
        }
    }

    private void measure(Connection connection) throws SQLException {
        String agency = Rows.first(
                        connection,
                        "select agency from sla_result where period = ? and superseded = false"
                                + " group by agency order by count(*) desc, agency",
                        List.of(PERIOD),
                        row -> row.getString(1))
                .orElseThrow();
        String number = report(connection, agency);
        record Explained(long key, String id) {}
        Explained result = Rows.first(
                        connection,
                        "select r.id, concat_ws('~', r.period, r.line, r.level, r.result_version) from sla_result r join sla_result_working w on w.sla_result_id = r.id"
                                + " where r.period = ? and r.agency = ? and r.superseded = false"
                                + " order by length(w.steps) desc, r.id",
                        List.of(PERIOD, agency),
                        row -> new Explained(row.getLong(1), row.getString(2)))
                .orElseThrow();
        String ofReport = "select l.*, r.* from service_report s join service_report_line l on l.report = s.id"
                + " join sla_result r on r.id = l.result where s.number = ?";
        String ofAgency = "select * from sla_result where period = '" + PERIOD
                + "' and agency = ? and superseded = false limit 50";
        String ofResult =
                "select r.*, w.* from sla_result r join sla_result_working w on w.sla_result_id = r.id where r.id = ?";
        Map<String, Asked> all = new LinkedHashMap<>();
        all.put("report, page", page("levels/report.xhtml?number=" + number, ofReport, number));
        all.put("report, API", api("service-reports/" + number, ofReport, number));
        all.put(
                "results, API",
                api("service-levels/results?period=" + PERIOD + "&organisation=" + agency, ofAgency, agency));
        all.put("why, page", page("levels/why.xhtml?id=" + result.id(), ofResult, result.key()));
        all.put("why, API", api("service-levels/results/" + result.id() + "/explanation", ofResult, result.key()));
        Map<String, double[][]> times = new LinkedHashMap<>();
        int[] rows = new int[all.size()];
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            int place = 0;
            for (Map.Entry<String, Asked> one : all.entrySet()) {
                double[][] both = times.computeIfAbsent(one.getKey(), what -> new double[2][TURNS]);
                long began = System.nanoTime();
                one.getValue().ours().run();
                long between = System.nanoTime();
                rows[place++] =
                        read(connection, one.getValue().floor(), one.getValue().key());
                if (turn >= 0) {
                    both[0][turn] = (between - began) / 1e6;
                    both[1][turn] = (System.nanoTime() - between) / 1e6;
                }
            }
        }
        int place = 0;
        for (Map.Entry<String, double[][]> one : times.entrySet()) {
            double[] ours = one.getValue()[0];
            double[] bare = one.getValue()[1];
            OUT.printf(
                    Locale.ROOT,
                    "| %d | %s | %.1f | %.1f | %d | %.1f | %.1f | %.1f |%n",
                    rows[0],
                    one.getKey(),
                    share(ours, 50),
                    share(ours, 95),
                    rows[place++],
                    share(bare, 50),
                    share(bare, 95),
                    share(ours, 95) / share(bare, 95));
        }
    }

    /** The agency's report of the month, made anew of what stands now. */
    private String report(Connection connection, String agency) {
        Rows.update(connection, "delete from service_report where period = ? and agency = ?", List.of(PERIOD, agency));
        return Api.ok(manager.post(
                        "service-reports", "{\"period\":\"" + PERIOD + "\",\"organisation\":\"" + agency + "\"}"))
                .getString("number");
    }

    private Asked page(String address, String floor, Object key) {
        return new Asked(() -> answered(address, browser.get(address).statusCode()), floor, key);
    }

    private Asked api(String address, String floor, Object key) {
        return new Asked(() -> answered(address, manager.get(address).statusCode()), floor, key);
    }

    private static void answered(String address, int status) {
        if (status != 200) {
            throw new IllegalStateException(status + " of " + address);
        }
    }

    private static int read(Connection connection, String sql, Object key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, key);
            try (ResultSet row = select.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                int rows = 0;
                while (row.next()) {
                    rows++;
                    for (int column = 1; column <= columns; column++) {
                        row.getObject(column);
                    }
                }
                return rows;
            }
        }
    }

    /** The time that so many of a hundred do not pass. */
    private static double share(double[] times, int percent) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
