package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;

/** Facts as lists for reading, paged in the database. */
class FactLists {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    Paged<OutageLine> outages(FactQuery query, Optional<OrgNumber> agency, PageRequest page) {
        return page(
                "outage f",
                "f.started_at < ? and (f.ended_at is null or f.ended_at > ?)",
                "f.source_key, f.service, f.offering, f.agency, f.started_at, f.ended_at, f.caused_by, f.impact,"
                        + " f.source, f.fact_version, f.summary",
                "f.started_at desc, f.id desc",
                true,
                query,
                agency,
                page,
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
    }

    Paged<MaintenanceLine> maintenance(FactQuery query, Optional<OrgNumber> agency, PageRequest page) {
        return page(
                "maintenance f",
                "f.window_from_at < ? and greatest(f.window_to_at, coalesce(f.actual_to_at, 0)) > ?",
                "f.source_key, f.service, f.offering, f.agency, f.window_from_at, f.window_to_at, f.actual_from_at,"
                        + " f.actual_to_at, f.service_down, f.performed_by, f.announced_at, f.approved_by,"
                        + " f.approved_at, f.fact_version, f.summary, f.cancelled",
                "f.window_from_at desc, f.id desc",
                true,
                query,
                agency,
                page,
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
    }

    Paged<TicketLine> tickets(FactQuery query, Optional<OrgNumber> agency, PageRequest page) {
        return page(
                "ticket f",
                "f.opened_at < ? and f.opened_at >= ?",
                "f.source_key, f.agency, f.service, f.offering, f.priority, f.opened_at, f.first_response_at,"
                        + " f.resolved_at, f.state, (select count(*) from ticket_pause p where p.source = f.source"
                        + " and p.ticket = f.source_key and p.superseded = false), f.fact_version",
                "f.opened_at desc, f.id desc",
                false,
                query,
                agency,
                page,
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
    }

    private interface Line<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Paged<T> page(
            String table,
            String within,
            String columns,
            String order,
            boolean commonToo,
            FactQuery query,
            Optional<OrgNumber> agency,
            PageRequest page,
            Line<T> line) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(start(query.period().plusMonths(1)));
        parameters.add(start(query.period()));
        StringBuilder where = new StringBuilder(" where f.superseded = false and ").append(within);
        agency.ifPresent(number -> {
            where.append(commonToo ? " and (f.agency = ? or f.agency is null)" : " and f.agency = ?");
            parameters.add(number.digits());
        });
        if (query.service() != null && !query.service().isBlank()) {
            where.append(" and f.service = ?");
            parameters.add(query.service());
        }
        try {
            long total;
            try (PreparedStatement select = prepared("select count(*) from " + table + where, parameters);
                    ResultSet row = select.executeQuery()) {
                row.next();
                total = row.getLong(1);
            }
            List<Object> limited = new ArrayList<>(parameters);
            limited.add(page.size());
            limited.add(page.offset());
            List<T> lines = new ArrayList<>();
            try (PreparedStatement select = prepared(
                            "select " + columns + " from " + table + where + " order by " + order + " limit ? offset ?",
                            limited);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(line.read(row));
                }
            }
            return Paged.of(lines, page, total);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreparedStatement prepared(String sql, List<?> parameters) throws SQLException {
        PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }

    private static long start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toInstant().toEpochMilli();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
