package no.fellesdrift.charge;

import java.math.BigDecimal;
import java.util.List;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.UnitPrice;
import no.fellesdrift.price.OneOffEvent;

/**
 * One version of one price component, as charging reads it.
 *
 * @param unitPrice absent where tiers hold
 * @param oneOffEvent absent but for a one-off
 * @param tiers in ascending order; empty where the unit price holds
 * @param meter absent but for usage
 * @param included free quantity per month, never pro-rated
 * @param includedPerUnit whether {@code included} is multiplied by the line's quantity on the last metered day
 * @param minimum per line and month, after rating, never pro-rated; absent when there is none
 * @param minimumWhenUnused whether the minimum is also charged when nothing billable was used
 */
public record PriceVersion(
        String priceId,
        String component,
        ChargeKind kind,
        OneOffEvent oneOffEvent,
        UnitPrice unitPrice,
        List<Tier> tiers,
        String meter,
        BigDecimal included,
        boolean includedPerUnit,
        Money minimum,
        boolean minimumWhenUnused,
        DateRange valid) {

    /** A price for the billable quantities from {@code from} inclusive to {@code to} exclusive; no {@code to} is open. */
    public record Tier(BigDecimal from, BigDecimal to, UnitPrice unitPrice) {
        boolean reachedBy(BigDecimal quantity) {
            return quantity.compareTo(from) >= 0 && (to == null || quantity.compareTo(to) < 0);
        }
    }

    public PriceVersion {
        tiers = List.copyOf(tiers);
        included = included == null ? BigDecimal.ZERO : included;
    }
}
