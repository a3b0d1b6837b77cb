package no.fellesdrift.allocation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;

/**
 * Cost pools with their keys as a run of a period takes them: key versions and drivers of the period's last day, usage
 * and ledger entries of the period. One query per set.
 */
class AllocationKeys {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private record KeyRow(
            String code,
            String kind,
            String driver,
            String offering,
            String meter,
            String basis,
            BigDecimal capacity) {}

    private record TargetRow(String key, Target target, BigDecimal percent) {}

    private record PartRow(String key, String driver, BigDecimal weight) {}

    private record Value(String of, Target target, BigDecimal value) {}

    private record PoolRow(String pool, int stepOrder, String key, Money ledger, int entries) {}

    /** @throws Rejection UNKNOWN_KEY when a pool's key has no version on the period's last day */
    List<Pool> pools(YearMonth period) {
        DateRange month = DateRange.of(period);
        Map<String, Key> keys = keys(month);
        List<Pool> pools = new ArrayList<>();
        for (PoolRow row : poolRows(month)) {
            Key key = keys.get(row.key());
            if (key == null) {
                throw new Rejection(AllocationReason.UNKNOWN_KEY, row.pool(), row.key(), month.lastDay());
            }
            pools.add(new Pool(row.pool(), row.stepOrder(), key, row.ledger(), row.entries()));
        }
        return pools;
    }

    private List<PoolRow> poolRows(DateRange month) {
        return Rows.list(
                connection(),
                """
                        select p.pool, p.step_order, p.allocation_key, coalesce(sum(e.amount), 0) amount, count(e.id) n
                        from cost_pool p
                        left join ledger_entry e
                          on e.cost_pool = p.pool and e.posted_on >= ? and e.posted_on < ?
                        group by p.pool, p.step_order, p.allocation_key
                        """,
                List.of(month.start(), month.end()),
                row -> new PoolRow(
                        row.getString("pool"),
                        row.getInt("step_order"),
                        row.getString("allocation_key"),
                        new Money(row.getBigDecimal("amount")),
                        row.getInt("n")));
    }

    private Map<String, Key> keys(DateRange month) {
        LocalDate day = month.lastDay();
        Map<String, List<TargetRow>> targets = new HashMap<>();
        targets()
                .forEach(row -> targets.computeIfAbsent(row.key(), key -> new ArrayList<>())
                        .add(row));
        Map<String, List<PartRow>> parts = new HashMap<>();
        parts().forEach(row ->
                parts.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
        Map<String, Map<Target, BigDecimal>> drivers = byOwner(drivers(day));
        Map<String, Map<Target, BigDecimal>> usage = byOwner(usage(month));
        Map<String, Key> keys = new TreeMap<>();
        for (KeyRow row : keyRows(day)) {
            List<TargetRow> own = targets.getOrDefault(row.code(), List.of());
            keys.put(
                    row.code(),
                    new Key(
                            row.code(),
                            own.stream().map(TargetRow::target).toList(),
                            rule(row, own, parts.getOrDefault(row.code(), List.of()), drivers, usage)));
        }
        return keys;
    }

    private static Key.Rule rule(
            KeyRow row,
            List<TargetRow> targets,
            List<PartRow> parts,
            Map<String, Map<Target, BigDecimal>> drivers,
            Map<String, Map<Target, BigDecimal>> usage) {
        return switch (row.kind()) {
            case "EQUAL" -> new Key.Equal();
            case "FIXED" -> {
                Map<Target, BigDecimal> percent = new TreeMap<>();
                targets.forEach(target ->
                        percent.put(target.target(), target.percent() == null ? BigDecimal.ZERO : target.percent()));
                yield new Key.Fixed(percent);
            }
            case "DRIVER" -> driven(row.driver(), drivers);
            case "USAGE" ->
                new Key.Used(
                        usage.getOrDefault(row.offering() + " " + row.meter(), Map.of()),
                        "CAPACITY".equals(row.basis()) ? row.capacity() : null);
            case "FORMULA" ->
                new Key.Formula(parts.stream()
                        .map(part -> new Key.Part(driven(part.driver(), drivers), part.weight()))
                        .toList());
            default -> throw new IllegalStateException("Key " + row.code() + " is of kind " + row.kind());
        };
    }

    private static Key.Driven driven(String driver, Map<String, Map<Target, BigDecimal>> drivers) {
        return new Key.Driven(driver, drivers.getOrDefault(driver, Map.of()));
    }

    private List<KeyRow> keyRows(LocalDate day) {
        return Rows.list(
                connection(),
                """
                        select code, kind, driver, usage_offering, usage_meter, usage_basis, capacity
                        from allocation_key where valid_from <= ? and (valid_to is null or valid_to > ?)
                        """,
                List.of(day, day),
                row -> new KeyRow(
                        row.getString("code"),
                        row.getString("kind"),
                        row.getString("driver"),
                        row.getString("usage_offering"),
                        row.getString("usage_meter"),
                        row.getString("usage_basis"),
                        row.getBigDecimal("capacity")));
    }

    private List<TargetRow> targets() {
        return Rows.list(
                connection(),
                "select allocation_key, target_type, target, percent from allocation_key_target",
                List.of(),
                row -> new TargetRow(
                        row.getString("allocation_key"),
                        new Target(Target.Type.valueOf(row.getString("target_type")), row.getString("target")),
                        row.getBigDecimal("percent")));
    }

    private List<PartRow> parts() {
        return Rows.list(
                connection(),
                "select allocation_key, driver, weight_percent from allocation_key_part order by id",
                List.of(),
                row -> new PartRow(
                        row.getString("allocation_key"), row.getString("driver"), row.getBigDecimal("weight_percent")));
    }

    private List<Value> drivers(LocalDate day) {
        return Rows.list(
                connection(),
                """
                        select driver, target_type, target, value from driver
                        where valid_from <= ? and (valid_to is null or valid_to > ?)
                        """,
                List.of(day, day),
                row -> new Value(
                        row.getString("driver"),
                        new Target(Target.Type.valueOf(row.getString("target_type")), row.getString("target")),
                        row.getBigDecimal("value")));
    }

    /** What was used of each offering and meter, by agency; lines of drafts do not count. */
    private List<Value> usage(DateRange month) {
        return Rows.list(
                connection(),
                """
                        select l.offering, r.meter, l.agency, sum(r.quantity) quantity
                        from usage_reading r join agreement_line l on l.line = r.line
                        where r.used_on >= ? and r.used_on < ?
                          and exists (select 1 from agreement a where a.number = l.agreement and a.state <> 'DRAFT')
                        group by l.offering, r.meter, l.agency
                        """,
                List.of(month.start(), month.end()),
                row -> new Value(
                        row.getString("offering") + " " + row.getString("meter"),
                        new Target(Target.Type.AGENCY, row.getString("agency")),
                        row.getBigDecimal("quantity")));
    }

    private static Map<String, Map<Target, BigDecimal>> byOwner(List<Value> values) {
        Map<String, Map<Target, BigDecimal>> byOwner = new HashMap<>();
        values.forEach(value ->
                byOwner.computeIfAbsent(value.of(), of -> new TreeMap<>()).put(value.target(), value.value()));
        return byOwner;
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
