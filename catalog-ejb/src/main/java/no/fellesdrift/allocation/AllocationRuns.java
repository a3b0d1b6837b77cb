package no.fellesdrift.allocation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.Share;

/** Allocation runs in the database, and the ledger below them. */
class AllocationRuns {

    private static final String RUN = """
            select number, period, state, ledger_entries, ledger_total, allocated_total, unsold_capacity, run_at, run_by
            from allocation_run
            """;

    private static final Map<String, String> SORTS = Map.of(
            "number", "number",
            "period", "period",
            "state", "state",
            "ledgerTotal", "ledger_total",
            "allocatedTotal", "allocated_total",
            "runAt", "run_at");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private record PoolRow(
            String pool, LocalizedText name, String key, String keyKind, int entries, Money ledger, Money received) {}

    private record ShareRow(
            String pool, Target target, LocalizedText name, Share share, String working, Money amount) {}

    // ---------------------------------------------------------------- writing

    /** Keeps the run under the period's next number; the one before is superseded. */
    String add(YearMonth period, Allocation allocation, Instant at, String by) {
        int next = Rows.list(
                        connection(),
                        "select coalesce(max(run_no), 0) + 1 from allocation_run where period = ?",
                        List.of(period),
                        row -> row.getInt(1))
                .get(0);
        String number = "FK-" + period + "-" + next;
        Rows.update(
                connection(),
                "update allocation_run set state = ? where period = ? and state = ?",
                List.of(RunState.SUPERSEDED, period, RunState.PRELIMINARY));
        Rows.update(
                connection(),
                """
                        insert into allocation_run (number, period, run_no, state, ledger_entries, ledger_total,
                            allocated_total, unsold_capacity, run_at, run_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                List.of(
                        number,
                        period,
                        next,
                        RunState.PRELIMINARY,
                        allocation.pools().stream()
                                .mapToInt(shared -> shared.pool().entries())
                                .sum(),
                        allocation.ledgerTotal().amount(),
                        allocation.allocatedTotal().amount(),
                        allocation.unsoldCapacity().amount(),
                        at.toEpochMilli(),
                        by));
        List<List<Object>> pools = new ArrayList<>();
        List<List<Object>> shares = new ArrayList<>();
        for (SharedPool shared : allocation.pools()) {
            Pool pool = shared.pool();
            pools.add(List.of(
                    number,
                    pool.code(),
                    pool.stepOrder(),
                    pool.key().code(),
                    pool.key().kind(),
                    pool.entries(),
                    pool.ledger().amount(),
                    shared.received().amount()));
            int position = 0;
            for (SharedPool.Part part : shared.shares()) {
                shares.add(List.of(
                        number,
                        pool.code(),
                        ++position,
                        part.target().type(),
                        part.target().id(),
                        part.share().numerator(),
                        part.share().denominator(),
                        pool.key().working(part.target()),
                        part.amount().amount()));
            }
        }
        Rows.insert(connection(), """
                        insert into allocation_pool (run_number, pool, step_order, allocation_key, key_kind,
                            ledger_entries, ledger_amount, received_amount)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """, pools);
        Rows.insert(connection(), """
                        insert into allocation_share (run_number, pool, position, target_type, target, share_numerator,
                            share_denominator, working, amount)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, shares);
        return number;
    }

    /** The period's preliminary run is its final one. */
    void makeFinal(YearMonth period) {
        Rows.update(
                connection(),
                "update allocation_run set state = ? where period = ? and state = ?",
                List.of(RunState.FINAL, period, RunState.PRELIMINARY));
    }

    // ---------------------------------------------------------------- reading

