package no.fellesdrift.sla;

import java.time.Instant;

/**
 * An outage in a list.
 *
 * @param ended null while it lasts
 */
public record OutageLine(
        String key,
        String service,
        String offering,
        String agency,
        Instant started,
        Instant ended,
        String causedBy,
        String impact,
        String source,
        int version,
        String summary) {}
