package no.fellesdrift.web.charge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.charge.BillingPeriod;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.charge.ChargeTotals;
import no.fellesdrift.charge.PeriodState;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Paged;

/** Billing periods; a controller computes an open one again, or closes it for good. */
@Path("billing-periods")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BillingPeriodResource {

    @Inject
    ChargeDesk desk;

    /** A period. */
    public record Item(YearMonth period, PeriodState state, Instant closedAt, String closedBy) {
        static Item of(BillingPeriod period) {
            return new Item(period.period(), period.state(), period.closedAt(), period.closedBy());
        }
    }

    /** A period with the sum of its charges. */
    public record Computed(YearMonth period, PeriodState state, long charges, Money total) {}

    /** All, newest first. */
    @GET
    public Paged<Item> list() {
        List<Item> all = desk.periods().stream().map(Item::of).toList();
        return new Paged<>(all, 0, Math.max(1, all.size()), all.size());
    }

    @POST
    @Path("{period}/compute")
    public Computed compute(@PathParam("period") YearMonth period) {
        return computed(period, desk.compute(period));
    }

    @POST
    @Path("{period}/close")
    public Computed close(@PathParam("period") YearMonth period) {
        return computed(period, desk.close(period));
    }

    private Computed computed(YearMonth period, ChargeTotals totals) {
        return new Computed(period, desk.period(period).state(), totals.count(), totals.total());
    }
}
