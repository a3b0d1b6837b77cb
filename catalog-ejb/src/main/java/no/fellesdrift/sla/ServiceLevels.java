package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.sla.engine.Case;
import no.fellesdrift.sla.engine.ServiceCalendar;

/** What was promised: levels, calendars, the lines they hold for, and the orders whose lead time counts. */
class ServiceLevels {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    List<ServiceLevel> levels() {
        List<ServiceLevel> levels = new ArrayList<>();
        read(
                """
                select level, package, measure, priority, target_percent, threshold_seconds, threshold_working_days,
                       calendar, period, clock_start, working_day_policy, boundary, pauses, reopen, priority_change,
                       counting, composition, maintenance, maintenance_notice_hours, maintenance_quota_hours,
                       exclusions, unknown, degradation, minimum_coverage_percent, minimum_samples, display_decimals,
                       consequence, valid_from, valid_to, metric, threshold_value, direction, percentile,
                       percentile_method, aggregation, degradation_weight, schedule, hold_seconds
                from service_level order by level, valid_from
                """,
                row -> levels.add(new ServiceLevel(
                        row.getString(1),
                        row.getString(2),
                        Measure.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getBigDecimal(5),
                        number(row, 6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13),
                        row.getString(14),
                        row.getString(15),
                        row.getString(16),
                        row.getString(17),
                        row.getString(18),
                        whole(row, 19),
                        whole(row, 20),
                        row.getString(21),
                        row.getString(22),
                        row.getString(23),
                        row.getBigDecimal(24),
                        whole(row, 25),
                        row.getInt(26),
                        row.getString(27),
                        range(row, 28),
                        new ServiceLevel.Sampled(
                                row.getString(30),
                                row.getBigDecimal(31),
                                row.getString(32),
                                row.getBigDecimal(33),
                                row.getString(34),
                                row.getString(35),
                                row.getBigDecimal(36),
                                row.getString(37),
                                whole(row, 38)))));
        return levels;
    }

    List<LineTimeline> lines() {
        Map<String, List<DateRange>> existence = new HashMap<>();
        read(
                "select line, valid_from, valid_to from agreement_line_row order by line, valid_from",
                row -> existence
                        .computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(range(row, 2)));
        Map<String, List<LineTimeline.Part>> later = new HashMap<>();
        read(
                "select line, valid_from, valid_to, service_level_package from agreement_line_package"
                        + " order by line, valid_from",
                row -> later.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(new LineTimeline.Part(row.getString(4), range(row, 2))));
        List<LineTimeline> lines = new ArrayList<>();
        read(
                """
                select l.line, l.agency, l.offering, o.service, l.service_level_package, o.lead_time_working_days
                from agreement_line l join offering o on o.code = l.offering
                where exists (select 1 from agreement a where a.number = l.agreement and a.state <> 'DRAFT')
                order by l.line
                """,
                row -> lines.add(new LineTimeline(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        packages(row.getString(5), later.getOrDefault(row.getString(1), List.of())),
                        row.getInt(6),
                        existence.getOrDefault(row.getString(1), List.of()))));
        return lines;
    }

    /** What a line began with holds until it is promised another for the first time. */
    private static List<LineTimeline.Part> packages(String first, List<LineTimeline.Part> later) {
        List<LineTimeline.Part> all = new ArrayList<>();
        all.add(new LineTimeline.Part(
                first,
                new DateRange(
                        LocalDate.EPOCH,
                        later.isEmpty() ? null : later.get(0).validity().start())));
        all.addAll(later);
        return all;
    }

    /** Direct serial dependencies. */
    Map<String, Set<String>> needs() {
        Map<String, Set<String>> needs = new HashMap<>();
        read(
                "select service, needs from service_dependency where type = 'SERIAL'",
                row -> needs.computeIfAbsent(row.getString(1), key -> new HashSet<>())
                        .add(row.getString(2)));
        return needs;
    }

    Map<String, List<Promised.CalendarVersion>> calendars() {
        Map<Long, Map<DayOfWeek, List<ServiceCalendar.Range>>> weekly = new HashMap<>();
        Map<Long, Set<LocalDate>> holidays = new HashMap<>();
        Map<Long, Set<MonthDay>> recurring = new HashMap<>();
        Map<Long, Map<LocalDate, List<ServiceCalendar.Range>>> overrides = new HashMap<>();
        Map<Long, Map<MonthDay, List<ServiceCalendar.Range>>> overridesRecurring = new HashMap<>();
        Map<Long, List<long[]>> breaks = new HashMap<>();
        read(
                "select service_calendar_id, kind, day, from_time, to_time from service_calendar_range order by id",
                row -> {
                    long id = row.getLong(1);
                    String day = row.getString(3);
                    switch (row.getString(2)) {
                        case "WEEKLY" ->
                            put(weekly.computeIfAbsent(id, key -> new EnumMap<>(DayOfWeek.class)), weekday(day), row);
                        case "HOLIDAY" ->
                            holidays.computeIfAbsent(id, key -> new HashSet<>()).add(LocalDate.parse(day));
                        case "HOLIDAY_RECURRING" ->
                            recurring
                                    .computeIfAbsent(id, key -> new HashSet<>())
                                    .add(MonthDay.parse("--" + day));
                        case "OVERRIDE" ->
                            put(overrides.computeIfAbsent(id, key -> new HashMap<>()), LocalDate.parse(day), row);
                        case "OVERRIDE_RECURRING" ->
                            put(
                                    overridesRecurring.computeIfAbsent(id, key -> new HashMap<>()),
                                    MonthDay.parse("--" + day),
                                    row);
                        case "BREAK" ->
                            breaks.computeIfAbsent(id, key -> new ArrayList<>()).add(new long[] {
                                OffsetDateTime.parse(day).toEpochSecond(),
                                OffsetDateTime.parse(row.getString(5)).toEpochSecond()
                            });
                        default -> throw new IllegalStateException("A calendar has no " + row.getString(2));
                    }
                });
        Map<String, List<Promised.CalendarVersion>> calendars = new LinkedHashMap<>();
        read(
                "select id, code, calendar_version, zone, valid_from, valid_to from service_calendar"
                        + " order by code, valid_from",
                row -> {
                    long id = row.getLong(1);
                    calendars
                            .computeIfAbsent(row.getString(2), key -> new ArrayList<>())
                            .add(new Promised.CalendarVersion(
                                    row.getInt(3),
                                    range(row, 5),
                                    new ServiceCalendar.Definition(
                                            ZoneId.of(row.getString(4)),
                                            weekly.getOrDefault(id, Map.of()),
                                            holidays.getOrDefault(id, Set.of()),
                                            recurring.getOrDefault(id, Set.of()),
                                            overrides.getOrDefault(id, Map.of()),
                                            overridesRecurring.getOrDefault(id, Map.of()),
                                            breaks.getOrDefault(id, List.of()))));
                });
        return calendars;
    }

