package no.fellesdrift.web.sla.breach;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.breach.ActionDraft;
import no.fellesdrift.sla.breach.BreachDesk;
import no.fellesdrift.sla.breach.BreachFilter;
import no.fellesdrift.sla.breach.BreachLine;
import no.fellesdrift.sla.breach.BreachState;
import no.fellesdrift.sla.breach.BreachView;
import no.fellesdrift.sla.engine.Cause;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Paging;

/** Broken promises and what is done about them. Every step answers the breach; it honours If-Match when it is sent. */
@Path("breaches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BreachResource {

    @Inject
    BreachDesk desk;

    /** What goes with a step: the analysis or the comment. */
    public record Note(String note) {}

    /** Who owns it from now on. */
    public record NewOwner(String person) {}

    /** @param overdue only those with an action whose day has passed */
    @GET
    public Paged<BreachLine> list(
            @QueryParam("period") Optional<YearMonth> period,
            @QueryParam("organisation") Optional<OrgNumber> organisation,
            @QueryParam("service") Optional<String> service,
            @QueryParam("state") Optional<BreachState> state,
            @QueryParam("cause") Optional<Cause> cause,
            @QueryParam("owner") Optional<String> owner,
            @QueryParam("overdue") boolean overdue,
            @BeanParam Paging paging) {
        return desk.list(
                new BreachFilter(period, organisation, service, state, cause, false, overdue, owner),
                paging.request(
                        "number",
                        "period",
                        "organisation",
                        "service",
                        "line",
                        "level",
                        "cause",
                        "state",
                        "owner",
                        "nextDue"));
    }

    @GET
    @Path("{number}")
    public Response one(@PathParam("number") String number) {
        return answer(desk.breach(number));
    }

    /** Says why it happened. */
    @POST
    @Path("{number}/analyse")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response analyse(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch, Note note) {
        return step(number, ifMatch, () -> desk.analyse(number, text(note)));
    }

    /** Adds an action to the plan. */
    @POST
    @Path("{number}/actions")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(
            @PathParam("number") String number, @HeaderParam("If-Match") String ifMatch, ActionDraft action) {
        return step(number, ifMatch, () -> desk.add(number, action));
    }

    @POST
    @Path("{number}/actions/{position}/done")
    public Response done(
            @PathParam("number") String number,
            @PathParam("position") int position,
            @HeaderParam("If-Match") String ifMatch) {
        return step(number, ifMatch, () -> desk.done(number, position));
    }

    /** Finds the plan enough. */
    @POST
    @Path("{number}/agree")
    public Response agree(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch) {
        return step(number, ifMatch, () -> desk.agree(number));
    }

    /** All actions are done. */
    @POST
    @Path("{number}/finish")
    public Response finish(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch) {
        return step(number, ifMatch, () -> desk.finish(number));
    }

    @POST
    @Path("{number}/close")
    public Response close(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch) {
        return step(number, ifMatch, () -> desk.close(number));
    }

    @POST
    @Path("{number}/hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response handOver(
            @PathParam("number") String number, @HeaderParam("If-Match") String ifMatch, NewOwner owner) {
        return step(number, ifMatch, () -> desk.handOver(number, owner == null ? null : owner.person()));
    }

    /** By either side. */
    @POST
    @Path("{number}/comment")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response comment(@PathParam("number") String number, Note note) {
        return answer(desk.comment(number, text(note)));
    }

    private Response step(String number, String ifMatch, Supplier<BreachView> step) {
        Answers.mustMatch(Answers.version(ifMatch), desk.breach(number).breach().version());
        return answer(step.get());
    }

    private static String text(Note note) {
        return note == null ? null : note.note();
    }

    private static Response answer(BreachView breach) {
        return Answers.one(breach, breach.breach().version());
    }
}
