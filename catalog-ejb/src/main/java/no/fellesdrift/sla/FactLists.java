package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.Sorting;

/** Facts as lists for reading, paged and sorted in the database. */
class FactLists {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /**
     * A kind of fact: where its rows stand and how they are read.
     *
     * @param within what touches a month, of its end and then its start
     * @param common whether a row of no agency concerns every agency
     * @param own the list's own order
     * @param sorts what it can be sorted by, and the column
     */
    record Kind<T>(
            String table,
            String within,
            String columns,
            boolean common,
            String own,
            Map<String, String> sorts,
            Rows.Mapper<T> line) {}

    static final Kind<OutageLine> OUTAGES = new Kind<>(
            "outage f",
            "f.started_at < ? and (f.ended_at is null or f.ended_at > ?)",
            "f.source_key, f.service, f.offering, f.agency, f.started_at, f.ended_at, f.caused_by, f.impact,"
                    + " f.source, f.fact_version, f.summary",
            true,
            "f.started_at desc",
            Map.of(
                    "key", "f.source_key",
                    "service", "f.service",
                    "started", "f.started_at",
                    "ended", "f.ended_at",
                    "cause", "f.caused_by",
                    "impact", "f.impact"),
            row -> new OutageLine(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    instant(row, 5),
                    instant(row, 6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9),
                    row.getInt(10),
                    row.getString(11)));

    static final Kind<MaintenanceLine> MAINTENANCE = new Kind<>(
            "maintenance f",
            "f.window_from_at < ? and greatest(f.window_to_at, coalesce(f.actual_to_at, 0)) > ?",
            "f.source_key, f.service, f.offering, f.agency, f.window_from_at, f.window_to_at, f.actual_from_at,"
                    + " f.actual_to_at, f.service_down, f.performed_by, f.announced_at, f.approved_by,"
                    + " f.approved_at, f.fact_version, f.summary, f.cancelled",
            true,
            "f.window_from_at desc",
            Map.of(
                    "key", "f.source_key",
                    "service", "f.service",
                    "window", "f.window_from_at",
                    "actual", "f.actual_from_at",
                    "announced", "f.announced_at",
                    "approved", "f.approved_at"),
            row -> new MaintenanceLine(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    instant(row, 5),
                    instant(row, 6),
                    instant(row, 7),
                    instant(row, 8),
                    row.getBoolean(9),
                    row.getString(10),
                    instant(row, 11),
                    row.getString(12),
                    instant(row, 13),
                    row.getInt(14),
                    row.getString(15),
                    row.getBoolean(16)));

    static final Kind<TicketLine> TICKETS = new Kind<>(
            "ticket f",
            "f.opened_at < ? and f.opened_at >= ?",
            "f.source_key, f.agency, f.service, f.offering, f.priority, f.opened_at, f.first_response_at,"
                    + " f.resolved_at, f.state, (select count(*) from ticket_pause p where p.source = f.source"
                    + " and p.ticket = f.source_key and p.superseded = false), f.fact_version",
            false,
            "f.opened_at desc",
            Map.of(
                    "key", "f.source_key",
                    "service", "f.service",
                    "priority", "f.priority",
                    "opened", "f.opened_at",
                    "responded", "f.first_response_at",
                    "resolved", "f.resolved_at",
                    "state", "f.state"),
            row -> new TicketLine(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    instant(row, 6),
                    instant(row, 7),
                    instant(row, 8),
                    row.getString(9),
                    row.getInt(10),
                    row.getInt(11)));

    static final Kind<ExclusionLine> EXCLUSIONS = new Kind<>(
            "exclusion f",
            "f.from_at < ? and f.to_at > ?",
            "f.source_key, f.service, f.offering, f.agency, f.from_at, f.to_at, f.reason, f.requested_at,"
                    + " if(f.approved_by is null, null, f.approved_at), f.fact_version, f.summary",
            true,
            "f.from_at desc",
            Map.of(
                    "key", "f.source_key",
                    "service", "f.service",
                    "from", "f.from_at",
                    "to", "f.to_at",
                    "reason", "f.reason",
                    "requested", "f.requested_at",
                    "approved", "f.approved_at"),
            row -> new ExclusionLine(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    instant(row, 5),
                    instant(row, 6),
                    row.getString(7),
                    instant(row, 8),
                    instant(row, 9),
                    row.getInt(10),
                    row.getString(11)));

    /** @throws Rejection UNKNOWN_SORT */
    <T> Paged<T> page(Kind<T> kind, FactQuery query, Optional<OrgNumber> agency, PageRequest page) {
        List<Object> parameters = new ArrayList<>();
        String from = from(kind, query, agency, parameters);
        long total = Rows.first(connection(), "select count(*)" + from, parameters, row -> row.getLong(1))
                .orElse(0L);
        parameters.add(page.size());
        parameters.add(page.offset());
        List<T> lines = Rows.list(
                connection(),
                "select " + kind.columns() + from + order(kind, page.sort()) + " limit ? offset ?",
                parameters,
                kind.line());
        return Paged.of(lines, page, total);
    }

    /** All of them as the database hands them out. @throws Rejection UNKNOWN_SORT */
    <T> void forEach(
            Kind<T> kind, FactQuery query, Optional<OrgNumber> agency, List<String> sort, Consumer<? super T> each) {
        List<Object> parameters = new ArrayList<>();
        String from = from(kind, query, agency, parameters);
        Rows.forEach(
                connection(), "select " + kind.columns() + from + order(kind, sort), parameters, kind.line(), each);
    }

    private static String from(Kind<?> kind, FactQuery query, Optional<OrgNumber> agency, List<Object> parameters) {
        parameters.add(start(query.period().plusMonths(1)));
        parameters.add(start(query.period()));
        StringBuilder from = new StringBuilder(" from ")
                .append(kind.table())
                .append(" where f.superseded = false and ")
                .append(kind.within());
        agency.ifPresent(number -> {
            from.append(kind.common() ? " and (f.agency = ? or f.agency is null)" : " and f.agency = ?");
            parameters.add(number.digits());
        });
        if (query.service() != null && !query.service().isBlank()) {
            from.append(" and f.service = ?");
            parameters.add(query.service());
        }
        return from.toString();
    }

    private static String order(Kind<?> kind, List<String> sort) {
        return " order by " + Sorting.sql(sort, kind.sorts(), SlaReason.UNKNOWN_SORT) + kind.own() + ", f.id desc";
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    private static long start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toInstant().toEpochMilli();
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
