package no.fellesdrift.web.order;

import java.time.LocalDate;
import java.util.OptionalInt;
import no.fellesdrift.order.OrderRoute;
import no.fellesdrift.order.StepDraft;

/**
 * What goes with an action; each reads what it needs.
 *
 * @param position the order's line, from 1; left out, every line that may take the step takes it
 * @param upstreamOrder the supplier's number; {@code number} means the same
 * @param promisedDate the supplier's date; {@code date} means the same
 * @param supplierState as the supplier said it
 */
public record StepBody(
        String note,
        Integer position,
        OrderRoute route,
        String upstreamOrder,
        String number,
        LocalDate promisedDate,
        LocalDate date,
        String supplierState) {

    static final StepBody EMPTY = new StepBody(null, null, null, null, null, null, null, null);

    StepDraft draft(OptionalInt version) {
        return new StepDraft(
                version.isPresent() ? version.getAsInt() : null,
                position,
                note,
                route,
                upstreamOrder == null ? number : upstreamOrder,
                promisedDate == null ? date : promisedDate,
                supplierState);
    }
}
