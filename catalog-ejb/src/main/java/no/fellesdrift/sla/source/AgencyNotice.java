package no.fellesdrift.sla.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What announced work means to one agency.
 *
 * @param hours the longest notice that its levels ask for; null when they ask for none
 */
public record AgencyNotice(String agency, String agencyName, Outcome outcome, Integer hours, List<AffectedLine> lines) {

    /** Whether the notice suffices; of work that interrupts a measured service only. */
    public enum Outcome {
        IN_TIME,
        /** The interruption counts as downtime. */
        TOO_LATE,
        /** Nothing is interrupted. */
        NO_DOWNTIME,
        /** No level of the agency measures the availability of what is hit. */
        NOT_MEASURED
    }

    /** By agency; the notice is in elapsed hours, and exactly that many is in time. */
    static List<AgencyNotice> of(List<AffectedLine> lines, Instant announced, Instant from, boolean interrupts) {
        Map<String, List<AffectedLine>> byAgency = new LinkedHashMap<>();
        lines.forEach(line -> byAgency.merge(
                line.agency(),
                List.of(line),
                (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList()));
        return byAgency.values().stream()
                .map(own -> of(own, Duration.between(announced, from), interrupts))
                .sorted(Comparator.comparing(AgencyNotice::agencyName))
                .toList();
    }

    private static AgencyNotice of(List<AffectedLine> lines, Duration notice, boolean interrupts) {
        Integer hours = lines.stream()
                .filter(AffectedLine::measured)
                .map(AffectedLine::noticeHours)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Outcome outcome;
        if (!interrupts) {
            outcome = Outcome.NO_DOWNTIME;
        } else if (lines.stream().noneMatch(AffectedLine::measured)) {
            outcome = Outcome.NOT_MEASURED;
        } else {
            outcome = hours == null || notice.compareTo(Duration.ofHours(hours)) >= 0
                    ? Outcome.IN_TIME
                    : Outcome.TOO_LATE;
        }
        return new AgencyNotice(lines.get(0).agency(), lines.get(0).agencyName(), outcome, hours, lines);
    }
}
