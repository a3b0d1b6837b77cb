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
import no.fellesdrift.charge.AdjustmentDesk;
import no.fellesdrift.charge.CreditAdjustment;
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
    AdjustmentDesk adjusting;

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

    /** What later results make of the credit, oldest first; DUE until it is put forward. */
    @GET
    @Path("{id}/adjustments")
    public Paged<CreditAdjustment> adjustments(@PathParam("id") String id, @BeanParam Paging paging) {
        return Paged.cut(adjusting.of(desk.credit(id).id()), paging.request());
    }

    @POST
    @Path("{id}/adjustments/propose")
    public CreditAdjustment proposeAdjustment(@PathParam("id") String id) {
        return adjusting.propose(id);
    }

    @POST
    @Path("{id}/adjustments/approve")
    public CreditAdjustment approveAdjustment(@PathParam("id") String id) {
        return adjusting.approve(id);
    }

    /** The note is what the agency reads. */
    @POST
    @Path("{id}/adjustments/reject")
    public CreditAdjustment rejectAdjustment(@PathParam("id") String id, Note note) {
        return adjusting.reject(id, note == null ? null : note.note());
    }

    /** The note is what the agency reads. */
    @POST
    @Path("{id}/reject")
    public ServiceCredit reject(@PathParam("id") String id, Note note) {
        return desk.reject(id, note == null ? null : note.note());
    }
}
