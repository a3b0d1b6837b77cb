package no.fellesdrift.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import no.fellesdrift.kernel.Rows;

/**
 * Makes plausible months around a demo's worked month, so that trends have something to show: outages, maintenance,
 * tickets, usage and ledger entries, from the lines, meters and entries that the data set has. The same set always gives
 * the same history.
 *
 * <p>No figure of the worked month, nor of the month before it, may move: facts of service levels and usage end before
 * the quarter of the month before the worked one, every ticket is resolved by then, and ledger entries end before the
 * worked month. All facts have the source {@value #SOURCE}, all ledger entries begin with {@value #ENTRY}.
 */
public final class HistoryGenerator {

    public static final String SOURCE = "history";
    static final String ENTRY = "HIST-";

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final long SEED = 20261101L;
    private static final int MONTHS = 11;

    private static final List<String> FAULTS = List.of(
            "Disk gikk full",
            "Feil etter oppdatering",
            "Utløpt sertifikat",
            "Maskinvarefeil i svitsj",
            "Overlast",
            "Feil i navneoppslag",
            "Strømbrudd i ett rack",
            "Feil i konfigurasjon");
    private static final List<String> WORK = List.of(
            "Sikkerhetsoppdateringer", "Bytte av maskinvare", "Ny versjon av programvare", "Utvidelse av kapasitet");
    private static final List<String> CHANNELS = List.of("portal", "portal", "phone", "mail", "monitoring");

    private final Connection connection;
    private final Store store;
    private final Random random = new Random(SEED);
    private final YearMonth worked;
    private final LocalDate factsEnd;

    /** A quantity of an agreement line, on the dates it holds. */
    private record Line(String line, String agency, String offering, String service, LocalDate from, LocalDate to) {
        boolean existsOn(LocalDate date) {
            return !date.isBefore(from) && (to == null || date.isBefore(to));
        }
    }

    private HistoryGenerator(Connection connection, YearMonth worked) {
        this.connection = connection;
        this.store = new Store(connection);
        this.worked = worked;
        YearMonth before = worked.minusMonths(1);
        this.factsEnd = before.minusMonths((before.getMonthValue() - 1) % 3).atDay(1);
    }

    /**
     * Adds the history to what is stored, in the transaction of the connection.
     *
     * @return how many rows were made
     */
    public static int generate(Connection connection, YearMonth worked) throws SQLException {
        return new HistoryGenerator(connection, worked).run();
    }

    private int run() throws SQLException {
        List<Line> lines = lines();
        int made = 0;
        for (YearMonth month = worked.minusMonths(MONTHS); month.isBefore(worked); month = month.plusMonths(1)) {
            if (month.atDay(1).isBefore(factsEnd)) {
                LocalDate first = month.atDay(1);
                List<Line> there = lines.stream()
                        .filter(line -> line.existsOn(first) && line.existsOn(first.plusMonths(1)))
                        .toList();
                made += outages(month, there) + maintenance(month, there) + tickets(month, there);
                made += usage(month, there);
            }
            made += ledger(month);
        }
        return made;
    }