    Paged<AllocationLine> page(AllocationFilter filter, PageRequest request) {
        List<Object> parameters = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        filter.period().ifPresent(period -> {
            conditions.add("period = ?");
            parameters.add(period);
        });
        filter.state().ifPresent(state -> {
            conditions.add("state = ?");
            parameters.add(state);
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        long total = Rows.list(
                        connection(), "select count(*) from allocation_run" + where, parameters, row -> row.getLong(1))
                .get(0);
        parameters.add(request.size());
        parameters.add(request.offset());
        return Paged.of(
                Rows.list(
                        connection(),
                        RUN + where + order(request) + " limit ? offset ?",
                        parameters,
                        AllocationRuns::line),
                request,
                total);
    }

    private static String order(PageRequest request) {
        List<String> columns = new ArrayList<>();
        for (String field : request.sort()) {
            boolean descending = field.startsWith("-");
            String column = SORTS.get(descending ? field.substring(1) : field);
            if (column == null) {
                throw new Rejection(AllocationReason.UNKNOWN_SORT, field);
            }
            columns.add(column + (descending ? " desc" : ""));
        }
        columns.addAll(List.of("period desc", "run_no desc"));
        return " order by " + String.join(", ", columns);
    }

    /**
     * The run with its pools, as far as the agency may see it.
     *
     * @param only the one agency whose shares are shown; absent for all
     * @throws Rejection NOT_FOUND
     */
    AllocationView view(String number, Optional<OrgNumber> only) {
        AllocationLine run = Rows.first(connection(), RUN + " where number = ?", List.of(number), AllocationRuns::line)
                .orElseThrow(() -> new Rejection(AllocationReason.NOT_FOUND, number));
        Map<String, List<ShareRow>> shares = new HashMap<>();
        shares(number)
                .forEach(share -> shares.computeIfAbsent(share.pool(), pool -> new ArrayList<>())
                        .add(share));
        List<AllocationView.PoolView> pools = new ArrayList<>();
        Map<OrgNumber, Money> perOrganisation = new TreeMap<>();
        Money others = Money.ZERO;
        for (PoolRow pool : pools(number)) {
            Money amount = pool.ledger().plus(pool.received());
            List<AllocationView.ShareView> visible = new ArrayList<>();
            Money hidden = Money.ZERO;
            for (ShareRow share : shares.getOrDefault(pool.pool(), List.of())) {
                boolean agency = share.target().type() == Target.Type.AGENCY;
                if (agency
                        && only.isPresent()
                        && !only.get().digits().equals(share.target().id())) {
                    hidden = hidden.plus(share.amount());
                } else {
                    visible.add(new AllocationView.ShareView(
                            share.target().id(),
                            share.target().type(),
                            share.name(),
                            share.share(),
                            share.working(),
                            AllocationView.ShareView.cut(share.share(), amount),
                            share.amount()));
                    if (agency) {
                        perOrganisation.merge(OrgNumber.of(share.target().id()), share.amount(), Money::plus);
                    }
                }
            }
            others = others.plus(hidden);
            pools.add(new AllocationView.PoolView(
                    pool.pool(),
                    pool.name(),
                    pool.key(),
                    pool.keyKind(),
                    pool.entries(),
                    pool.ledger(),
                    pool.received(),
                    amount,
                    List.copyOf(visible),
                    hidden));
        }
        return new AllocationView(
                run.number(),
                run.period(),
                run.state(),
                run.ledgerEntries(),
                run.ledgerTotal(),
                run.allocatedTotal(),
                pools,
                perOrganisation,
                others,
                run.unsoldCapacity(),
                run.runAt(),
                run.runBy());
    }

    private List<PoolRow> pools(String number) {
        return Rows.list(
                connection(),
                """
                        select a.pool, p.name_nb, p.name_nn, p.name_en, a.allocation_key, a.key_kind, a.ledger_entries,
                               a.ledger_amount, a.received_amount
                        from allocation_pool a join cost_pool p on p.pool = a.pool
                        where a.run_number = ? order by a.step_order, a.pool
                        """,
                List.of(number),
                row -> new PoolRow(
                        row.getString("pool"),
                        Rows.text(row, "name"),
                        row.getString("allocation_key"),
                        row.getString("key_kind"),
                        row.getInt("ledger_entries"),
                        new Money(row.getBigDecimal("ledger_amount")),
                        new Money(row.getBigDecimal("received_amount"))));
    }

    private List<ShareRow> shares(String number) {
        return Rows.list(
                connection(),
                """
                        select s.pool, s.target_type, s.target, s.share_numerator, s.share_denominator, s.working,
                               s.amount, coalesce(o.name, p.name_nb) name_nb, coalesce(o.name, p.name_nn) name_nn,
                               coalesce(o.name, p.name_en) name_en
                        from allocation_share s
                        left join organisation o on s.target_type = 'AGENCY' and o.orgnr = s.target
                        left join cost_pool p on s.target_type = 'POOL' and p.pool = s.target
                        where s.run_number = ? order by s.pool, s.position
                        """,
                List.of(number),
                row -> new ShareRow(
                        row.getString("pool"),
                        new Target(Target.Type.valueOf(row.getString("target_type")), row.getString("target")),
                        row.getString("name_nb") == null ? null : Rows.text(row, "name"),
                        new Share(
                                new BigInteger(row.getString("share_numerator")),
                                new BigInteger(row.getString("share_denominator"))),
                        row.getString("working"),
                        new Money(row.getBigDecimal("amount"))));
    }

    /** The vouchers of a pool by posting date. */
    Paged<LedgerEntry> ledger(YearMonth period, String pool, PageRequest request) {
        DateRange month = DateRange.of(period);
        List<Object> parameters = new ArrayList<>(List.of(month.start(), month.end(), pool));
        String from = """
                 from ledger_entry e left join organisation o on o.orgnr = e.supplier_orgnr
                where e.posted_on >= ? and e.posted_on < ? and e.cost_pool = ?
                """;
        long total = Rows.list(connection(), "select count(*)" + from, parameters, row -> row.getLong(1))
                .get(0);
        parameters.add(request.size());
        parameters.add(request.offset());
        return Paged.of(
                Rows.list(
                        connection(),
                        "select e.*, o.name supplier_name" + from + " order by e.posted_on, e.entry limit ? offset ?",
                        parameters,
                        AllocationRuns::entry),
                request,
                total);
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        String supplier = row.getString("supplier_orgnr");
        return new LedgerEntry(
                row.getString("entry"),
                Rows.date(row, "posted_on"),
                row.getString("account"),
                row.getString("cost_pool"),
                new Money(row.getBigDecimal("amount")),
                supplier == null ? null : OrgNumber.of(supplier),
                row.getString("supplier_name"),
                row.getString("text"));
    }

    private static AllocationLine line(ResultSet row) throws SQLException {
        return new AllocationLine(
                row.getString("number"),
                YearMonth.parse(row.getString("period")),
                RunState.valueOf(row.getString("state")),
                row.getInt("ledger_entries"),
                new Money(row.getBigDecimal("ledger_total")),
                new Money(row.getBigDecimal("allocated_total")),
                new Money(row.getBigDecimal("unsold_capacity")),
                Instant.ofEpochMilli(row.getLong("run_at")),
                row.getString("run_by"));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
