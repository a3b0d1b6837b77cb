package no.fellesdrift.sla;

import java.time.Instant;

/**
 * Planned work in a list.
 *
 * @param cancelled it was called off
 * @param approvedBy null when it is not approved
 */
public record MaintenanceLine(
        String key,
        String service,
        String offering,
        String agency,
        Instant windowFrom,
        Instant windowTo,
        Instant actualFrom,
        Instant actualTo,
        boolean serviceDown,
        String performedBy,
        Instant announced,
        String approvedBy,
        Instant approved,
        int version,
        String summary,
        boolean cancelled) {}
