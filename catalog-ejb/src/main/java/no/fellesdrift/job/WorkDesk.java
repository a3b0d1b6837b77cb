package no.fellesdrift.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;

/** What a server tells the job list about the work that it does. Each step is a short transaction of its own. */
@Stateless
public class WorkDesk {

    /** A server speaks every ten seconds; three times silent, and it has gone. */
    private static final Duration SILENT = Duration.ofSeconds(30);

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** A job that this server does now, in the name of whom. */
    public record Claimed(long id, JobKind kind, String subject, Caller starter) {}

    /** Takes the oldest job that waits, or nothing when none does. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Claimed> claim(String runner) {
        Optional<Job> next = jobs.oldestWaiting();
        next.ifPresent(job -> job.begin(runner, clock.instant()));
        return next.map(job -> {
            jobs.progress(job.id(), runner, 0, 0, clock.instant());
            return new Claimed(job.id(), job.kind(), job.subject(), job.starter());
        });
    }

    @RolesAllowed(Roles.SYSTEM)
    public boolean isAnyWaiting() {
        return jobs.isAnyWaiting();
    }

    /** What the job was given besides its subject. */
    @RolesAllowed(Roles.SYSTEM)
    public InputStream input(long id) {
        return jobs.input(id);
    }

    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void progress(long id, String runner, long done, long total) {
        jobs.progress(id, runner, done, total, clock.instant());
    }

    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void succeed(long id, String runner, List<String> figures) {
        jobs.locked(id).filter(job -> job.isRunBy(runner)).ifPresent(job -> {
            job.succeed(figures, clock.instant());
            jobs.forgetInput(id);
            ended(job, "job.done");
        });
    }

    /** @param refused why, in the words of the room that refused */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void refuse(long id, String runner, Rejection refused) {
        fail(id, runner, refused.reason().key(), refused.arguments());
    }

    /** Nobody has foreseen why; the log says more. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void crash(long id, String runner) {
        fail(id, runner, "job.failure.unforeseen", List.of(String.valueOf(id)));
    }

    private void fail(long id, String runner, String reason, List<String> arguments) {
        jobs.locked(id).filter(job -> job.isRunBy(runner)).ifPresent(job -> {
            job.fail(reason, arguments, clock.instant());
            ended(job, "job.fail");
        });
    }

    /** This server lives; what others left behind when they went is broken off. Answers how many. */
    @RolesAllowed(Roles.SYSTEM)
    public int beat(String runner) {
        Instant now = clock.instant();
        jobs.alive(runner, now);
        // a demo's clock may have been set back: what is alive in the time to come is not alive either
        List<Job> left = jobs.silent(now.minus(SILENT), now.plus(SILENT));
        left.forEach(job -> {
            job.breakOff(now);
            ended(job, "job.break-off");
        });
        return left.size();
    }

    private void ended(Job job, String what) {
        happened.fire(new Happened(
                what,
                "Job",
                String.valueOf(job.id()),
                null,
                JobState.RUNNING.name(),
                job.state().name(),
                job.kind() + " " + job.subject()));
    }
}
