package no.fellesdrift.price;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.kernel.UnitPrice;

/** List prices: what they are on a date, how they have been, and making a coming price known. */
@Stateless
public class PriceDesk {

    /** Where prices change at midnight. */
    public static final ZoneId BILLING_ZONE = ZoneId.of("Europe/Oslo");

    @Inject
    Prices prices;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** The list prices in force on a date, one per component; empty when the offering has none then. */
    @RolesAllowed(Roles.USER)
    public List<PriceView> listOn(OfferingCode offering, LocalDate on) {
        return prices.on(List.of(offering), on);
    }

    /** The list prices of several offerings on a date, by offering and component. */
    @RolesAllowed(Roles.USER)
    public List<PriceView> listOn(Collection<OfferingCode> offerings, LocalDate on) {
        return prices.on(offerings, on);
    }

    /** Every version of every component of the offerings, by offering, component and start. */
    @RolesAllowed(Roles.USER)
    public List<PriceView> versions(Collection<OfferingCode> offerings) {
        return prices.versions(offerings);
    }

    /** The versions that begin after a date, for all offerings. */
    @RolesAllowed(Roles.USER)
    public List<PriceView> coming(LocalDate after) {
        return prices.coming(after);
    }

    /** @throws Rejection PRICE_NOT_FOUND */
    @RolesAllowed(Roles.USER)
    public PriceView price(String priceId) {
        return prices.view(priceId).orElseThrow(() -> new Rejection(PriceReason.PRICE_NOT_FOUND, priceId));
    }

    /**
     * Announces a coming version of a component. The version before it ends where this one begins, so there is never
     * a gap or an overlap.
     *
     * @throws Rejection PRICE_NOT_FOUND, ALREADY_IN_FORCE, NOT_AFTER_LAST, NEGATIVE_PRICE, TIERS_AND_PRICE,
     *     TIERS_HAVE_GAPS
     */
    @RolesAllowed(Roles.CATALOGUE_MANAGER)
    public PriceView announce(@Valid PriceDraft draft) {
        mustNotBeNegative(draft);
        checkTiers(draft);
        Price last = prices.last(draft.offering(), draft.component());
        Price next = last.succeed(draft, LocalDate.ofInstant(clock.instant(), BILLING_ZONE));
        prices.add(next, draft.tiers());
        happened.fire(new Happened(
                "price.announce",
                "Price",
                next.priceId(),
                null,
                last.priceId(),
                next.priceId(),
                draft.unitPrice() == null ? null : draft.unitPrice().toString()));
        return price(next.priceId());
    }

    /** What lowers a customer's price is a negotiated price; a list price never pays the customer. */
    private static void mustNotBeNegative(PriceDraft draft) {
        Stream<UnitPrice> figures = Stream.concat(
                Stream.ofNullable(draft.unitPrice()), draft.tiers().stream().map(PriceView.Tier::unitPrice));
        if (figures.anyMatch(figure -> figure.amount().signum() < 0)) {
            throw new Rejection(PriceReason.NEGATIVE_PRICE);
        }
    }

    private static void checkTiers(PriceDraft draft) {
        BigDecimal expected = BigDecimal.ZERO;
        for (PriceView.Tier tier : draft.tiers()) {
            if (expected == null
                    || tier.from().compareTo(expected) != 0
                    || (tier.to() != null && tier.to().compareTo(tier.from()) <= 0)) {
                throw new Rejection(PriceReason.TIERS_HAVE_GAPS, draft.offering(), draft.component());
            }
            expected = tier.to();
        }
        if (!draft.tiers().isEmpty() && expected != null) {
            throw new Rejection(PriceReason.TIERS_HAVE_GAPS, draft.offering(), draft.component());
        }
    }
}
