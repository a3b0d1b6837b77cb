package no.fellesdrift.job;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Says that this server lives, breaks off what a server left behind that does not, and takes up what waits. */
@Singleton
public class JobWatch {

    private static final Logger LOG = System.getLogger(JobWatch.class.getName());

    @Inject
    Runner runner;

    @Inject
    Workers workers;

    /** Every ten seconds. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void look() {
        int left = runner.beat();
        if (left > 0) {
            LOG.log(Level.WARNING, "Broke off {0} jobs whose server has gone; they can be started again", left);
        }
        if (runner.isAnyWaiting()) {
            workers.wake();
        }
    }
}
