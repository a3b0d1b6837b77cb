package no.fellesdrift.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;

/** The hands of this server: at most two jobs at a time, on the container's threads. */
@ApplicationScoped
public class Workers {

    private static final int HANDS = 2;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Runner runner;

    private final Semaphore hands = new Semaphore(HANDS);

    /** Not before the job is there for others to see. */
    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobWaits waiting) {
        wake();
    }

    /** Sees to it that what waits is done, here or where it already is. */
    void wake() {
        executor.execute(this::work);
    }

    /** One that came while the last hand was being put down is seen by looking once more. */
    private void work() {
        do {
            if (!hands.tryAcquire()) {
                return;
            }
            try {
                while (runner.next()) {
                    // until none waits
                }
            } finally {
                hands.release();
            }
        } while (runner.isAnyWaiting());
    }
}
