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
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.definition.CalendarDesk;
import no.fellesdrift.sla.definition.CalendarDraft;
import no.fellesdrift.sla.definition.CalendarVersionView;
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

    /** The newest version. */
    @GET
    @Path("{code}")
    public Response one(@PathParam("code") String code) {
        List<CalendarVersionView> versions = desk.versions(code);
        CalendarItem newest = CalendarItem.of(versions.get(versions.size() - 1));
        return Answers.one(newest, newest.version());
    }

    @GET
    @Path("{code}/versions")
    public Paged<CalendarItem> versions(@PathParam("code") String code, @BeanParam Paging paging) {
        return Paged.cut(desk.versions(code), paging.request()).map(CalendarItem::of);
    }

    @GET
    @Path("{code}/versions/{version}")
    public Response version(@PathParam("code") String code, @PathParam("version") int version) {
        return desk.versions(code).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .map(CalendarItem::of)
                .map(item -> Answers.one(item, item.version()))
                .orElseThrow(() -> new Rejection(DefinitionReason.UNKNOWN_CALENDAR, code + " " + version));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(CalendarDraft draft, @Context UriInfo uri) {
        CalendarItem made = CalendarItem.of(desk.create(draft));
        return Answers.created(uri, made.code(), made, made.version());
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
        CalendarItem made = CalendarItem.of(desk.succeed(code, draft, Answers.version(ifMatch)));
        return Answers.created(uri, String.valueOf(made.version()), made, made.version());
    }
}
