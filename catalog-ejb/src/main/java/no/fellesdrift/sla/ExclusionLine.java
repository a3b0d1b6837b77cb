package no.fellesdrift.sla;

import java.time.Instant;

/**
 * An exclusion in a list.
 *
 * @param reason CUSTOMER_CAUSED, FORCE_MAJEURE
 * @param approved null while it waits for the side that did not propose it
 */
public record ExclusionLine(
        String key,
        String service,
        String offering,
        String agency,
        Instant from,
        Instant to,
        String reason,
        Instant requested,
        Instant approved,
        int version,
        String summary) {}
