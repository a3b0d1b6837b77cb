package no.fellesdrift.charge;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;

/** Billing periods in the database. */
class BillingPeriods {

    private static final String SELECT = "select period, state, closed_at, closed_by, version from billing_period ";

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** Newest first. */
    List<BillingPeriod> all() {
        return Rows.list(connection(), SELECT + "order by period desc", List.of(), BillingPeriods::period);
    }

    /** @throws Rejection UNKNOWN_PERIOD */
    BillingPeriod get(YearMonth period) {
        return find(period, "");
    }

    /**
     * The period, locked until the transaction ends, so that computing, closing and late readings wait for each other.
     *
     * @throws Rejection UNKNOWN_PERIOD, PERIOD_CLOSED
     */
    BillingPeriod open(YearMonth period) {
        BillingPeriod found = find(period, "for update");
        if (!found.isOpen()) {
            throw new Rejection(ChargeReason.PERIOD_CLOSED, period);
        }
        return found;
    }

    /**
     * As {@link #open}, but a period that does not exist yet is no hindrance.
     *
     * @throws Rejection PERIOD_CLOSED
     */
    void mustNotBeClosed(YearMonth period) {
        if (closings().containsKey(period)) {
            throw new Rejection(ChargeReason.PERIOD_CLOSED, period);
        }
    }

    private BillingPeriod find(YearMonth period, String lock) {
        return Rows.first(connection(), SELECT + "where period = ? " + lock, List.of(period), BillingPeriods::period)
                .orElseThrow(() -> new Rejection(ChargeReason.UNKNOWN_PERIOD, period));
    }

    /** No period can be closed while this transaction runs. */
    void holdOpen() {
        Rows.list(
                connection(),
                "select period from billing_period where state = 'OPEN' lock in share mode",
                List.of(),
                row -> row.getString(1));
    }

    /** When each closed period was closed. */
    Map<YearMonth, Instant> closings() {
        Map<YearMonth, Instant> closings = new TreeMap<>();
        all().stream()
                .filter(period -> !period.isOpen())
                .forEach(period -> closings.put(period.period(), period.closedAt()));
        return closings;
    }

    /** @throws Rejection EARLIER_PERIOD_OPEN */
    void mustBeOldestOpen(YearMonth period) {
        all().stream()
                .filter(other -> other.isOpen() && other.period().isBefore(period))
                .findFirst()
                .ifPresent(other -> {
                    throw new Rejection(ChargeReason.EARLIER_PERIOD_OPEN, period, other.period());
                });
    }

    /** Closes it, and sees to it that the next one exists. */
    void close(YearMonth period, Instant at, String by) {
        Rows.update(connection(), """
                        update billing_period set state = 'CLOSED', closed_at = ?, closed_by = ?, version = version + 1
                        where period = ?
                        """, List.of(at.toEpochMilli(), by, period));
        Rows.update(connection(), """
                        insert into billing_period (id, period, state)
                        select next value for billing_period_seq, ?, 'OPEN'
                        where not exists (select 1 from billing_period where period = ?)
                        """, List.of(period.plusMonths(1), period.plusMonths(1)));
    }

    private static BillingPeriod period(ResultSet row) throws SQLException {
        Long closed = row.getObject("closed_at", Long.class);
        return new BillingPeriod(
                YearMonth.parse(row.getString("period")),
                PeriodState.valueOf(row.getString("state")),
                closed == null ? null : Instant.ofEpochMilli(closed),
                row.getString("closed_by"),
                row.getInt("version"));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
