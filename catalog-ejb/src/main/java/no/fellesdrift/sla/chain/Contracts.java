package no.fellesdrift.sla.chain;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.Measure;

/** What suppliers promise, what customers are promised, and what suppliers caused, as it stands in the tables. */
class Contracts {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** Of a promise in a month: lines that kept it, broke it, and broke it mostly for a supplier's sake. */
    record Kept(int met, int breached, int upstream) {
        static final Kept NOTHING = new Kept(0, 0, 0);
    }

    /** An outage that a supplier caused, in epoch seconds; {@code to} is absent while it lasts. */
    record Outage(String service, String agency, String agencyName, long from, Long to) {}

    List<Contract> on(LocalDate date) {
        return Rows.list(
                connection(),
                """
                        select c.*, g.name supplier_name, s.name_nb service_nb, s.name_nn service_nn,
                               s.name_en service_en
                        from underpinning_contract c
                        join organisation g on g.orgnr = c.supplier
                        join service s on s.code = c.service
                        where c.valid_from <= ? and (c.valid_to is null or c.valid_to > ?)
                        order by c.contract, field(c.measure, 'AVAILABILITY', 'RESPONSE', 'RESOLUTION'), c.priority
                        """,
                List.of(date, date),
                row -> new Contract(
                        row.getString("contract"),
                        OrgNumber.of(row.getString("supplier")),
                        row.getString("supplier_name"),
                        row.getString("service"),
                        Rows.text(row, "service"),
                        Measure.valueOf(row.getString("measure")),
                        row.getString("priority"),
                        row.getBigDecimal("target_percent"),
                        row.getObject("threshold_seconds", Long.class),
                        row.getString("calendar") == null ? "24X7" : row.getString("calendar"),
                        Rows.range(row, "")));
    }

    List<Chain.Need> needs() {
        return Rows.list(
                connection(),
                "select service, needs, type, parallel_group from service_dependency order by service, needs",
                List.of(),
                row -> new Chain.Need(
                        row.getString("service"),
                        row.getString("needs"),
                        row.getString("type").equals("PARALLEL") ? group(row) : null));
    }

    private static String group(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("parallel_group")).orElse("");
    }

    /** @param agreement only what this one promises, also while it is a draft; absent for all that hold */
    List<CustomerPromise> promises(LocalDate date, Optional<AgreementNumber> agreement) {
        record Key(String service, String level) {}
        Map<Key, List<String>> agencies = new HashMap<>();
        List<Object> parameters = new ArrayList<>(Arrays.asList(date, date, date, date));
        agreement.ifPresent(parameters::add);
        List<CustomerPromise> rows = Rows.list(
                connection(),
                """
                        select distinct o.service, s.name_nb service_nb, s.name_nn service_nn, s.name_en service_en,
                               v.level, v.measure, v.priority, v.target_percent, v.threshold_seconds, v.calendar,
                               v.composition, g.name agency_name
                        from agreement_line l
                        join offering o on o.code = l.offering
                        join service s on s.code = o.service
                        join organisation g on g.orgnr = l.agency
                        join service_level v on v.package = coalesce((select p.service_level_package
                                 from agreement_line_package p where p.line = l.line and p.valid_from <= ?
                                   and (p.valid_to is null or p.valid_to > ?)), l.service_level_package)
                             and v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)
                        where %s
                        order by o.service, v.level, g.name
                        """.formatted(
                                agreement.isPresent()
                                        ? "l.agreement = ?"
                                        : "exists (select 1 from agreement a where a.number = l.agreement"
                                                + " and a.state = 'ACTIVE')"),
                parameters,
                row -> {
                    agencies.computeIfAbsent(
                                    new Key(row.getString("service"), row.getString("level")), key -> new ArrayList<>())
                            .add(row.getString("agency_name"));
                    return new CustomerPromise(
                            row.getString("service"),
                            Rows.text(row, "service"),
                            row.getString("level"),
                            Measure.valueOf(row.getString("measure")),
                            row.getString("priority"),
                            row.getBigDecimal("target_percent"),
                            row.getObject("threshold_seconds", Long.class),
                            row.getString("calendar"),
                            !"SERIAL_DEPENDENCIES".equals(row.getString("composition")),
                            List.of());
                });
        return rows.stream()
                .distinct()
                .map(row -> new CustomerPromise(
                        row.service(),
                        row.serviceName(),
                        row.level(),
                        row.measure(),
                        row.priority(),
                        row.target(),
                        row.thresholdSeconds(),
                        row.calendar(),
                        row.ownOnly(),
                        agencies.get(new Key(row.service(), row.level()))))
                .toList();
    }

    /** By {@code <service>~<level>}. */
    Map<String, Kept> kept(YearMonth month) {
        Map<String, Kept> kept = new HashMap<>();
        Rows.forEach(
                connection(),
                """
                        select service, level, sum(status = 'MET') met, sum(status = 'BREACHED') breached,
                               sum(status = 'BREACHED' and downtime_upstream_seconds > 0
                                   and downtime_upstream_seconds
                                       >= greatest(downtime_provider_seconds, downtime_customer_seconds)) upstream
                        from sla_result where period = ? and superseded = false group by service, level
                        """,
                List.of(month),
                row -> Map.entry(
                        row.getString("service") + "~" + row.getString("level"),
                        new Kept(row.getInt("met"), row.getInt("breached"), row.getInt("upstream"))),
                entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    /** What suppliers caused and that touches the time; reduced quality is left out. */
    List<Outage> outages(Instant from, Instant to) {
        return Rows.list(
                connection(),
                """
                        select u.service, u.agency, g.name, u.started_at, u.ended_at from outage u
                        left join organisation g on g.orgnr = u.agency
                        where u.superseded = false and u.caused_by = 'UPSTREAM' and u.impact <> 'DEGRADED'
                          and u.started_at < ? and (u.ended_at is null or u.ended_at > ?)
                        order by u.service, u.started_at, u.id
                        """,
                List.of(to.toEpochMilli(), from.toEpochMilli()),
                row -> new Outage(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4) / 1_000,
                        row.getObject(5, Long.class) == null ? null : Long.valueOf(row.getLong(5) / 1_000)));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
