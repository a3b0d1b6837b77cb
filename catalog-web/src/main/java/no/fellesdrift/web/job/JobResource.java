package no.fellesdrift.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.job.JobDesk;
import no.fellesdrift.job.JobFilter;
import no.fellesdrift.job.JobKind;
import no.fellesdrift.job.JobReason;
import no.fellesdrift.job.JobState;
import no.fellesdrift.job.JobView;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.ApiReason;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Languages;
import no.fellesdrift.web.api.Paging;

/** Long work: start it, come back for how far it is and how it ended. One's own; an administrator sees all. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {

    @Inject
    JobDesk desk;

    /** What to do: {@code CHARGES}, {@code LEVELS}, {@code ALLOCATION} or {@code REPORTS} of a month. */
    public record Wanted(JobKind kind, YearMonth period) {}

    /**
     * @param done of {@code total}, in the unit that {@code progress} says; both 0 until the work has counted
     * @param outcome what came out, or why nothing did, in the caller's language; empty while it is under way
     */
    public record JobItem(
            long id,
            JobKind kind,
            String subject,
            String title,
            JobState state,
            long done,
            long total,
            String progress,
            String outcome,
            String startedBy,
            Instant queuedAt,
            Instant beganAt,
            Instant endedAt,
            int attempt) {

        static JobItem of(JobView job, String language) {
            return new JobItem(
                    job.id(),
                    job.kind(),
                    job.subject(),
                    JobSentences.title(language, job),
                    job.state(),
                    job.done(),
                    job.total(),
                    JobSentences.progress(language, job),
                    JobSentences.outcome(language, job),
                    job.startedBy(),
                    job.queuedAt(),
                    job.beganAt(),
                    job.endedAt(),
                    job.attempt());
        }
    }

    /** Newest first. */
    @GET
    public Paged<JobItem> list(
            @QueryParam("state") Optional<JobState> state,
            @QueryParam("kind") Optional<JobKind> kind,
            @BeanParam Paging paging,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return desk.list(new JobFilter(state, kind), paging.request("queuedAt", "kind", "state", "startedBy", "id"))
                .map(job -> JobItem.of(job, Languages.of(language)));
    }

    @GET
    @Path("{id}")
    public Response one(@PathParam("id") long id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return answer(desk.job(id), language);
    }

    /** Puts the work in the queue; the address in {@code Location} tells how it goes. */
    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(
            @NotNull Wanted wanted, @Context UriInfo uri, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        mustBeTold("kind", wanted.kind());
        mustBeTold("period", wanted.period());
        JobView job = switch (wanted.kind()) {
            case CHARGES -> desk.computeCharges(wanted.period());
            case LEVELS -> desk.evaluateLevels(wanted.period());
            case ALLOCATION -> desk.allocate(wanted.period());
            case REPORTS -> desk.generateReports(wanted.period());
            case IMPORT -> throw new Rejection(JobReason.NOT_BY_MONTH, wanted.kind());
        };
        JobItem item = JobItem.of(job, Languages.of(language));
        return Answers.created(uri, String.valueOf(job.id()), item, tag(item));
    }

    /** Once more, when it failed or was broken off. */
    @POST
    @Path("{id}/again")
    public Response again(@PathParam("id") long id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return answer(desk.again(id), language);
    }

    private static void mustBeTold(String field, Object value) {
        if (value == null) {
            throw new Rejection(ApiReason.WRONG_FIELDS, List.of(Rejection.Violation.of(field, "api.wrong.required")));
        }
    }

    private static Response answer(JobView job, String language) {
        JobItem item = JobItem.of(job, Languages.of(language));
        return Answers.one(item, tag(item));
    }

    /** Progress is no new version of the job, but something new to tell. */
    private static int tag(JobItem item) {
        return item.hashCode() & Integer.MAX_VALUE;
    }
}
