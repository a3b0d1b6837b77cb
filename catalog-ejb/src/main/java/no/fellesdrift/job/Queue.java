package no.fellesdrift.job;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.CurrentCaller;

/**
 * Where desks put work that takes long. Whoever calls has judged the role; the job is the caller's, and begins when the
 * caller's transaction has been committed.
 */
@Dependent
public class Queue {

    @Inject
    Jobs jobs;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    @Inject
    Event<JobWaits> waits;

    /**
     * @param subject a month, or the name of a file; the same subject is under way once
     * @param input what the work needs besides; empty when nothing
     * @throws Rejection UNDER_WAY
     */
    public JobView add(JobKind kind, String subject, InputStream input) {
        Job job = new Job(kind, subject, caller.get(), clock.instant());
        jobs.add(job, input);
        happened.fire(new Happened(
                "job.start",
                "Job",
                String.valueOf(job.id()),
                null,
                null,
                job.state().name(),
                kind + " " + subject));
        waits.fire(new JobWaits(job.id()));
        return job.view(caller.get());
    }
}
