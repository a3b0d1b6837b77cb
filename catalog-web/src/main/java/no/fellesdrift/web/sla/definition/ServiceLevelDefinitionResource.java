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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.definition.DefinitionReason;
import no.fellesdrift.sla.definition.LevelDraft;
import no.fellesdrift.sla.definition.LevelVersionView;
import no.fellesdrift.sla.definition.LinePackageDesk;
import no.fellesdrift.sla.definition.LinePackageDraft;
import no.fellesdrift.sla.definition.PackageDesk;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Paging;

/** Single promises, in versions over time. What came of them is beside, at {@code results}. */
@Path("service-levels")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServiceLevelDefinitionResource {

    @Inject
    PackageDesk desk;

    @Inject
    LinePackageDesk lines;

    @Inject
    OpenSloExport export;

    /**
     * Versions of levels.
     *
     * @param on only those in force on the date
     */
    @GET
    public Paged<LevelItem> list(
            @QueryParam("package") Optional<String> servicePackage,
            @QueryParam("on") Optional<LocalDate> on,
            @BeanParam Paging paging) {
        return desk.levels(servicePackage, on, paging.request()).map(LevelItem::of);
    }

    /**
     * What a level of a measure chooses: the values of each choice by its name, none where it is a number or a code.
     *
     * @param measure AVAILABILITY, RESPONSE, …
     */
    @GET
    @Path("choices/{measure}")
    public Map<String, List<String>> choices(@PathParam("measure") String measure) {
        Measure known = Arrays.stream(Measure.values())
                .filter(one -> one.name().equals(measure))
                .findFirst()
                .orElseThrow(() -> new Rejection(DefinitionReason.UNKNOWN_MEASURE, measure));
        Map<String, List<String>> named = new LinkedHashMap<>();
        desk.choices(known).forEach((column, values) -> named.put(LevelVersionView.name(column), values));
        return named;
    }

    /**
     * Levels as OpenSLO v1.
     *
     * @param on those in force on the date; today when left out
     */
    @GET
    @Path("openslo.yaml")
    @Produces(OpenSloExport.MEDIA_TYPE)
    public String openSlo(
            @QueryParam("package") Optional<String> servicePackage, @QueryParam("on") Optional<LocalDate> on) {
        return export.yaml(servicePackage, on.orElseGet(desk::today));
    }

    /** What an agreement line is promised over time; the first is what it began with. */
    @GET
    @Path("lines/{line}/packages")
    public Paged<LinePackageItem> packages(@PathParam("line") String line, @BeanParam Paging paging) {
        return Paged.cut(lines.promised(line), paging.request()).map(LinePackageItem::of);
    }

    /** Another package for the line, from a day to come. */
    @POST
    @Idempotent
    @Path("lines/{line}/packages")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response promise(@PathParam("line") String line, LinePackageDraft draft, @Context UriInfo uri) {
        LinePackageItem made = LinePackageItem.of(lines.promise(line, draft));
        return Answers.created(uri, made.validFrom().toString(), made, made.number());
    }

    private Versions<LevelItem> of(String level) {
        return Versions.of(desk.level(level), LevelItem::of);
    }

    /** The newest version. */
    @GET
    @Path("{level}")
    public Response one(@PathParam("level") String level) {
        return of(level).newest();
    }

    @GET
    @Path("{level}/versions")
    public Paged<LevelItem> versions(@PathParam("level") String level, @BeanParam Paging paging) {
        return of(level).page(paging);
    }

    @GET
    @Path("{level}/versions/{version}")
    public Response version(@PathParam("level") String level, @PathParam("version") int version) {
        return of(level).one(version, DefinitionReason.UNKNOWN_LEVEL, level);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(LevelDraft draft, @Context UriInfo uri) {
        LevelItem made = LevelItem.of(desk.create(draft));
        return Versions.made(uri, made.level(), made);
    }

    /** The next version, from a day to come. */
    @POST
    @Idempotent
    @Path("{level}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response succeed(
            @PathParam("level") String level,
            @HeaderParam("If-Match") String ifMatch,
            LevelDraft draft,
            @Context UriInfo uri) {
        return Versions.made(uri, LevelItem.of(desk.succeed(level, draft, Answers.version(ifMatch))));
    }
}
