package no.fellesdrift.sla;

import java.time.Instant;

/** A time that is proposed to be left out, or is left out since it was approved. @see ExclusionDraft */
public record ExclusionView(
        String exclusion,
        String service,
        String offering,
        String organisation,
        Instant from,
        Instant to,
        String reason,
        String requestedBy,
        Instant requestedAt,
        String approvedBy,
        Instant approvedAt,
        int version,
        String summary) {

    public boolean approved() {
        return approvedBy != null;
    }
}
