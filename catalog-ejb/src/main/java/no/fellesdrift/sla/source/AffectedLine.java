package no.fellesdrift.sla.source;

import no.fellesdrift.kernel.LocalizedText;

/**
 * An agreement line that announced work touches.
 *
 * @param direct of the service itself; otherwise its service needs the one that is worked on
 * @param measured one of its levels counts downtime of the work
 * @param noticeHours the longest notice that such a level asks for; null when none does
 */
public record AffectedLine(
        String agency,
        String agencyName,
        String line,
        String offering,
        LocalizedText serviceName,
        boolean direct,
        boolean measured,
        Integer noticeHours) {}
