package no.fellesdrift.job;

import java.util.EnumSet;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Role;

/** What is long enough to be a job, and who may start it. The unit of its progress is told by {@code job.unit.<kind>}. */
public enum JobKind {
    /** The charges of an open month. */
    CHARGES,
    /** The service levels of a month. */
    LEVELS,
    /** The cost shares of an open month. */
    ALLOCATION,
    /** A whole data set. */
    IMPORT,
    /** The drafts of all agencies' service reports of a month. */
    REPORTS;

    boolean mayBeStartedBy(Caller caller) {
        return switch (this) {
            case CHARGES, ALLOCATION -> caller.has(Role.CONTROLLER);
            case LEVELS -> caller.has(Role.SERVICE_LEVEL_MANAGER) || caller.has(Role.ADMINISTRATOR);
            case IMPORT -> caller.has(Role.ADMINISTRATOR);
            case REPORTS -> caller.has(Role.SERVICE_LEVEL_MANAGER);
        };
    }

    /** Whether there is anything that the caller may start. */
    public static boolean isAnythingFor(Caller caller) {
        return EnumSet.allOf(JobKind.class).stream().anyMatch(kind -> kind.mayBeStartedBy(caller));
    }
}
