package no.fellesdrift.sla;

import java.time.Instant;

/**
 * An outage as its source tells it. Fields are named as the columns of the files.
 *
 * @param outage the key at the source
 * @param offering null for all
 * @param agency null for all
 * @param endedAt null while it lasts
 * @param causedBy PROVIDER, UPSTREAM, CUSTOMER
 * @param impact FULL, DEGRADED
 * @param source null when not named, see {@link UnnamedSource}
 */
public record OutageDraft(
        String outage,
        String service,
        String offering,
        String agency,
        Instant startedAt,
        Instant endedAt,
        String causedBy,
        String impact,
        String source,
        String summary)
        implements Scoped {}
