package no.fellesdrift.web.sla;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.ExclusionDesk;
import no.fellesdrift.sla.ExclusionDraft;
import no.fellesdrift.sla.ExclusionView;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Paging;

/** Time that is left out of the figures, when both sides agree to it. */
@Path("exclusions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExclusionResource {

    @Inject
    ExclusionDesk desk;

    @GET
    public Paged<ExclusionView> list(
            @QueryParam("period") Optional<YearMonth> period,
            @QueryParam("organisation") Optional<OrgNumber> organisation,
            @BeanParam Paging paging) {
        return desk.list(period, organisation, paging.request());
    }

    @GET
    @Path("{exclusion}")
    public Response one(@PathParam("exclusion") String exclusion) {
        ExclusionView view = desk.one(exclusion);
        return Answers.one(view, view.version());
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(@Valid ExclusionDraft draft, @Context UriInfo uri) {
        ExclusionView view = desk.propose(draft);
        return Answers.created(uri, view.exclusion(), view, view.version());
    }

    /** By the side that did not propose it. */
    @POST
    @Path("{exclusion}/approve")
    public Response approve(@PathParam("exclusion") String exclusion) {
        ExclusionView view = desk.approve(exclusion);
        return Answers.one(view, view.version());
    }
}
