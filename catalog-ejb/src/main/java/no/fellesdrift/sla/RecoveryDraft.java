package no.fellesdrift.sla;

import java.time.Instant;

/**
 * A recovery, or a test of one, as its source tells it.
 *
 * @param recovery the key at the source
 * @param offering null for all
 * @param agency null for all
 * @param failureAt when what was lost was lost
 * @param declaredAt when the recovery was asked for: its time runs from here
 * @param restoredAt null until the service is back
 * @param lastGoodPointAt the newest data that came back; null until it is known
 * @param test an exercise
 * @param source null when not named, see {@link UnnamedSource}
 */
public record RecoveryDraft(
        String recovery,
        String service,
        String offering,
        String agency,
        Instant failureAt,
        Instant declaredAt,
        Instant restoredAt,
        Instant lastGoodPointAt,
        Boolean test,
        String source,
        String summary)
        implements Scoped {}
