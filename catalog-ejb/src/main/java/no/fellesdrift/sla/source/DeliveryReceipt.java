package no.fellesdrift.sla.source;

import java.util.List;
import no.fellesdrift.sla.RejectedRow;

/**
 * What is answered to a delivery.
 *
 * @param duplicates what was known already, or needs nothing
 */
public record DeliveryReceipt(DeliveryOutcome outcome, int accepted, int duplicates, List<RejectedRow> rejected) {

    static DeliveryReceipt of(int accepted, int duplicates, List<RejectedRow> rejected) {
        DeliveryOutcome outcome;
        if (!rejected.isEmpty()) {
            outcome = accepted + duplicates > 0 ? DeliveryOutcome.PARTLY : DeliveryOutcome.REJECTED;
        } else {
            outcome = accepted > 0 ? DeliveryOutcome.ACCEPTED : DeliveryOutcome.DUPLICATE;
        }
        return new DeliveryReceipt(outcome, accepted, duplicates, rejected);
    }
}
