package no.fellesdrift.web.charge;

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
import java.time.YearMonth;
import java.util.Optional;
import no.fellesdrift.charge.CreditDesk;
import no.fellesdrift.charge.CreditFilter;
import no.fellesdrift.charge.CreditState;
import no.fellesdrift.charge.ServiceCredit;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.web.api.Paging;

/** Service credits of a measured month, as they are due, proposed and decided. */
@Path("credits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CreditResource {

    @Inject
    CreditDesk desk;

    @Inject
    LevelDesk levels;

    /** Why a credit is rejected. */
    public record Note(String note) {}

    /** By line and level unless sorted. */
    @GET
    public Paged<ServiceCredit> list(
            @QueryParam("period") Optional<YearMonth> period,
            @QueryParam("organisation") Optional<OrgNumber> organisation,
            @QueryParam("state") Optional<CreditState> state,
            @BeanParam Paging paging) {
        return desk.list(
                        new CreditFilter(period.orElseGet(levels::currentPeriod), organisation, state),
                        paging.request(
                                "service",
                                "organisation",
                                "line",
                                "level",
                                "achieved",
                                "base",
                                "percent",
                                "amount",
                                "state"))
                .page();
    }

    @GET
    @Path("{id}")
    public ServiceCredit one(@PathParam("id") String id) {
        return desk.credit(id);
    }

    @POST
    @Path("{id}/propose")
    public ServiceCredit propose(@PathParam("id") String id) {
        return desk.propose(id);
    }

    @POST
    @Path("{id}/approve")
    public ServiceCredit approve(@PathParam("id") String id) {
        return desk.approve(id);
    }

    /** The note is what the agency reads. */
    @POST
    @Path("{id}/reject")
    public ServiceCredit reject(@PathParam("id") String id, Note note) {
        return desk.reject(id, note == null ? null : note.note());
    }
}
