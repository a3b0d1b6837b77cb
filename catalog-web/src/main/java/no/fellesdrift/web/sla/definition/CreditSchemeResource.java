package no.fellesdrift.web.sla.definition;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.definition.CreditSchemeAttachment;
import no.fellesdrift.sla.definition.CreditSchemeDesk;
import no.fellesdrift.sla.definition.CreditSchemeDraft;
import no.fellesdrift.sla.definition.DefinitionReason;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Paging;

/** What missed levels give back. A version is never changed, only succeeded. */
@Path("credit-schemes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CreditSchemeResource {

    @Inject
    CreditSchemeDesk desk;

    /** The versions in force today. */
    @GET
    public Paged<CreditSchemeItem> list(@BeanParam Paging paging) {
        return desk.list(paging.request()).map(line -> CreditSchemeItem.of(line.entry()));
    }

    private Versions<CreditSchemeItem> of(String code) {
        return Versions.of(desk.versions(code), CreditSchemeItem::of);
    }

    /** The newest version. */
    @GET
    @Path("{code}")
    public Response one(@PathParam("code") String code) {
        return of(code).newest();
    }

    @GET
    @Path("{code}/versions")
    public Paged<CreditSchemeItem> versions(@PathParam("code") String code, @BeanParam Paging paging) {
        return of(code).page(paging);
    }

    @GET
    @Path("{code}/versions/{version}")
    public Response version(@PathParam("code") String code, @PathParam("version") int version) {
        return of(code).one(version, DefinitionReason.UNKNOWN_SCHEME, code);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(CreditSchemeDraft draft, @Context UriInfo uri) {
        CreditSchemeItem made = CreditSchemeItem.of(desk.create(draft));
        return Versions.made(uri, made.scheme(), made);
    }

    /** The next version, from a day to come. */
    @POST
    @Idempotent
    @Path("{code}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response succeed(
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            CreditSchemeDraft draft,
            @Context UriInfo uri) {
        return Versions.made(uri, CreditSchemeItem.of(desk.succeed(code, draft, Answers.version(ifMatch))));
    }

    /** From a day to come a level, or all of a package that fit, give back by the scheme; answers their new versions. */
    @POST
    @Idempotent
    @Path("{code}/attachments")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<LevelItem> attach(@PathParam("code") String code, CreditSchemeAttachment draft) {
        return desk.attach(code, draft).stream().map(LevelItem::of).toList();
    }
}
