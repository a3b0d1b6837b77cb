package no.fellesdrift.web.charge.claim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import no.fellesdrift.charge.claim.ClaimDesk;
import no.fellesdrift.charge.claim.ClaimFilter;
import no.fellesdrift.charge.claim.ClaimLine;
import no.fellesdrift.charge.claim.ClaimState;
import no.fellesdrift.charge.claim.ClaimView;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Paging;

/** Claims against suppliers, collected from the breaches that they caused. */
@Path("claims")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClaimResource {

    @Inject
    ClaimDesk desk;

    /** Which contract and measured month to claim for. */
    public record Draft(@NotBlank String contract, @NotNull YearMonth period) {}

    /** What the supplier said. */
    public record Answer(String answer) {}

    @GET
    public Paged<ClaimLine> list(
            @QueryParam("period") Optional<YearMonth> period,
            @QueryParam("state") Optional<ClaimState> state,
            @BeanParam Paging paging) {
        return desk.list(
                new ClaimFilter(period, state),
                paging.request("number", "contract", "supplier", "period", "amount", "state"));
    }

    @GET
    @Path("{number}")
    public Response one(@PathParam("number") String number) {
        ClaimView claim = desk.claim(number);
        return Answers.one(claim, claim.claim().version());
    }

    /** What could be claimed for a month, by contract. */
    @GET
    @Path("candidates/{period}")
    public Paged<ClaimDesk.Candidate> candidates(@PathParam("period") YearMonth period, @BeanParam Paging paging) {
        return Paged.cut(desk.candidates(period), paging.request());
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response draft(@Valid Draft draft, @Context UriInfo uri) {
        ClaimView claim = desk.draft(draft.contract(), draft.period());
        return Answers.created(uri, claim.claim().number(), claim, claim.claim().version());
    }

    /** Takes the figures of today into a draft. */
    @POST
    @Path("{number}/collect")
    public Response collect(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch) {
        return step(number, ifMatch, () -> desk.collect(number));
    }

    /** By another than the one who drafted it. */
    @POST
    @Path("{number}/send")
    public Response send(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch) {
        return step(number, ifMatch, () -> desk.send(number));
    }

    @POST
    @Path("{number}/accept")
    public Response accept(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch, Answer answer) {
        return step(number, ifMatch, () -> desk.accept(number, answer == null ? null : answer.answer()));
    }

    @POST
    @Path("{number}/reject")
    public Response reject(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch, Answer answer) {
        return step(number, ifMatch, () -> desk.reject(number, answer == null ? null : answer.answer()));
    }

    @POST
    @Path("{number}/settle")
    public Response settle(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch) {
        return step(number, ifMatch, () -> desk.settle(number));
    }

    private Response step(String number, String ifMatch, Supplier<ClaimView> step) {
        Answers.mustMatch(Answers.version(ifMatch), desk.claim(number).claim().version());
        ClaimView claim = step.get();
        return Answers.one(claim, claim.claim().version());
    }
}
