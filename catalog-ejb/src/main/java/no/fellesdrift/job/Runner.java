package no.fellesdrift.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;

/** Does one job after another: in the role of the system, because who started it was asked then, and in their name. */
@Stateless
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Runner {

    /** This server until it stops. */
    static final String NAME = UUID.randomUUID().toString();

    private static final Logger LOG = System.getLogger(Runner.class.getName());

    private static final Duration PACE = Duration.ofMillis(500);

    @Inject
    WorkDesk desk;

    @Inject
    @Any
    Instance<Work> works;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Does the oldest job that waits. Answers whether there was one. */
    public boolean next() {
        Optional<WorkDesk.Claimed> claimed = desk.claim(NAME);
        claimed.ifPresent(this::run);
        return claimed.isPresent();
    }

    public boolean isAnyWaiting() {
        return desk.isAnyWaiting();
    }

    public int beat() {
        return desk.beat(NAME);
    }

    /** Whatever goes wrong ends the job, never the one who does them all. */
    @SuppressWarnings("PMD.AvoidCatchingGenericException")
    private void run(WorkDesk.Claimed job) {
        caller.set(job.starter());
        try {
            List<String> figures =
                    of(job.kind()).run(new Work.Task(job.subject(), () -> desk.input(job.id()), told(job)));
            desk.succeed(job.id(), NAME, figures);
        } catch (RuntimeException e) {
            Optional<Rejection> refused = rejection(e);
            if (refused.isPresent()) {
                desk.refuse(job.id(), NAME, refused.get());
            } else {
                LOG.log(Level.ERROR, "Job " + job.id() + " (" + job.kind() + " " + job.subject() + ") has failed", e);
                desk.crash(job.id(), NAME);
            }
        }
    }

    private Work of(JobKind kind) {
        return works.stream()
                .filter(work -> work.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody does " + kind));
    }

    /** A rejection may come wrapped by the container. */
    private static Optional<Rejection> rejection(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** Twice a second is often enough for an eye, and the last one always. */
    private Progress told(WorkDesk.Claimed job) {
        return new Progress() {
            private Instant last = Instant.MIN;

            @Override
            public void at(long done, long total) {
                Instant now = clock.instant();
                if (done == total || last.plus(PACE).isBefore(now)) {
                    last = now;
                    desk.progress(job.id(), NAME, done, total);
                }
            }
        };
    }
}
