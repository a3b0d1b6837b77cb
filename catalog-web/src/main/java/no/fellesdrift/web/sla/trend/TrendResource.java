package no.fellesdrift.web.sla.trend;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.sla.trend.Dashboard;
import no.fellesdrift.sla.trend.TrendDesk;

/** How service levels develop: twelve months of services and agencies, error budgets, causes, outages that last, days. */
@Path("service-levels/trends")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TrendResource {

    @Inject
    TrendDesk desk;

    /**
     * @param until the newest month; the newest worked month when left out
     * @param organisation all that the caller may see when left out
     * @param service all when left out
     */
    @GET
    public Dashboard trends(
            @QueryParam("until") Optional<YearMonth> until,
            @QueryParam("organisation") Optional<OrgNumber> organisation,
            @QueryParam("service") Optional<String> service) {
        return desk.dashboard(until, organisation, service);
    }
}
