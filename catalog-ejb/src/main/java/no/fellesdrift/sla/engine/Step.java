package no.fellesdrift.sla.engine;

/**
 * One line of an explanation: what of one fact or case counted, and by which rule.
 *
 * @param key the fact's or case's key at its source
 * @param service whose fact it is; a needed service's in a composed level
 * @param from epoch second, inclusive
 * @param to epoch second, exclusive
 * @param seconds the seconds that the effect holds for: agreed seconds of an interval, elapsed seconds of a case
 * @param effect what was done with it
 * @param cause of downtime; absent elsewhere
 * @param due epoch second at which a case was due; absent when it did not run out or the step is no case
 * @param priority by which a case was judged; absent elsewhere
 */
public record Step(
        Kind kind,
        String key,
        String service,
        long from,
        long to,
        long seconds,
        Effect effect,
        Cause cause,
        Long due,
        String priority) {

    public enum Kind {
        OUTAGE,
        MAINTENANCE,
        EXCLUSION,
        UNKNOWN,
        CASE,
        PAUSE,
        /** Samples of a day, or a time in which they were beyond a threshold. */
        SAMPLES,
        BACKUP,
        RECOVERY,
        /** A number of any other kind. */
        VALUE,
        /** A service report. */
        REPORT
    }

    public enum Effect {
        /** Downtime that counts. */
        DOWNTIME,
        /** The same second counts already, for another fact. */
        OVERLAPS,
        /** Taken out by approved maintenance. */
        UNDER_MAINTENANCE,
        /** Taken out by an approved exclusion. */
        EXCLUDED,
        /** Reduced quality is not downtime here. */
        DEGRADED,
        /** Reduced quality is downtime by its weight. */
        DEGRADED_COUNTS,
        OUTSIDE_SERVICE_HOURS,
        /** Counts as maintenance. */
        MAINTENANCE,
        NOT_APPROVED,
        ANNOUNCED_TOO_LATE,
        OUTSIDE_WINDOW,
        BEYOND_QUOTA,
        /** Not measured, and treated by the unknown policy. */
        UNKNOWN,
        /** Not measured, but known otherwise: maintenance, exclusion or downtime. */
        KNOWN_OTHERWISE,
        /** A case stopped in time. */
        IN_TIME,
        /** A case stopped too late. */
        LATE,
        /** A case not stopped at the period's end, and past its due instant. */
        OVERDUE,
        /** Time in which a case's clock stood. */
        PAUSED,
        /** Time between a case's solution and its reopening. */
        SOLVED,
        /** A pause that the level does not subtract. */
        PAUSE_IGNORED,
        /** Time of a case before its clock began anew. */
        BEFORE_RESTART,
        /** Within the threshold. */
        WITHIN,
        /** Some samples of the day are not within the threshold, or failed. */
        SOME_BEYOND,
        BEYOND_THRESHOLD,
        SUCCESSFUL,
        FAILED,
        /** A scheduled run that nobody told of. */
        MISSING
    }

    static Step interval(
            Kind kind, String key, String service, long from, long to, long seconds, Effect effect, Cause cause) {
        return new Step(kind, key, service, from, to, seconds, effect, cause, null, null);
    }
}
