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
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.definition.CalendarDesk;
import no.fellesdrift.sla.definition.CalendarDraft;
import no.fellesdrift.sla.definition.DefinitionReason;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Paging;

/** When services are promised. A version is never changed, only succeeded. */
@Path("service-calendars")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServiceCalendarResource {

    @Inject
    CalendarDesk desk;

    /** The versions in force today. */
    @GET
    public Paged<CalendarItem> list(@BeanParam Paging paging) {
        return desk.list(paging.request()).map(CalendarItem::of);
    }

    private Versions<CalendarItem> of(String code) {
        return Versions.of(desk.versions(code), CalendarItem::of);
    }

    /** The newest version. */
    @GET
    @Path("{code}")
    public Response one(@PathParam("code") String code) {
        return of(code).newest();
    }

    @GET
    @Path("{code}/versions")
    public Paged<CalendarItem> versions(@PathParam("code") String code, @BeanParam Paging paging) {
        return of(code).page(paging);
    }

    @GET
    @Path("{code}/versions/{version}")
    public Response version(@PathParam("code") String code, @PathParam("version") int version) {
        return of(code).one(version, DefinitionReason.UNKNOWN_CALENDAR, code);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(CalendarDraft draft, @Context UriInfo uri) {
        CalendarItem made = CalendarItem.of(desk.create(draft));
        return Versions.made(uri, made.code(), made);
    }

    /** The next version, from a day to come. */
    @POST
    @Idempotent
    @Path("{code}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response succeed(
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            CalendarDraft draft,
            @Context UriInfo uri) {
        return Versions.made(uri, CalendarItem.of(desk.succeed(code, draft, Answers.version(ifMatch))));
    }
}
