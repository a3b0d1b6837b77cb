package no.fellesdrift.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalInt;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.Lifecycle;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.catalogue.ServiceDetail;
import no.fellesdrift.catalogue.ServiceDraft;
import no.fellesdrift.catalogue.ServiceFilter;
import no.fellesdrift.catalogue.ServiceKind;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Languages;
import no.fellesdrift.web.api.Paging;

/** Services. */
@Path("services")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServiceResource {

    @Inject
    CatalogueDesk desk;

    /** A step in a service's life. */
    public record Step(@NotNull Lifecycle lifecycle, ServiceCode successor, String note) {}

    /** {@code q} searches in the caller's language. */
    @GET
    public Paged<ServiceItem> list(
            @QueryParam("q") Optional<String> text,
            @QueryParam("category") Optional<String> category,
            @QueryParam("kind") Optional<ServiceKind> kind,
            @QueryParam("deliveredBy") Optional<OrgNumber> deliveredBy,
            @QueryParam("mandatory") boolean mandatory,
            @HeaderParam("Accept-Language") String language,
            @BeanParam Paging paging) {
        ServiceFilter filter = new ServiceFilter(
                text.orElse(""), Languages.of(language), category, kind, deliveredBy, mandatory, Optional.empty());
        return desk.services(
                        filter,
                        paging.request("code", "name", "category", "kind", "deliveredBy", "mandatory", "lifecycle"))
                .map(ServiceItem::of);
    }

    @GET
    @Path("{code}")
    public Response one(@PathParam("code") ServiceCode code) {
        ServiceDetail detail = desk.detail(code);
        return Answers.one(ServiceItem.of(detail), detail.service().version());
    }

    /** Writes the texts. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response describe(
            @PathParam("code") ServiceCode code, @HeaderParam("If-Match") String ifMatch, ServiceDraft draft) {
        desk.describe(code, Answers.requiredVersion(ifMatch), draft);
        return one(code);
    }

    /** Takes the service a step on in its life. */
    @POST
    @Path("{code}/lifecycle")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response moveTo(
            @PathParam("code") ServiceCode code, @HeaderParam("If-Match") String ifMatch, @Valid Step step) {
        OptionalInt read = Answers.version(ifMatch);
        int version = read.isPresent() ? read.getAsInt() : desk.service(code).version();
        desk.moveTo(code, version, step.lifecycle(), step.successor(), step.note());
        return one(code);
    }
}
