package no.fellesdrift.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.sla.LevelDesk;

/** Keeps service levels up to date by itself: late facts every quarter of an hour, the running month every night. */
@Singleton
@RunAs(Roles.SYSTEM)
public class Evaluating {

    @Inject
    LevelDesk levels;

    @Schedule(hour = "*", minute = "3/15", persistent = false)
    public void lateFacts() {
        levels.bringUpToDate();
    }

    /** At night, so that a running month gets one version a day and not one a look. */
    @Schedule(hour = "4", minute = "40", persistent = false)
    public void runningMonth() {
        levels.evaluateRunning();
    }
}
