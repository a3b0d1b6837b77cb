package no.fellesdrift.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.UnitPrice;

/**
 * One version of a price component, as listed for everyone.
 *
 * @param oneOffEvent absent unless the kind is ONE_OFF
 * @param unitPrice absent where tiers hold
 * @param meter absent unless the kind is usage
 * @param includedQuantity free each month, never pro-rated; absent when none
 * @param minimumAmount per line and month, never pro-rated; absent when none
 * @param minimumWhenUnused whether the minimum holds when nothing beyond the included quantity was used
 * @param announcedOn the day it was made known; absent when it was not kept
 */
public record PriceView(
        String priceId,
        OfferingCode offering,
        String component,
        PriceKind kind,
        OneOffEvent oneOffEvent,
        UnitPrice unitPrice,
        List<Tier> tiers,
        String meter,
        BigDecimal includedQuantity,
        IncludedBasis includedBasis,
        Money minimumAmount,
        boolean minimumWhenUnused,
        LocalDate announcedOn,
        DateRange valid) {

    public PriceView {
        tiers = List.copyOf(tiers);
    }

    /** {@code [from, to)} over the billable quantity; {@code to} is absent on the last. */
    public record Tier(BigDecimal from, BigDecimal to, UnitPrice unitPrice) {}

    public boolean holdsOn(LocalDate date) {
        return valid.contains(date);
    }
}
