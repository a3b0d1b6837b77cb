package no.fellesdrift.web.sla.definition;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import no.fellesdrift.sla.definition.PackageDesk;
import no.fellesdrift.sla.definition.PackageDraft;
import no.fellesdrift.sla.definition.PackageView;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Paging;

/** What is promised together. */
@Path("service-level-packages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServiceLevelPackageResource {

    @Inject
    PackageDesk desk;

    @GET
    public Paged<PackageItem> list(@BeanParam Paging paging) {
        return desk.list(paging.request()).map(PackageItem::of);
    }

    /** Ready-made packages, to be named as {@code copyOf}. */
    @GET
    @Path("presets")
    public Paged<PackageItem> presets(@BeanParam Paging paging) {
        return desk.presets(paging.request()).map(PackageItem::of);
    }

    @GET
    @Path("{code}")
    public Response one(@PathParam("code") String code) {
        PackageView view = desk.one(code);
        return Answers.one(PackageItem.of(view), view.version());
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(PackageDraft draft, @Context UriInfo uri) {
        PackageView made = desk.create(draft);
        return Answers.created(uri, made.code(), PackageItem.of(made), made.version());
    }
}
