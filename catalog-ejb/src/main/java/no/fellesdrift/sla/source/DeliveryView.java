package no.fellesdrift.sla.source;

import java.time.Instant;
import java.util.List;
import no.fellesdrift.sla.RejectedRow;

/**
 * Something that arrived from a source.
 *
 * @param way MEASUREMENTS, WEBHOOK, PULL or AGAIN
 * @param problems what could not be used, and why; at most the first few
 * @param payload null where it is not kept
 */
public record DeliveryView(
        long id,
        String source,
        Instant receivedAt,
        String way,
        DeliveryOutcome outcome,
        int accepted,
        int duplicates,
        int rejected,
        List<RejectedRow> problems,
        String payload) {}
