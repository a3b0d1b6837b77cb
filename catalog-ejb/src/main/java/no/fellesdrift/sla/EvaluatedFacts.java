package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.engine.Cause;
import no.fellesdrift.sla.engine.Fact;

/** What an evaluation reads of the facts: those that touch a period, and how far it saw. */
class EvaluatedFacts {

    /** What still lasts. */
    private static final long OPEN = Long.MAX_VALUE;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /**
     * Everything that was measured or decided about services and touches {@code [from, to)}. Outages are by far the
     * most: a service is handed over as soon as the next one's come, while the database reads on. Those that began
     * before and lasted a day or more, and there are few, are read at once for all.
     */
    MonthEvaluation.Measured touching(Instant from, Instant to) {
        Instant dayBefore = from.minus(Duration.ofDays(1));
        Map<String, List<Fact>> carried = new HashMap<>();
        outages(
                "lasting = true and started_at < ? and (ended_at is null or ended_at > ?)",
                List.of(millis(dayBefore), millis(from)),
                outage -> put(carried, outage));
        return (services, taker) -> {
            if (services.isEmpty()) {
                return;
            }
            Map<String, List<Fact>> facts = new HashMap<>();
            services.forEach(service -> facts.put(service, new ArrayList<>(carried.getOrDefault(service, List.of()))));
            String in = "service in (" + Rows.marks(services.size()) + ")";
            List<Object> until = parameters(services, to, from);
            Rows.forEach(
                    connection(),
                    """
                    select source_key, service, offering, agency, window_from_at, window_to_at, actual_from_at,
                           actual_to_at, service_down, performed_by, announced_at, approved_by
                    from maintenance
                    where superseded = false and %s and actual_from_at < ? and actual_to_at > ?
                    order by service, window_from_at, id
                    """.formatted(in),
                    until,
                    row -> new Fact.Maintenance(
                            row.getString(1),
                            scope(row),
                            second(row, 5, 0),
                            second(row, 6, 0),
                            second(row, 7, 0),
                            second(row, 8, 0),
                            row.getBoolean(9),
                            Cause.valueOf(row.getString(10)),
                            second(row, 11, 0),
                            row.getString(12) != null),
                    fact -> put(facts, fact));
            Rows.forEach(
                    connection(),
                    "select source_key, service, offering, agency, from_at, to_at from unknown_time where superseded ="
                            + " false and " + in
                            + " and from_at < ? and (to_at is null or to_at > ?) order by service, from_at, id",
                    until,
                    row -> new Fact.Unknown(row.getString(1), scope(row), second(row, 5, 0), second(row, 6, OPEN)),
                    fact -> put(facts, fact));
            Rows.forEach(
                    connection(),
                    "select source_key, service, offering, agency, from_at, to_at, approved_by from exclusion where"
                            + " superseded = false and " + in
                            + " and from_at < ? and to_at > ? order by service, from_at, id",
                    until,
                    row -> new Fact.Exclusion(
                            row.getString(1),
                            scope(row),
                            second(row, 5, 0),
                            second(row, 6, 0),
                            row.getString(7) != null),
                    fact -> put(facts, fact));
            readings(in, services, from, to, facts);
            AtomicReference<String> reading = new AtomicReference<>();
            List<Object> begun = parameters(services, dayBefore, to);
            begun.add(millis(from));
            outages(
                    in + " and started_at >= ? and started_at < ? and (ended_at is null or ended_at > ?)",
                    begun,
                    outage -> {
                        String service = outage.scope().service();
                        String before = reading.getAndSet(service);
                        if (before != null && !before.equals(service)) {
                            taker.accept(before, facts.remove(before));
                        }
                        put(facts, outage);
                    });
            facts.forEach(taker);
        };
    }

    /** Backups scheduled, recoveries that may count, and numbers measured in {@code [from, to)}. */
    private void readings(
            String in, Collection<String> services, Instant from, Instant to, Map<String, List<Fact>> facts) {
        List<Object> between = parameters(services, from, to);
        Rows.forEach(
                connection(),
                "select source_key, service, offering, agency, scheduled_at, finished_at, successful from backup_run"
                        + " where superseded = false and " + in + " and scheduled_at >= ? and scheduled_at < ?"
                        + " order by service, scheduled_at, id",
                between,
                row -> new Fact.Backup(
                        row.getString(1),
                        scope(row),
                        second(row, 5, 0),
                        second(row, 6, second(row, 5, 0)),
                        row.getBoolean(7)),
                fact -> put(facts, fact));
        Rows.forEach(
                connection(),
                "select source_key, service, offering, agency, failure_at, declared_at, restored_at,"
                        + " last_good_point_at from recovery where superseded = false and " + in
                        + " and coalesce(restored_at, ?) >= ? and failure_at < ? order by service, declared_at, id",
                recoveries(services, from, to),
                row -> {
                    long lastGood = second(row, 8, OPEN);
                    return new Fact.Recovery(
                            row.getString(1),
                            scope(row),
                            second(row, 5, 0),
                            second(row, 6, 0),
                            second(row, 7, OPEN),
                            lastGood == OPEN ? null : Long.valueOf(lastGood));
                },
                fact -> put(facts, fact));
        Rows.forEach(
                connection(),
                "select source_key, service, offering, agency, metric, measured_at, value from metric_value"
                        + " where superseded = false and " + in + " and measured_at >= ? and measured_at < ?"
                        + " order by service, measured_at, id",
                between,
                row -> new Fact.Value(
                        row.getString(1), scope(row), row.getString(5), second(row, 6, 0), row.getBigDecimal(7)),
                fact -> put(facts, fact));
    }

