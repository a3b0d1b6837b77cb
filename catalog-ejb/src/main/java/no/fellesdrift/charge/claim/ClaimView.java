package no.fellesdrift.charge.claim;

import java.util.List;

/** A claim with what it is collected from, by breach. */
public record ClaimView(ClaimLine claim, List<ClaimPart> parts) {

    public ClaimView {
        parts = List.copyOf(parts);
    }
}
