package no.fellesdrift.agreement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.price.ComponentPrice;
import no.fellesdrift.price.Estimate;
import no.fellesdrift.price.NegotiatedTerm;
import no.fellesdrift.price.PriceDesk;
import no.fellesdrift.price.PriceReason;
import no.fellesdrift.price.PriceView;

/** What an offering costs one agency on a date: the list price with what its own line has negotiated over it. */
@Stateless
public class OurPriceDesk {

    @Inject
    Agreements agreements;

    @Inject
    PriceDesk prices;

    @Inject
    CurrentCaller caller;

    /**
     * The prices of one offering.
     *
     * @throws Rejection AGREEMENT_NOT_FOUND, when the agency is another's
     */
    @RolesAllowed(Roles.USER)
    public OurPrice priceOn(OfferingCode offering, LocalDate on, OrgNumber agency) {
        return pricesOn(List.of(offering), on, agency).get(offering);
    }

    /**
     * The prices of several offerings at once, by offering. When the agency has a line of the offering that exists on
     * the date, that line's negotiated terms hold; a line that does not exist yet has none.
     *
     * @throws Rejection AGREEMENT_NOT_FOUND, when the agency is another's
     */
    @RolesAllowed(Roles.USER)
    public Map<OfferingCode, OurPrice> pricesOn(Collection<OfferingCode> offerings, LocalDate on, OrgNumber agency) {
        caller.get().mustSee(agency, AgreementReason.AGREEMENT_NOT_FOUND, agency);
        Map<OfferingCode, List<PriceView>> listed =
                prices.listOn(offerings, on).stream().collect(Collectors.groupingBy(PriceView::offering));
        Map<OfferingCode, LineView> lines = agreements.linesOf(agency, offerings).stream()
                .filter(line -> line.on(on).isPresent())
                .collect(Collectors.toMap(LineView::offering, line -> line, (first, second) -> first));
        Map<String, List<NegotiatedTerm>> terms =
                agreements.terms(lines.values().stream().map(LineView::line).toList()).stream()
                        .filter(term -> term.valid().contains(on))
                        .collect(Collectors.groupingBy(NegotiatedTerm::line));
        return offerings.stream()
                .distinct()
                .collect(Collectors.toMap(
                        offering -> offering,
                        offering -> ourPrice(
                                offering,
                                on,
                                Optional.ofNullable(lines.get(offering)),
                                listed.getOrDefault(offering, List.of()),
                                terms)));
    }

    /**
     * What an order of so many units would cost the agency: added to the line it has on the date, or as a new one.
     *
     * @throws Rejection QUANTITY_NOT_POSITIVE; AGREEMENT_NOT_FOUND, when the agency is another's
     */
    @RolesAllowed(Roles.USER)
    public Estimate estimate(OfferingCode offering, LocalDate on, BigDecimal quantity, OrgNumber agency) {
        if (quantity.signum() <= 0) {
            throw new Rejection(PriceReason.QUANTITY_NOT_POSITIVE, quantity);
        }
        return priceOn(offering, on, agency).estimate(quantity);
    }

    /**
     * Every term negotiated for an agency's lines, at whatever time it holds.
     *
     * @throws Rejection AGREEMENT_NOT_FOUND, when the agency is another's
     */
    @RolesAllowed(Roles.USER)
    public List<NegotiatedTerm> termsOf(OrgNumber agency) {
        caller.get().mustSee(agency, AgreementReason.AGREEMENT_NOT_FOUND, agency);
        return agreements.termsOf(agency);
    }

    private static OurPrice ourPrice(
            OfferingCode offering,
            LocalDate on,
            Optional<LineView> line,
            List<PriceView> listed,
            Map<String, List<NegotiatedTerm>> terms) {
        List<NegotiatedTerm> ours = line.map(
                        one -> terms.getOrDefault(one.line().value(), List.of()))
                .orElse(List.of());
        List<ComponentPrice> components = listed.stream()
                .map(price -> new ComponentPrice(
                        price,
                        ours.stream()
                                .filter(term -> term.component().equals(price.component()))
                                .findFirst()))
                .toList();
        return new OurPrice(offering, on, line, components);
    }
}
