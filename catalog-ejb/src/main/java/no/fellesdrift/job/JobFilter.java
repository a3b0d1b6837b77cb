package no.fellesdrift.job;

import java.util.Optional;

/** Which jobs a list shows. */
public record JobFilter(Optional<JobState> state, Optional<JobKind> kind) {
    public static final JobFilter ALL = new JobFilter(Optional.empty(), Optional.empty());
}
