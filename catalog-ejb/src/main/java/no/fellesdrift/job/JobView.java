package no.fellesdrift.job;

import java.time.Instant;
import java.util.List;

/**
 * A job as its starter and the administrator see it.
 *
 * @param subject the month {@code 2026-10}, or the name of the file
 * @param done of {@code total}, in the unit of the kind; both 0 until the work has counted
 * @param result figures for the sentence {@code job.result.<kind>}; empty until it is done
 * @param failure the key of the sentence that says why it failed; absent when it has not
 * @param attempt from 1
 * @param own whether the caller started it
 */
public record JobView(
        long id,
        JobKind kind,
        String subject,
        JobState state,
        long done,
        long total,
        List<String> result,
        String failure,
        List<String> failureArguments,
        String startedBy,
        String startedByName,
        Instant queuedAt,
        Instant beganAt,
        Instant endedAt,
        int attempt,
        boolean own,
        int version) {

    public JobView {
        result = List.copyOf(result);
        failureArguments = List.copyOf(failureArguments);
    }
}
