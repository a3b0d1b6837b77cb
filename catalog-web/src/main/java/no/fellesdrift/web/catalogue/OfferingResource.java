package no.fellesdrift.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import no.fellesdrift.agreement.OurPriceDesk;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.price.PriceDesk;
import no.fellesdrift.price.PriceReason;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Json;
import no.fellesdrift.web.api.Languages;

/** Offerings and what they cost the caller's agency. */
@Path("offerings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OfferingResource {

    @Inject
    OfferingDesk offerings;

    @Inject
    OurPriceDesk prices;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** With today's prices of one unit. */
    @GET
    @Path("{code}")
    public Response one(
            @PathParam("code") OfferingCode code,
            @QueryParam("organisation") Optional<OrgNumber> agency,
            @HeaderParam("Accept-Language") String language) {
        return answer(code, Optional.empty(), Optional.empty(), agency, language);
    }

    /**
     * The prices on a date.
     *
     * @param on today when left out
     * @param quantity the units an order would concern; 1 when left out
     * @param agency the caller's own when left out; staff may name another
     */
    @GET
    @Path("{code}/price")
    public Response price(
            @PathParam("code") OfferingCode code,
            @QueryParam("on") Optional<LocalDate> on,
            @QueryParam("quantity") Optional<BigDecimal> quantity,
            @QueryParam("organisation") Optional<OrgNumber> agency,
            @HeaderParam("Accept-Language") String language) {
        return answer(code, on, quantity, agency, language);
    }

    private Response answer(
            OfferingCode code,
            Optional<LocalDate> on,
            Optional<BigDecimal> quantity,
            Optional<OrgNumber> agency,
            String language) {
        LocalDate date = on.orElseGet(() -> LocalDate.now(clock.withZone(PriceDesk.BILLING_ZONE)));
        BigDecimal units = quantity.orElse(BigDecimal.ONE);
        if (units.signum() <= 0) {
            throw new Rejection(PriceReason.QUANTITY_NOT_POSITIVE, units.toPlainString());
        }
        OfferingView offering = offerings.offering(code);
        OfferingItem item = OfferingItem.of(
                offering,
                prices.priceOn(code, date, agency.orElse(caller.get().organisation())),
                units,
                offerings.form(code, date));
        // Prices change without the offering's own row changing: the tag is of what is answered.
        return Answers.one(item, Json.text(item, Languages.of(language)).hashCode() & Integer.MAX_VALUE);
    }
}
