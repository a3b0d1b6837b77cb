package no.fellesdrift.sla.source;

import java.time.Instant;
import java.util.Set;
import no.fellesdrift.kernel.LocalizedText;

/**
 * Fired when work is announced, moved or called off: the agencies it touches want to know.
 *
 * @param agencies their numbers
 * @param interrupts whether the service is down meanwhile
 */
public record MaintenanceTold(
        What what,
        String maintenance,
        LocalizedText service,
        Instant from,
        Instant to,
        boolean interrupts,
        Set<String> agencies) {

    /** What became of it. */
    public enum What {
        ANNOUNCED,
        MOVED,
        CANCELLED
    }
}
