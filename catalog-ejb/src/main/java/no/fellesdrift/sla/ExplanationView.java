package no.fellesdrift.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How a figure came about: the result, every interval or case with what was done with it, and the versions there are.
 *
 * @param steps in order of time
 * @param versions all versions of the result, newest first
 * @param days the agreed service time of each day; empty for what has none
 */
public record ExplanationView(ResultView result, List<StepView> steps, List<VersionView> versions, List<DayView> days) {

    /** @param seconds in which the service was promised on that local date */
    public record DayView(LocalDate day, long seconds) {}

    /** @see no.fellesdrift.sla.engine.Step */
    public record StepView(
            String kind,
            String key,
            String service,
            Instant from,
            Instant to,
            long seconds,
            String effect,
            String cause,
            Instant due,
            String priority,
            String note) {}

    public record VersionView(String id, int version, String status, String percent, Instant evaluatedAt) {}
}
