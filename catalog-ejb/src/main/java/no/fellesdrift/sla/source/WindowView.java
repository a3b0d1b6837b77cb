package no.fellesdrift.sla.source;

import java.time.Instant;
import no.fellesdrift.kernel.LocalizedText;

/**
 * Announced work.
 *
 * @param maintenance its key, {@code V-0013}
 * @param version of the fact: 1 when announced, one more for every change
 * @param offering null for all of the service
 * @param agency null for all
 * @param actualFrom null until it was carried out
 * @param announcedBy null when a machine or a file told it
 * @param approvedBy null when it is not approved
 */
public record WindowView(
        String maintenance,
        int version,
        WindowState state,
        String service,
        LocalizedText serviceName,
        String offering,
        String agency,
        String agencyName,
        Instant from,
        Instant to,
        Instant actualFrom,
        Instant actualTo,
        boolean interrupts,
        String performedBy,
        String text,
        Instant announcedAt,
        String announcedBy,
        String announcedByName,
        Instant approvedAt,
        String approvedBy,
        String approvedByName,
        String source) {

    /** Still to come or under way: not called off, not carried out. */
    public boolean open() {
        return state == WindowState.ANNOUNCED || state == WindowState.APPROVED;
    }
}
