package no.fellesdrift.sla;

import java.time.Instant;

/**
 * Time without measurement.
 *
 * @param unknown the key at the source
 * @param to null while it lasts
 * @param source null when not named, see {@link UnnamedSource}
 */
public record UnknownDraft(
        String unknown,
        String service,
        String offering,
        String agency,
        Instant from,
        Instant to,
        String reason,
        String source)
        implements Scoped {}
