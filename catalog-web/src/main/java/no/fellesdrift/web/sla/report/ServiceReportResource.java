package no.fellesdrift.web.sla.report;

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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.report.ChangeView;
import no.fellesdrift.sla.report.ReportAction;
import no.fellesdrift.sla.report.ReportDesk;
import no.fellesdrift.sla.report.ReportFilter;
import no.fellesdrift.sla.report.ReportIssueDesk;
import no.fellesdrift.sla.report.ReportReason;
import no.fellesdrift.sla.report.ReportRow;
import no.fellesdrift.sla.report.ReportState;
import no.fellesdrift.sla.report.ReportView;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.ApiReason;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Json;
import no.fellesdrift.web.api.Languages;
import no.fellesdrift.web.api.Paging;
import no.fellesdrift.web.sla.ResultItem;

/** Service reports, and what can be done with them. */
@Path("service-reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServiceReportResource {

    @Inject
    ReportDesk desk;

    @Inject
    ReportIssueDesk issue;

    @Inject
    ReportSteps steps;

    @Inject
    ReportPdfs pdfs;

    /**
     * @param report in which it was published
     * @param correction that tells of it; null while there is none
     * @param facts what counts otherwise than before
     */
    public record ChangeItem(
            String report,
            ResultItem before,
            ResultItem after,
            String correction,
            String why,
            List<ChangeView.Fact> facts,
            boolean policyChanged) {

        static ChangeItem of(ChangeView view) {
            return new ChangeItem(
                    view.report(),
                    ResultItem.of(view.before()),
                    ResultItem.of(view.after()),
                    view.correction(),
                    view.why(),
                    view.facts(),
                    view.policy());
        }
    }

    /** Which report is to be made. */
    public record Wanted(YearMonth period, OrgNumber organisation) {}

    /** Newest month first unless sorted otherwise. */
    @GET
    public Paged<ReportRow> list(
            @QueryParam("period") Optional<YearMonth> period,
            @QueryParam("organisation") Optional<OrgNumber> organisation,
            @QueryParam("state") Optional<ReportState> state,
            @QueryParam("silent") boolean silent,
            @BeanParam Paging paging) {
        return desk.list(
                new ReportFilter(period, organisation, state, silent),
                paging.request("number", "period", "organisation", "state", "breached", "publishedAt", "answerDue"));
    }

    /** With every line; the results are the versions that it shows. */
    @GET
    @Path("{number}")
    public Response one(@PathParam("number") String number) {
        return answer(desk.report(number));
    }

    /** Whether a frozen report still says what it said. */
    @GET
    @Path("{number}/fingerprint")
    public ReportDesk.Check fingerprint(@PathParam("number") String number) {
        return desk.check(number);
    }

    /**
     * The report as a tagged PDF/A, with the working of each level that was not met.
     *
     * @param wanted the language, nb, nn or en; the caller's when left out
     */
    @GET
    @Path("{number}/pdf")
    @Produces("application/pdf")
    public Response pdf(
            @PathParam("number") String number,
            @QueryParam("language") String wanted,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted)
            throws IOException {
        String language = Languages.of(wanted == null ? accepted : wanted);
        ReportView report = desk.report(number, language);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pdfs.write(report, language, whole);
        return Response.ok(whole.toByteArray())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + report.number() + "-" + language + ".pdf\"")
                .build();
    }

    /** What changed after its publication, and why; newest first. */
    @GET
    @Path("changes")
    public Paged<ChangeItem> changes(
            @QueryParam("period") Optional<YearMonth> period,
            @QueryParam("organisation") Optional<OrgNumber> organisation,
            @BeanParam Paging paging) {
        return desk.changes(period, organisation, paging.request()).map(ChangeItem::of);
    }

    /** The text that the fingerprint is the SHA-256 of. */
    @GET
    @Path("{number}/content")
    @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
    public String content(@PathParam("number") String number) {
        return desk.content(number);
    }

    /** Makes the draft of a report, or of a correction of one that is published. */
    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@NotNull Wanted wanted, @Context UriInfo uri) {
        mustBeTold("period", wanted.period());
        mustBeTold("organisation", wanted.organisation());
        ReportView made = issue.generate(wanted.period(), wanted.organisation());
        return Answers.created(uri, made.number(), ReportItem.of(made), made.version());
    }

    /** @param action as {@code submit}, {@code publish}, {@code acknowledge}, {@code dispute} … */
    @POST
    @Path("{number}/{action}")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response act(
            @PathParam("number") String number,
            @PathParam("action") String action,
            @HeaderParam("If-Match") String ifMatch,
            String body)
            throws IOException {
        ReportAction wanted =
                ReportAction.of(action).orElseThrow(() -> new Rejection(ReportReason.UNKNOWN_REPORT_ACTION, action));
        OptionalInt read = Answers.version(ifMatch);
        return answer(steps.take(number, read.isPresent() ? read.getAsInt() : null, wanted, step(body)));
    }

    private static ReportStep step(String body) throws IOException {
        if (body == null || body.isBlank()) {
            return ReportStep.EMPTY;
        }
        return (ReportStep)
                Json.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), ReportStep.class);
    }

    private static void mustBeTold(String field, Object value) {
        if (value == null) {
            throw new Rejection(ApiReason.WRONG_FIELDS, List.of(Rejection.Violation.of(field, "api.wrong.required")));
        }
    }

    private static Response answer(ReportView report) {
        return Answers.one(ReportItem.of(report), report.version());
    }
}
