package no.fellesdrift.web.sla.source;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.source.AgencyNotice;
import no.fellesdrift.sla.source.MaintenanceDesk;
import no.fellesdrift.sla.source.SourceReason;
import no.fellesdrift.sla.source.WindowDraft;
import no.fellesdrift.sla.source.WindowFilter;
import no.fellesdrift.sla.source.WindowState;
import no.fellesdrift.sla.source.WindowView;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Paging;

/** Announced work: the list, and what is done with it. */
@Path("maintenance")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MaintenanceResource {

    @Inject
    MaintenanceDesk desk;

    @GET
    public Paged<WindowView> list(
            @QueryParam("coming") @DefaultValue("false") boolean coming,
            @QueryParam("service") Optional<String> service,
            @QueryParam("state") Optional<WindowState> state,
            @QueryParam("organisation") Optional<OrgNumber> organisation,
            @BeanParam Paging paging) {
        return desk.list(
                new WindowFilter(coming, service, state, organisation),
                paging.request("from", "service", "announcedAt", "state"));
    }

    @GET
    @Path("{maintenance}")
    public Response one(@PathParam("maintenance") String maintenance) {
        return answer(desk.one(maintenance));
    }

    /** Whom it touches, and whether they were told in time. */
    public record Notices(List<AgencyNotice> agencies) {}

    @GET
    @Path("{maintenance}/notices")
    public Notices notices(@PathParam("maintenance") String maintenance) {
        return new Notices(desk.notices(maintenance));
    }

    /** What it would mean if it were announced now; nothing is kept. */
    @POST
    @Path("assessments")
    public Notices assess(WindowDraft draft) {
        return new Notices(desk.assess(draft));
    }

    @POST
    @Idempotent
    public Response announce(WindowDraft draft, @Context UriInfo uri) {
        WindowView window = desk.announce(draft);
        return Answers.created(uri, window.maintenance(), window, window.version());
    }

    /** By somebody other than the one who announced it. */
    @POST
    @Path("{maintenance}/approve")
    @Consumes(MediaType.WILDCARD)
    public Response approve(@PathParam("maintenance") String maintenance, @HeaderParam("If-Match") String ifMatch) {
        return answer(desk.approve(maintenance, read(ifMatch)));
    }

    /**
     * When, and why.
     *
     * @param reason null where none is asked for
     */
    public record Span(Instant from, Instant to, String reason) {

        Span must() {
            if (from == null || to == null) {
                throw new Rejection(SourceReason.TIME_MISSING);
            }
            return this;
        }
    }

    @POST
    @Path("{maintenance}/move")
    public Response move(
            @PathParam("maintenance") String maintenance, @HeaderParam("If-Match") String ifMatch, Span span) {
        return answer(desk.move(
                maintenance, read(ifMatch), span.must().from(), span.must().to(), span.reason()));
    }

    /** Why it is called off. */
    public record Reason(String reason) {}

    @POST
    @Path("{maintenance}/cancel")
    public Response cancel(
            @PathParam("maintenance") String maintenance, @HeaderParam("If-Match") String ifMatch, Reason reason) {
        return answer(desk.cancel(maintenance, read(ifMatch), reason.reason()));
    }

    /** When it was really done. */
    @POST
    @Path("{maintenance}/record")
    public Response carriedOut(
            @PathParam("maintenance") String maintenance, @HeaderParam("If-Match") String ifMatch, Span span) {
        return answer(desk.carriedOut(
                maintenance, read(ifMatch), span.must().from(), span.must().to()));
    }

    private static Integer read(String ifMatch) {
        return Answers.version(ifMatch).isPresent() ? Answers.version(ifMatch).getAsInt() : null;
    }

    private static Response answer(WindowView window) {
        return Answers.one(window, window.version());
    }
}