    private List<Line> lines() {
        return Rows.list(
                connection,
                """
                SELECT l.line, l.agency, l.offering, o.service, MIN(r.valid_from),
                    CASE WHEN MAX(r.valid_to IS NULL) = 1 THEN NULL ELSE MAX(r.valid_to) END
                FROM agreement_line l
                JOIN agreement_line_row r ON r.line = l.line
                JOIN offering o ON o.code = l.offering
                JOIN agreement a ON a.number = l.agreement AND a.state = 'ACTIVE'
                GROUP BY l.line, l.agency, l.offering, o.service
                ORDER BY l.line
                """,
                List.of(),
                row -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class)));
    }

    private int outages(YearMonth month, List<Line> lines) throws SQLException {
        List<String> services = lines.stream().map(Line::service).distinct().toList();
        if (services.isEmpty()) {
            return 0;
        }
        Map<String, String> suppliers = store.pairs("service", "code", "delivered_by");
        String provider = store.pairs("organisation", "role", "orgnr").getOrDefault("PROVIDER", "");
        List<Map<String, Object>> rows = new ArrayList<>();
        int count = 7 + random.nextInt(6);
        for (int i = 1; i <= count; i++) {
            String service = pick(services);
            Instant start = at(month, 1 + random.nextInt(27), random.nextInt(24));
            // most are short: a product of two draws
            Instant end = start.plusSeconds(60L * (5 + random.nextInt(20) * (1 + random.nextInt(11))));
            boolean upstream = !provider.equals(suppliers.get(service)) || random.nextInt(10) == 0;
            Map<String, Object> row = fact("HU", month, i, start.plusSeconds(240));
            row.put("service", service);
            row.put("offering", null);
            row.put("agency", null);
            row.put("started_at", start);
            row.put("ended_at", end);
            row.put("caused_by", upstream ? "UPSTREAM" : "PROVIDER");
            row.put("impact", random.nextInt(12) == 0 ? "DEGRADED" : "FULL");
            row.put("summary", pick(FAULTS));
            rows.add(row);
        }
        store.insert("outage", false, rows);
        return rows.size();
    }

    private int maintenance(YearMonth month, List<Line> lines) throws SQLException {
        List<String> services = lines.stream().map(Line::service).distinct().toList();
        if (services.isEmpty()) {
            return 0;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            Instant from = at(month, 6 + 12 * (i - 1) + random.nextInt(6), 22);
            Instant to = from.plusSeconds(3 * 3600);
            Map<String, Object> row = fact("HV", month, i, to);
            row.put("service", pick(services));
            row.put("offering", null);
            row.put("agency", null);
            row.put("window_from_at", from);
            row.put("window_to_at", to);
            row.put("actual_from_at", from.plusSeconds(300));
            row.put("actual_to_at", from.plusSeconds(300 + 60L * (30 + random.nextInt(120))));
            row.put("service_down", true);
            row.put("performed_by", "PROVIDER");
            row.put("announced_at", from.minusSeconds(8 * 86400));
            row.put("approved_by", null);
            row.put("approved_at", null);
            row.put("summary", pick(WORK));
            rows.add(row);
        }
        store.insert("maintenance", false, rows);
        return rows.size();
    }

    private int tickets(YearMonth month, List<Line> lines) throws SQLException {
        List<Map<String, Object>> tickets = new ArrayList<>();
        List<Map<String, Object>> pauses = new ArrayList<>();
        int count = lines.isEmpty() ? 0 : 220 + random.nextInt(80);
        for (int i = 1; i <= count; i++) {
            Line line = pick(lines);
            String priority = pick(List.of("P1", "P2", "P2", "P2", "P3", "P3", "P3", "P3", "P3", "P3", "P4", "P4"));
            int day = 1 + random.nextInt(24);
            while (weekend(month.atDay(day)) && random.nextInt(6) != 0) {
                day = 1 + random.nextInt(24);
            }
            Instant opened = at(month, day, 8 + random.nextInt(8));
            int answer = switch (priority) {
                case "P1" -> 3 + random.nextInt(28);
                case "P2" -> 5 + random.nextInt(60);
                default -> 10 + random.nextInt(230);
            };
            Instant answered = opened.plusSeconds(60L * answer + random.nextInt(60));
            int hours = switch (priority) {
                case "P1" -> 1 + random.nextInt(4);
                case "P2" -> 1 + random.nextInt(9);
                case "P3" -> 2 + random.nextInt(60);
                default -> 4 + random.nextInt(90);
            };
            Instant resolved = answered.plusSeconds(3600L * hours + random.nextInt(3600));
            Map<String, Object> row = fact("HS", month, i, resolved);
            row.put("agency", line.agency());
            row.put("service", line.service());
            row.put("offering", line.offering());
            row.put("priority", priority);
            row.put("opened_at", opened);
            row.put("first_response_at", answered);
            row.put("resolved_at", resolved);
            row.put("state", "RESOLVED");
            row.put("channel", pick(CHANNELS));
            tickets.add(row);
            if (random.nextInt(4) == 0) {
                Map<String, Object> pause = new LinkedHashMap<>();
                pause.put("source", SOURCE);
                pause.put("ticket", row.get("source_key"));
                pause.put("paused_at", answered.plusSeconds(600));
                pause.put("resumed_at", answered.plusSeconds(600 + 3600L * hours / 2));
                pause.put("reason", random.nextBoolean() ? "WAITING_CUSTOMER" : "WAITING_SUPPLIER");
                pause.put("recorded_at", resolved);
                pauses.add(pause);
            }
        }
        store.insert("ticket", false, tickets);
        store.insert("ticket_pause", false, pauses);
        return tickets.size() + pauses.size();
    }

    /** What a line used in a month, as readings at the same days as the worked month has them, a little less. */
    private int usage(YearMonth month, List<Line> lines) throws SQLException {
        record Reading(String line, String meter, int day, BigDecimal quantity) {}
        List<Reading> pattern = Rows.list(
                connection,
                """
                SELECT line, meter, DAY(used_on), SUM(quantity) FROM usage_reading
                WHERE source <> 'history' AND used_on >= ? AND used_on < ?
                GROUP BY line, meter, DAY(used_on) ORDER BY line, meter, DAY(used_on)
                """,
                List.of(worked.atDay(1), worked.plusMonths(1).atDay(1)),
                row -> new Reading(row.getString(1), row.getString(2), row.getInt(3), row.getBigDecimal(4)));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Reading reading : pattern) {
            if (lines.stream().anyMatch(line -> line.line().equals(reading.line()))) {
                LocalDate day = month.atDay(Math.min(reading.day(), month.lengthOfMonth()));
                Map<String, Object> row = fact(
                        "HA",
                        month,
                        rows.size() + 1,
                        day.atTime(23, 30).atZone(ZONE).toInstant());
                row.put("line", reading.line());
                row.put("meter", reading.meter());
                row.put("used_on", day);
                row.put("quantity", near(reading.quantity(), month, 3));
                rows.add(row);
            }
        }
        store.insert("usage_reading", false, rows);
        return rows.size();
    }

    /** What the worked month cost, a little less the longer ago; refunds happen once and are left out. */
    private int ledger(YearMonth month) throws SQLException {
        record Cost(String pool, String account, String supplier, String text, BigDecimal amount) {}
        List<Cost> pattern = Rows.list(
                connection,
                """
                SELECT cost_pool, account, supplier_orgnr, MIN(REGEXP_REPLACE(text, ', .*$', '')), SUM(amount)
                FROM ledger_entry WHERE posted_on >= ? AND posted_on < ? AND amount > 0
                GROUP BY cost_pool, account, supplier_orgnr ORDER BY cost_pool, account, supplier_orgnr
                """,
                List.of(worked.atDay(1), worked.plusMonths(1).atDay(1)),
                row -> new Cost(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getBigDecimal(5)));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Cost cost : pattern) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("entry", ENTRY + month + "-" + String.format(Locale.ROOT, "%03d", rows.size() + 1));
            row.put("posted_on", month.atDay(1 + random.nextInt(27)));
            row.put("account", cost.account());
            row.put("cost_pool", cost.pool());
            row.put("amount", near(cost.amount(), month, 2));
            row.put("supplier_orgnr", cost.supplier());
            row.put("text", cost.text());
            rows.add(row);
        }
        store.insert("ledger_entry", false, rows);
        return rows.size();
    }

    private Map<String, Object> fact(String kind, YearMonth month, int number, Instant recorded) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("source", SOURCE);
        row.put("source_key", kind + "-" + month + "-" + String.format(Locale.ROOT, "%03d", number));
        row.put("recorded_at", recorded);
        return row;
    }

    /** One percent less for each month back, and up to eight percent to either side. */
    private BigDecimal near(BigDecimal value, YearMonth month, int decimals) {
        long back = java.time.temporal.ChronoUnit.MONTHS.between(month, worked);
        long permille = 1000 - 10 * back + random.nextInt(161) - 80;
        return value.multiply(BigDecimal.valueOf(permille, 3)).setScale(decimals, RoundingMode.HALF_UP);
    }

    private Instant at(YearMonth month, int day, int hour) {
        return month.atDay(day)
                .atTime(LocalTime.of(hour, random.nextInt(60), random.nextInt(60)))
                .atZone(ZONE)
                .toInstant();
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
