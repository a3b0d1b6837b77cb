package no.fellesdrift.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.order.ApprovalDesk;
import no.fellesdrift.order.SubstituteDraft;
import no.fellesdrift.order.SubstituteView;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Paging;

/** Who approves while an approver is away. */
@Path("orders/substitutes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SubstituteResource {

    @Inject
    ApprovalDesk desk;

    /** Of the caller's agency, today and later; the first to begin first. */
    @GET
    public Paged<SubstituteView> list(@BeanParam Paging paging) {
        return Paged.cut(desk.substitutes(), paging.request());
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response appoint(@Valid @NotNull SubstituteDraft draft, @Context UriInfo uri) {
        SubstituteView made = desk.appointSubstitute(draft);
        return Response.created(uri.getAbsolutePathBuilder()
                        .segment(Long.toString(made.id()))
                        .build())
                .entity(made)
                .build();
    }

    /** The approver is back; from today on the substitute approves no longer. */
    @POST
    @Path("{id}/end")
    public Response end(@PathParam("id") long id) {
        desk.endSubstitute(id);
        return Response.noContent().build();
    }
}
