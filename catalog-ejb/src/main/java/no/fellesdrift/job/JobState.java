package no.fellesdrift.job;

import java.util.EnumSet;
import java.util.Set;

/** Where a job is, and what may come next. */
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    /** Its server has gone while it ran. */
    BROKEN_OFF;

    /** What may follow. One that is done is not done again: a new job is started. */
    Set<JobState> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(RUNNING);
            case RUNNING -> EnumSet.of(DONE, FAILED, BROKEN_OFF);
            case FAILED, BROKEN_OFF -> EnumSet.of(WAITING);
            case DONE -> EnumSet.noneOf(JobState.class);
        };
    }

    /** Neither waiting nor running. */
    public boolean isEnded() {
        return this != WAITING && this != RUNNING;
    }

    public boolean isRepeatable() {
        return next().contains(WAITING);
    }
}
