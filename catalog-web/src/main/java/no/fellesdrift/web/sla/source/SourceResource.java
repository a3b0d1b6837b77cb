package no.fellesdrift.web.sla.source;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.source.DeliveryDesk;
import no.fellesdrift.sla.source.DeliveryOutcome;
import no.fellesdrift.sla.source.FieldRule;
import no.fellesdrift.sla.source.SourceDesk;
import no.fellesdrift.sla.source.SourceDraft;
import no.fellesdrift.sla.source.SourceReason;
import no.fellesdrift.sla.source.SourceView;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Paging;

/** Monitoring sources: set up, heard, and what they delivered. */
@Path("sources")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SourceResource {

    @Inject
    SourceDesk desk;

    @Inject
    DeliveryDesk deliveries;

    @GET
    public Paged<SourceView> list(@BeanParam Paging paging) {
        return Paged.cut(desk.list(), paging.request());
    }

    @GET
    @Path("{code}")
    public Response one(@PathParam("code") String code) {
        return answer(desk.one(code));
    }

    @POST
    @Idempotent
    public Response add(SourceDraft draft, @Context UriInfo uri) {
        SourceView source = desk.add(draft);
        return Answers.created(uri, source.code(), source, source.version());
    }

    @PUT
    @Path("{code}")
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, SourceDraft draft) {
        if (!code.equals(draft.code())) {
            throw new Rejection(SourceReason.UNKNOWN_SOURCE, draft.code());
        }
        return answer(desk.change(Answers.requiredVersion(ifMatch), draft));
    }

    /** How its messages are read. */
    public record Fields(List<FieldRule> fields) {}

    @GET
    @Path("{code}/fields")
    public Fields fields(@PathParam("code") String code) {
        return new Fields(desk.rules(code));
    }

    @PUT
    @Path("{code}/fields")
    public Fields changeFields(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, Fields fields) {
        Answers.mustMatch(Answers.version(ifMatch), desk.one(code).version());
        return new Fields(desk.changeRules(code, fields.fields() == null ? List.of() : fields.fields()));
    }

    /** The key itself, told this once. */
    public record NewKey(String secret) {}

    @POST
    @Path("{code}/key")
    @Consumes(MediaType.WILDCARD)
    public NewKey key(@PathParam("code") String code) {
        return new NewKey(desk.newKey(code));
    }

    /** With the source's own key: it is there and has nothing to tell. */
    @POST
    @Path("{code}/heartbeat")
    @Consumes(MediaType.WILDCARD)
    public Response heartbeat(@PathParam("code") String code) {
        deliveries.heartbeat(code);
        return Response.noContent().build();
    }

    /** What would become of a message. */
    public record Trials(List<DeliveryDesk.Trial> events) {}

    @POST
    @Path("{code}/trials")
    public Trials tryOut(@PathParam("code") String code, String payload) {
        return new Trials(deliveries.tryOut(code, payload));
    }

    @GET
    @Path("{code}/deliveries")
    public Paged<DeliveryItem> list(
            @PathParam("code") String code,
            @QueryParam("outcome") Optional<DeliveryOutcome> outcome,
            @BeanParam Paging paging,
            @HeaderParam("Accept-Language") String language) {
        return deliveries.list(code, outcome, paging.request()).map(delivery -> DeliveryItem.of(delivery, language));
    }

    /** Takes a rejected one again by the fields as they are now. */
    @POST
    @Path("{code}/deliveries/{id}/again")
    @Consumes(MediaType.WILDCARD)
    public DeliveryItem.Receipt again(
            @PathParam("code") String code, @PathParam("id") long id, @HeaderParam("Accept-Language") String language) {
        return DeliveryItem.Receipt.of(deliveries.again(code, id), language);
    }

    private static Response answer(SourceView source) {
        return Answers.one(source, source.version());
    }
}
