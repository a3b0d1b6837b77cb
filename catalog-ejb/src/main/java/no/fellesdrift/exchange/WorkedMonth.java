package no.fellesdrift.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import no.fellesdrift.allocation.AllocationDesk;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.charge.Charging;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.order.FulfilmentDesk;
import no.fellesdrift.sla.LevelDesk;

/**
 * What the provider's staff would do when the month of a freshly imported demo is over: evaluate the service levels of
 * that month and the one before it, compute its charges, share its costs. By the desks, so that the demo shows what the
 * product computes.
 */
@Dependent
class WorkedMonth {

    private static final Logger LOG = System.getLogger(WorkedMonth.class.getName());

    @Inject
    LevelDesk levels;

    @Inject
    FulfilmentDesk orders;

    @Inject
    ChargeDesk charges;

    @Inject
    AllocationDesk allocations;

    @Inject
    Clock clock;

    /** The month that the data set calls its worked month, when the clock says that it has begun. */
    Optional<YearMonth> of(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT value FROM setting WHERE name = ?")) {
            query.setString(1, "worked_month");
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(YearMonth.parse(row.getString(1))).filter(this::hasBegun)
                        : Optional.empty();
            }
        }
    }

    private boolean hasBegun(YearMonth month) {
        return !month.isAfter(YearMonth.from(clock.instant().atZone(Charging.ZONE)));
    }

    /** Each step stands for itself: what is refused can be done in the product when its reason is mended. */
    void compute(YearMonth month) {
        step("promises of open orders", orders::promiseImported);
        step("service levels of " + month.minusMonths(1), () -> levels.evaluate(month.minusMonths(1)));
        step("service levels of " + month, () -> levels.evaluate(month));
        step("charges of " + month, () -> charges.compute(month));
        step("cost shares of " + month, () -> allocations.run(month));
    }

    private static void step(String what, Runnable work) {
        try {
            work.run();
            LOG.log(Level.INFO, "Computed the {0}", what);
        } catch (Rejection refused) {
            LOG.log(Level.WARNING, "Not computed, the " + what + ": " + refused.getMessage());
        }
    }
}