    private static List<Object> recoveries(Collection<String> services, Instant from, Instant to) {
        List<Object> parameters = new ArrayList<>(services);
        parameters.add(OPEN);
        parameters.add(millis(from));
        parameters.add(millis(to));
        return parameters;
    }

    private void outages(String where, List<?> parameters, Consumer<Fact> each) {
        Rows.forEach(
                connection(),
                "select source_key, service, offering, agency, started_at, ended_at, caused_by, impact from outage"
                        + " where superseded = false and " + where + " order by service, started_at, id",
                parameters,
                row -> new Fact.Outage(
                        row.getString(1),
                        scope(row),
                        second(row, 5, OPEN),
                        second(row, 6, OPEN),
                        Cause.valueOf(row.getString(7)),
                        "DEGRADED".equals(row.getString(8))),
                each);
    }

    private static void put(Map<String, List<Fact>> facts, Fact fact) {
        facts.computeIfAbsent(fact.scope().service(), service -> new ArrayList<>())
                .add(fact);
    }

    private static List<Object> parameters(Collection<String> services, Instant first, Instant second) {
        List<Object> parameters = new ArrayList<>(services);
        parameters.add(millis(first));
        parameters.add(millis(second));
        return parameters;
    }

    private static Long millis(Instant instant) {
        return instant.toEpochMilli();
    }

    /**
     * What a month is evaluated on besides its facts, in one short text that differs as soon as something of it does:
     * lines, agreements, levels, calendars, dependencies, lead times, and the orders whose lead time may count.
     *
     * @param from where the longest of its periods begins
     */
    String ground(Instant from, Instant to) {
        return Rows.first(connection(), """
                        select concat_ws('/',
                          (select concat(count(*), '+', coalesce(sum(version), 0)) from agreement_line),
                          (select concat(count(*), '+', coalesce(sum(version), 0)) from agreement_line_row),
                          (select concat(count(*), '+', coalesce(max(decided_at), 0)) from agreement_line_package),
                          (select concat(count(*), '+', coalesce(sum(version), 0)) from agreement),
                          (select concat(count(*), '+', coalesce(sum(o.version + i.version), 0))
                           from service_order o join order_item i on i.order_number = o.number
                           where o.approved_at < ? and (i.delivered_at is null or i.delivered_at >= ?)),
                          (select concat(count(*), '+', coalesce(sum(version), 0)) from service_level),
                          (select concat(count(*), '+', coalesce(sum(version), 0)) from service_calendar),
                          (select concat(count(*), '+', coalesce(sum(version), 0)) from service_dependency),
                          (select concat(count(*), '+', coalesce(sum(version), 0)) from offering))
                        """, List.of(millis(to), millis(from)), row -> row.getString(1))
                .orElseThrow();
    }

    /** Whether an outage, unknown time, a ticket or a sample begins in {@code [from, to)}. */
    boolean any(Instant from, Instant to) {
        return Rows.first(
                        connection(),
                        """
                        select 1 where exists (select 1 from outage where started_at >= ? and started_at < ?)
                          or exists (select 1 from unknown_time where from_at >= ? and from_at < ?)
                          or exists (select 1 from ticket where opened_at >= ? and opened_at < ?)
                          or exists (select 1 from sample_hour where hour_at >= ? and hour_at < ?)
                        """,
                        Collections.nCopies(4, List.of(millis(from), millis(to))).stream()
                                .flatMap(List::stream)
                                .toList(),
                        row -> row.getInt(1))
                .isPresent();
    }

    /** When the newest fact was recorded; the epoch when there is none. */
    Instant lastRecorded() {
        String sql = FactTable.ALL.stream()
                .map(table -> "coalesce((select recorded_at from " + table.table() + " order by id desc limit 1), 0)")
                .collect(Collectors.joining(", ", "select greatest(", ")"));
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return Instant.ofEpochMilli(row.getLong(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Fact.Scope scope(ResultSet row) throws SQLException {
        return new Fact.Scope(row.getString(2), row.getString(3), row.getString(4));
    }

    private static long second(ResultSet row, int column, long absent) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? absent : Math.floorDiv(millis, 1_000L);
    }
}
