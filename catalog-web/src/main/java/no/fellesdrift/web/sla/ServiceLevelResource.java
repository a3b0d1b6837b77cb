package no.fellesdrift.web.sla;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.EvaluationView;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.ResultQuery;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Paging;

/** What was promised, what was delivered, and the working of every figure. */
@Path("service-levels")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServiceLevelResource {

    @Inject
    LevelDesk desk;

    /**
     * The current results of a month.
     *
     * @param period the newest worked month when left out
     * @param organisation all that the caller may see when left out
     */
    @GET
    @Path("results")
    public Paged<ResultItem> results(
            @QueryParam("period") Optional<YearMonth> period,
            @QueryParam("organisation") Optional<OrgNumber> organisation,
            @QueryParam("line") String line,
            @QueryParam("service") String service,
            @QueryParam("level") String level,
            @QueryParam("measure") String measure,
            @QueryParam("status") String status,
            @BeanParam Paging paging) {
        ResultQuery query = new ResultQuery(
                period.orElseGet(desk::currentPeriod), organisation, line, service, level, measure, status);
        return desk.results(
                        query,
                        paging.request("line", "level", "service", "organisation", "measure", "status", "priority"))
                .map(ResultItem::of);
    }

    /** One version, {@code <period>~<line>~<level>~<version>}. */
    @GET
    @Path("results/{id}")
    public Response one(@PathParam("id") String id) {
        ResultItem result = ResultItem.of(desk.result(id));
        return Answers.one(result, result.version());
    }

    /** The working, interval by interval. */
    @GET
    @Path("results/{id}/explanation")
    public ExplanationItem explanation(@PathParam("id") String id) {
        return ExplanationItem.of(desk.explanation(id));
    }

    /**
     * An agreement line's availability in twelve months.
     *
     * @param until the last of them; the newest worked month when left out
     */
    @GET
    @Path("lines/{line}/availability")
    public LineTrendItem availability(@PathParam("line") String line, @QueryParam("until") Optional<YearMonth> until) {
        return LineTrendItem.of(desk.availability(line, until.orElseGet(desk::currentPeriod)));
    }

    /** Evaluates a month; nothing is appended when nothing changed. */
    @POST
    @Path("evaluations/{period}")
    public EvaluationView evaluate(@PathParam("period") YearMonth period) {
        return desk.evaluate(period);
    }
}
