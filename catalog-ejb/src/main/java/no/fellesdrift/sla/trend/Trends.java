package no.fellesdrift.sla.trend;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.Working;
import no.fellesdrift.sla.engine.Step;

/** Sums over the results that stand, in the database. */
class Trends {

    /** So many budgets, outages and services with days are shown. */
    static final int SHOWN = 12;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** Results of the months that the reader sees, narrowed to a service when one is given. */
    private record Where(String sql, List<Object> parameters) {

        static Where of(YearMonth from, YearMonth until, Optional<OrgNumber> agency, Optional<String> service) {
            StringBuilder sql = new StringBuilder(" r.superseded = false and r.period between ? and ?");
            List<Object> parameters = new ArrayList<>(List.of(from.toString(), until.toString()));
            agency.ifPresent(number -> {
                sql.append(" and r.agency = ?");
                parameters.add(number.digits());
            });
            service.ifPresent(code -> {
                sql.append(" and r.service = ?");
                parameters.add(code);
            });
            return new Where(sql.toString(), parameters);
        }
    }

    private static final String COUNTS = "sum(r.status = 'MET'), sum(r.status = 'BREACHED'),"
            + " sum(r.status not in ('MET', 'BREACHED')) from sla_result r";

    List<Dashboard.Row> services(
            YearMonth until, Optional<OrgNumber> agency, Optional<String> service, String language) {
        return rows(
                "select r.service, s.name_" + language + " called, r.period, " + COUNTS
                        + " join service s on s.code = r.service where %s group by r.service, called, r.period"
                        + " order by called, r.service",
                until,
                agency,
                service);
    }

    List<Dashboard.Row> organisations(YearMonth until, Optional<OrgNumber> agency, Optional<String> service) {
        return rows(
                "select r.agency, g.name called, r.period, " + COUNTS
                        + " join organisation g on g.orgnr = r.agency where %s group by r.agency, called, r.period"
                        + " order by called",
                until,
                agency,
                service);
    }

    private List<Dashboard.Row> rows(
            String sql, YearMonth until, Optional<OrgNumber> agency, Optional<String> service) {
        Where where = Where.of(until.minusMonths(Dashboard.MONTHS - 1L), until, agency, service);
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Map<YearMonth, Dashboard.Cell>> cells = new LinkedHashMap<>();
        Rows.forEach(
                connection(),
                sql.formatted(where.sql()),
                where.parameters(),
                row -> {
                    names.put(row.getString(1), row.getString(2));
                    return Map.entry(
                            row.getString(1),
                            new Dashboard.Cell(
                                    YearMonth.parse(row.getString(3)), row.getLong(4), row.getLong(5), row.getLong(6)));
                },
                cell -> cells.computeIfAbsent(cell.getKey(), code -> new LinkedHashMap<>())
                        .put(cell.getValue().period(), cell.getValue()));
        return cells.entrySet().stream()
                .map(entry -> new Dashboard.Row(
                        entry.getKey(),
                        names.get(entry.getKey()),
                        IntStream.range(0, Dashboard.MONTHS)
                                .mapToObj(at -> entry.getValue().get(until.minusMonths(Dashboard.MONTHS - 1L - at)))
                                .toList()))
                .toList();
    }

    List<Dashboard.Budget> budgets(
            YearMonth until, Optional<OrgNumber> agency, Optional<String> service, String language) {
        Where where = Where.of(until, until, agency, service);
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(SHOWN);
        return Rows.list(
                connection(),
                "select concat_ws('~', r.period, r.line, r.level, r.result_version), r.line, g.name, s.name_" + language
                        + ", r.level, r.error_budget_seconds, r.error_budget_remaining_seconds, r.provisional,"
                        + " r.budget_spent_at"
                        + " from sla_result r join organisation g on g.orgnr = r.agency join service s on s.code ="
                        + " r.service where " + where.sql() + " and r.error_budget_seconds > 0 and r.status in ('MET',"
                        + " 'BREACHED') order by r.error_budget_remaining_seconds / r.error_budget_seconds, r.line,"
                        + " r.level limit ?",
                parameters,
                row -> new Dashboard.Budget(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getBoolean(8),
                        row.getObject(9) == null ? null : Instant.ofEpochMilli(row.getLong(9))));
    }

    List<Dashboard.Causes> causes(YearMonth until, Optional<OrgNumber> agency, Optional<String> service) {
        Where where = Where.of(until.minusMonths(Dashboard.MONTHS - 1L), until, agency, service);
        return Rows.list(
                connection(),
                "select r.period, sum(r.downtime_provider_seconds), sum(r.downtime_upstream_seconds),"
                        + " sum(r.downtime_customer_seconds) from sla_result r where " + where.sql()
                        + " and r.downtime_seconds is not null group by r.period order by r.period",
                where.parameters(),
                row -> new Dashboard.Causes(
                        YearMonth.parse(row.getString(1)), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /** Outages that have no end; for an agency those of its services that concern it. */
    List<Dashboard.Ongoing> ongoing(Optional<OrgNumber> agency, Optional<String> service, String language) {
        StringBuilder where =
                new StringBuilder(" where f.superseded = false and f.lasting = true and f.ended_at is null");
        List<Object> parameters = new ArrayList<>();
        agency.ifPresent(number -> {
            where.append(" and (f.agency is null or f.agency = ?) and f.service in (select o.service from"
                    + " agreement_line l join offering o on o.code = l.offering where l.agency = ?)");
            parameters.add(number.digits());
            parameters.add(number.digits());
        });
        service.ifPresent(code -> {
            where.append(" and f.service = ?");
            parameters.add(code);
        });
        parameters.add(SHOWN);
        return Rows.list(
                connection(),
                "select f.source, f.source_key, f.service, s.name_" + language + ", f.started_at, f.caused_by, f.impact"
                        + " from outage f join service s on s.code = f.service" + where
                        + " order by f.started_at, f.id limit ?",
                parameters,
                Trends::ongoing);
    }

    private static Dashboard.Ongoing ongoing(ResultSet row) throws SQLException {
        return new Dashboard.Ongoing(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getString(6),
                row.getString(7));
    }

    /** A service with the working of one of its results. */
    record Down(String service, String name, List<Step> steps) {}

    /** The availability results of the month's services with most downtime, most first. */
    List<Down> down(YearMonth month, Optional<OrgNumber> agency, Optional<String> service, String language) {
        Where where = Where.of(month, month, agency, service);
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(SHOWN);
        parameters.addAll(where.parameters());
        return Rows.list(
                connection(),
                "select r.service, s.name_" + language
                        + ", w.steps from sla_result r join service s on s.code = r.service"
                        + " join sla_result_working w on w.sla_result_id = r.id"
                        + " join (select r.service, max(r.downtime_seconds) most from sla_result r where " + where.sql()
                        + " and r.gross_downtime_seconds + r.maintenance_seconds > 0 group by r.service"
                        + " order by most desc, r.service limit ?) m on m.service = r.service where " + where.sql()
                        + " and r.agreed_seconds is not null order by m.most desc, r.service, r.id",
                parameters,
                row -> new Down(row.getString(1), row.getString(2), Working.steps(row.getBytes(3))));
    }
}
