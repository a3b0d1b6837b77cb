package no.fellesdrift.charge;

import java.time.Instant;
import java.time.YearMonth;

/**
 * A calendar month of the billing zone.
 *
 * @param closedAt absent while it is open
 * @param closedBy the person's id; absent while it is open
 */
public record BillingPeriod(YearMonth period, PeriodState state, Instant closedAt, String closedBy, int version) {

    public boolean isOpen() {
        return state == PeriodState.OPEN;
    }
}
