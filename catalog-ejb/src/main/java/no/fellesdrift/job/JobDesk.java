package no.fellesdrift.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.report.ReportIssueDesk;

/** Long work: starting it, following it, starting it again. Everybody sees the own, an administrator all. */
@Stateless
public class JobDesk {

    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    Jobs jobs;

    @Inject
    JobLists lists;

    @Inject
    Queue queue;

    @Inject
    ChargeDesk charges;

    @Inject
    LevelDesk levels;

    @Inject
    ReportIssueDesk reports;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    @Inject
    Event<JobWaits> waits;

    // ---------------------------------------------------------------- starting

    /** Computes an open month's charges. @throws Rejection UNKNOWN_PERIOD, PERIOD_CLOSED, UNDER_WAY */
    @RolesAllowed(Roles.CONTROLLER)
    public JobView computeCharges(YearMonth period) {
        charges.holdOpen(period);
        return queue.add(JobKind.CHARGES, period.toString(), InputStream.nullInputStream());
    }

    /** Shares an open month's costs. @throws Rejection UNKNOWN_PERIOD, PERIOD_CLOSED, UNDER_WAY */
    @RolesAllowed(Roles.CONTROLLER)
    public JobView allocate(YearMonth period) {
        charges.holdOpen(period);
        return queue.add(JobKind.ALLOCATION, period.toString(), InputStream.nullInputStream());
    }

    /** Evaluates a month's service levels. @throws Rejection PERIOD_NOT_BEGUN, UNDER_WAY */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public JobView evaluateLevels(YearMonth period) {
        levels.mustHaveBegun(period);
        return queue.add(JobKind.LEVELS, period.toString(), InputStream.nullInputStream());
    }

    /** Makes the drafts of all agencies' service reports of a month. @throws Rejection REPORT_PERIOD_NOT_OVER, UNDER_WAY */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public JobView generateReports(YearMonth period) {
        reports.mustBeOver(period);
        return queue.add(JobKind.REPORTS, period.toString(), InputStream.nullInputStream());
    }

    /** Starts one that failed or was broken off again. @throws Rejection NOT_FOUND, NOT_REPEATABLE, UNDER_WAY, MAY_NOT_START */
    @RolesAllowed(Roles.USER)
    public JobView again(long id) {
        Job job = visible(jobs.locked(id), id);
        if (!job.kind().mayBeStartedBy(caller.get())) {
            throw new Rejection(JobReason.MAY_NOT_START);
        }
        if (!job.state().isRepeatable()) {
            throw new Rejection(JobReason.NOT_REPEATABLE, id);
        }
        jobs.mustBeFree(job.kind(), job.subject());
        JobState before = job.state();
        job.again(clock.instant());
        happened.fire(new Happened(
                "job.again",
                "Job",
                String.valueOf(id),
                null,
                before.name(),
                job.state().name(),
                job.kind() + " " + job.subject()));
        waits.fire(new JobWaits(id));
        return job.view(caller.get());
    }

    // ---------------------------------------------------------------- following

    /** Newest first. @throws Rejection UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public Paged<JobView> list(JobFilter filter, PageRequest page) {
        return lists.page(starter(), filter, page, caller.get());
    }

    /** The whole list, one by one. @throws Rejection UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public void forEach(JobFilter filter, List<String> sort, Consumer<JobView> each) {
        lists.forEach(starter(), filter, sort, caller.get(), each);
    }

    /** Whose jobs the caller sees; absent for everybody's. */
    private Optional<String> starter() {
        return caller.get().has(Role.ADMINISTRATOR)
                ? Optional.empty()
                : Optional.of(caller.get().id());
    }

    /** @throws Rejection NOT_FOUND, also for another's */
    @RolesAllowed(Roles.USER)
    public JobView job(long id) {
        return visible(jobs.find(id), id).view(caller.get());
    }

    /** What the caller has under way, and what has ended since the caller last looked; newest first. */
    @RolesAllowed(Roles.USER)
    public List<JobView> news() {
        return JobKind.isAnythingFor(caller.get())
                ? jobs.news(caller.get().id()).stream()
                        .map(job -> job.view(caller.get()))
                        .toList()
                : List.of();
    }

    /** The caller has seen how the own jobs ended. */
    @RolesAllowed(Roles.USER)
    public void see() {
        jobs.see(caller.get().id());
    }

    /** Forgets what ended and was started more than 90 days ago. */
    @RolesAllowed(Roles.SYSTEM)
    public int forgetOld() {
        return jobs.forget(clock.instant().minus(KEPT));
    }

    private Job visible(Optional<Job> found, long id) {
        return found.filter(job -> caller.get().has(Role.ADMINISTRATOR) || job.isStartedBy(caller.get()))
                .orElseThrow(() -> new Rejection(JobReason.NOT_FOUND, id));
    }
}