    /** Ranges of a day; a day without any stays closed, which a row without times says. */
    private static <K> void put(Map<K, List<ServiceCalendar.Range>> days, K day, ResultSet row) throws SQLException {
        List<ServiceCalendar.Range> ranges = days.computeIfAbsent(day, key -> new ArrayList<>());
        if (row.getString(4) != null) {
            ranges.add(new ServiceCalendar.Range(timeOfDay(row.getString(4)), timeOfDay(row.getString(5))));
        }
    }

    private static DayOfWeek weekday(String code) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(code)) {
                return day;
            }
        }
        throw new IllegalStateException("No weekday: " + code);
    }

    private static int timeOfDay(String text) {
        String[] parts = text.split(":", -1);
        return Integer.parseInt(parts[0]) * 3_600
                + Integer.parseInt(parts[1]) * 60
                + (parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    }

    /** Orders whose lead time counts, approved before {@code to} and not delivered before {@code from}. */
    List<CountedCases.Running> orders(Instant from, Instant to) {
        List<CountedCases.Running> orders = new ArrayList<>();
        read(
                """
                select o.number, o.agency, i.offering, f.service, i.line, o.approved_at, i.delivered_at, i.state,
                       o.cancelled_at, o.rejected_at, i.position, o.submitted_at, o.received_at,
                       (select count(*) from order_item n where n.order_number = o.number)
                from order_item i
                join service_order o on o.number = i.order_number
                join offering f on f.code = i.offering
                where i.kind in ('NEW', 'INCREASE', 'REPLACEMENT') and i.counts_for_lead_time and i.line is not null
                  and o.approved_at < ? and (i.delivered_at is null or i.delivered_at >= ?)
                order by o.approved_at, i.id
                """,
                row -> {
                    long approved = second(row, 6);
                    long delivered = row.getLong(7);
                    Long stop = row.wasNull() ? null : Long.valueOf(Math.floorDiv(delivered, 1_000L));
                    String state = row.getString(8);
                    Long withdrawn = null;
                    if ("CANCELLED".equals(state) || "REJECTED".equals(state)) {
                        // a line that was taken back alone has no instant of its own: then it never was a case
                        long ended = Math.max(second(row, 9), second(row, 10));
                        withdrawn = ended == 0 ? approved : ended;
                    }
                    String key = row.getInt(14) > 1 ? row.getString(1) + "/" + row.getInt(11) : row.getString(1);
                    Case clock = new Case(
                            key, row.getString(4), approved, stop, withdrawn, "", List.of(), List.of(), List.of());
                    Map<String, Long> starts = new HashMap<>();
                    start(starts, "SUBMITTED", row, 12);
                    start(starts, "RECEIVED", row, 13);
                    orders.add(new CountedCases.Running(
                            row.getString(5),
                            row.getString(2),
                            row.getString(3),
                            approved,
                            Map.of(Measure.LEAD_TIME, clock),
                            starts));
                },
                to.toEpochMilli(),
                from.toEpochMilli());
        return orders;
    }

    private static void start(Map<String, Long> starts, String name, ResultSet row, int column) throws SQLException {
        Long millis = number(row, column);
        if (millis != null) {
            starts.put(name, Math.floorDiv(millis, 1_000L));
        }
    }

    Optional<String> setting(String name) {
        List<String> values = new ArrayList<>();
        read("select value from setting where name = ?", row -> values.add(row.getString(1)), name);
        return values.stream().findFirst();
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String sql, RowReader reader, Object... parameters) {
        try (PreparedStatement select = connection().prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DateRange range(ResultSet row, int column) throws SQLException {
        Date to = row.getDate(column + 1);
        return new DateRange(row.getDate(column).toLocalDate(), to == null ? null : to.toLocalDate());
    }

    private static long second(ResultSet row, int column) throws SQLException {
        return Math.floorDiv(row.getLong(column), 1_000L);
    }

    private static Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static Integer whole(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
