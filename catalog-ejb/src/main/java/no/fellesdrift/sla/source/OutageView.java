package no.fellesdrift.sla.source;

import java.time.Instant;
import no.fellesdrift.kernel.LocalizedText;

/**
 * One outage.
 *
 * @param version of the fact
 * @param offering null for all of the service
 * @param agency null for all
 * @param endedAt null while it lasts
 */
public record OutageView(
        String source,
        String outage,
        int version,
        Instant recordedAt,
        String service,
        LocalizedText serviceName,
        String offering,
        String agency,
        String agencyName,
        Instant startedAt,
        Instant endedAt,
        String causedBy,
        String impact,
        String text) {}
