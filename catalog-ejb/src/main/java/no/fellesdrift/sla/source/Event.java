package no.fellesdrift.sla.source;

import java.time.Instant;
import java.util.List;
import no.fellesdrift.sla.RejectedRow;

/**
 * What one event of a message says, in our words.
 *
 * @param row its number in the message, from 1
 * @param key names the disturbed thing
 * @param state FIRING, RESOLVED or IGNORE
 * @param started null when the message does not say
 * @param ended null when the message does not say
 * @param problems why it cannot be used; empty when it can
 */
public record Event(
        int row,
        String key,
        String state,
        Instant started,
        Instant ended,
        String service,
        String offering,
        String agency,
        String impact,
        String cause,
        String text,
        List<RejectedRow> problems) {

    static final String FIRING = "FIRING";
    static final String RESOLVED = "RESOLVED";
    static final String IGNORE = "IGNORE";

    public boolean usable() {
        return problems.isEmpty();
    }
}
