package no.fellesdrift.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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
import java.util.Optional;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.party.ApiKeyDraft;
import no.fellesdrift.party.ApiKeyState;
import no.fellesdrift.party.ApiKeyView;
import no.fellesdrift.party.KeyDesk;
import no.fellesdrift.party.KeyDesk.NewKey;
import no.fellesdrift.party.KeyFilter;
import no.fellesdrift.web.api.Paging;

/**
 * Keys, for an administrator's machines. Making one is not repeatable by an Idempotency-Key: the answer holds the
 * secret, which is stored nowhere.
 */
@Path("keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {

    @Inject
    KeyDesk desk;

    /** Newest first unless sorted. */
    @GET
    public Paged<ApiKeyView> keys(
            @QueryParam("q") Optional<String> q,
            @QueryParam("state") Optional<ApiKeyState> state,
            @BeanParam Paging paging) {
        return desk.keys(
                new KeyFilter(q, state),
                paging.request("name", "organisation", "person", "createdAt", "expiresAt", "lastUsedAt", "state"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@NotNull ApiKeyDraft draft, @Context UriInfo uri) {
        NewKey made = desk.create(draft);
        return Response.created(uri.getAbsolutePathBuilder()
                        .segment(Long.toString(made.key().id()))
                        .build())
                .entity(made)
                .build();
    }

    /** From now on the key opens nothing. */
    @POST
    @Path("{id}/revoke")
    public Response revoke(@PathParam("id") long id) {
        desk.revoke(id);
        return Response.noContent().build();
    }
}
