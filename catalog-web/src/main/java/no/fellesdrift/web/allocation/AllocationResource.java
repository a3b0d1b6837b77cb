package no.fellesdrift.web.allocation;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.allocation.AllocationDesk;
import no.fellesdrift.allocation.AllocationFilter;
import no.fellesdrift.allocation.AllocationView;
import no.fellesdrift.allocation.LedgerEntry;
import no.fellesdrift.allocation.RunState;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.ApiReason;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Json;
import no.fellesdrift.web.api.Languages;
import no.fellesdrift.web.api.Paging;

/** Allocation runs. An agency's people see their own shares, and the sums that prove them. */
@Path("allocations")
@RequestScoped
public class AllocationResource {

    @Inject
    AllocationDesk desk;

    /** What to run. */
    public record Wanted(YearMonth period) {}

    /** Newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Paged<AllocationView> list(
            @QueryParam("period") Optional<YearMonth> period,
            @QueryParam("state") Optional<RunState> state,
            @BeanParam Paging paging) {
        return desk.runs(
                        new AllocationFilter(period, state),
                        paging.request("number", "period", "state", "ledgerTotal", "allocatedTotal", "runAt"))
                .map(line -> desk.run(line.number()));
    }

    @GET
    @Path("{number}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response one(@PathParam("number") String number, @HeaderParam("Accept-Language") String language) {
        AllocationView run = desk.run(number);
        return Answers.one(run, tag(run, language));
    }

    @GET
    @Path("{number}")
    @Produces(Download.CSV + ";qs=0.5")
    public Response csv(@PathParam("number") String number) {
        return file(number, Download.CSV, "csv");
    }

    @GET
    @Path("{number}")
    @Produces(Download.XLSX + ";qs=0.5")
    public Response xlsx(@PathParam("number") String number) {
        return file(number, Download.XLSX, "xlsx");
    }

    /** The vouchers of a pool of the run. */
    @GET
    @Path("{number}/pools/{pool}/ledger")
    @Produces(MediaType.APPLICATION_JSON)
    public Paged<LedgerEntry> ledger(
            @PathParam("number") String number, @PathParam("pool") String pool, @BeanParam Paging paging) {
        return desk.ledger(desk.run(number).period(), pool, paging.request());
    }

    /** Shares an open period's ledger. */
    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response run(Wanted wanted, @Context UriInfo uri, @HeaderParam("Accept-Language") String language) {
        if (wanted.period() == null) {
            throw new Rejection(
                    ApiReason.WRONG_FIELDS, List.of(Rejection.Violation.of("period", "api.wrong.required")));
        }
        AllocationView run = desk.run(wanted.period());
        return Answers.created(uri, run.number(), run, tag(run, language));
    }

    private static int tag(AllocationView run, String language) {
        return Json.text(run, Languages.of(language)).hashCode() & Integer.MAX_VALUE;
    }

    private Response file(String number, String type, String ending) {
        AllocationView run = desk.run(number);
        StreamingOutput body = out -> AllocationFile.FILE.write(type, AllocationFile.rows(run), out);
        return Response.ok(body, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + number + "." + ending + "\"")
                .build();
    }
}
