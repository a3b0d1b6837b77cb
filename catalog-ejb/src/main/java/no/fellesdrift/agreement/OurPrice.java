package no.fellesdrift.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.price.ComponentPrice;
import no.fellesdrift.price.Estimate;

/**
 * The prices of an offering for one agency on one date.
 *
 * @param line the agency's line that exists on the date; absent when it has none
 * @param components by code; empty when the offering has no price on the date
 */
public record OurPrice(OfferingCode offering, LocalDate on, Optional<LineView> line, List<ComponentPrice> components) {

    public OurPrice {
        components = List.copyOf(components);
    }

    /** Units the agency has on the date. */
    public BigDecimal has() {
        return line.map(one -> one.quantityOn(on)).orElse(BigDecimal.ZERO);
    }

    /** What that many more units would cost; as a new line when the agency has none. */
    public Estimate estimate(BigDecimal quantity) {
        return Estimate.of(components, quantity, line.isEmpty());
    }

    /** The recurring prices of so many units in a whole month, each component rounded once. */
    public Money perMonth(BigDecimal quantity) {
        return components.stream()
                .map(component -> Money.rounded(component.perMonth(quantity)))
                .reduce(Money.ZERO, Money::plus);
    }

    /** The recurring prices of so many units in twelve months, each component rounded once. */
    public Money perYear(BigDecimal quantity) {
        return components.stream()
                .filter(component -> component.list().kind().recurring())
                .map(component -> component.perYear(quantity))
                .reduce(Money.ZERO, Money::plus);
    }

    /** The recurring prices of one unit in a month, exact. */
    public Share perUnitAndMonth() {
        return components.stream()
                .map(component -> component.perMonth(BigDecimal.ONE))
                .reduce(Share.ZERO, Share::plus);
    }
}
