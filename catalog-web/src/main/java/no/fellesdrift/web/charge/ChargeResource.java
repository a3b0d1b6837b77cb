package no.fellesdrift.web.charge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.charge.ChargeFilter;
import no.fellesdrift.charge.ChargeView;
import no.fellesdrift.charge.ChargeYear;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Json;
import no.fellesdrift.web.api.Languages;
import no.fellesdrift.web.api.Paging;

/** The charges the caller may see. As CSV or a workbook the whole filtered list is sent, without pages. */
@Path("charges")
@RequestScoped
public class ChargeResource {

    private static final String[] SORTABLE = {
        "number",
        "organisation",
        "agreement",
        "line",
        "service",
        "offering",
        "component",
        "kind",
        "from",
        "to",
        "days",
        "quantity",
        "unitPrice",
        "amount",
        "period"
    };

    @Inject
    ChargeDesk desk;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Paged<ChargeView> list(@BeanParam ChargeQuery query, @BeanParam Paging paging) {
        return desk.charges(query.filter(), paging.request(SORTABLE));
    }

    @GET
    @Produces(Download.CSV + ";qs=0.5")
    public Response csv(@BeanParam ChargeQuery query) {
        return file(query.filter(), Download.CSV, "csv");
    }

    @GET
    @Produces(Download.XLSX + ";qs=0.5")
    public Response xlsx(@BeanParam ChargeQuery query) {
        return file(query.filter(), Download.XLSX, "xlsx");
    }

    /** With its arithmetic, one step per line. */
    @GET
    @Path("{number}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response one(@PathParam("number") String number, @HeaderParam("Accept-Language") String language) {
        ChargeView charge = desk.charge(number);
        return Answers.one(charge, Json.text(charge, Languages.of(language)).hashCode() & Integer.MAX_VALUE);
    }

    /** What was charged in a year, January to December, by agency and by service. */
    @GET
    @Path("years/{year}")
    @Produces(MediaType.APPLICATION_JSON)
    public ChargeYear year(@PathParam("year") int year, @QueryParam("organisation") Optional<OrgNumber> organisation) {
        return desk.year(year, organisation);
    }

    private Response file(ChargeFilter filter, String type, String ending) {
        desk.totals(filter); // refused before the first byte, not after
        StreamingOutput body = out -> ChargeFile.FILE.write(type, each -> desk.forEach(filter, List.of(), each), out);
        return Response.ok(body, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"charges." + ending + "\"")
                .build();
    }
}
