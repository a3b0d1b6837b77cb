package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import no.fellesdrift.kernel.Share;

/**
 * What a breach gives back, in percent of the line's recurring charges of the measured period.
 *
 * @param highestOnly of several breached levels of a line the highest alone counts; otherwise they add up
 * @param capPercent the most that a line gets for a period
 */
record CreditScheme(String scheme, boolean highestOnly, BigDecimal capPercent, List<Tier> tiers) {

    /** From this achieved percentage on, so much is given. */
    record Tier(BigDecimal atLeastPercent, BigDecimal creditPercent) {}

    CreditScheme {
        tiers = List.copyOf(tiers);
    }

    /**
     * What the tier with the highest bound that was reached gives.
     *
     * @param achieved exact, in percent
     */
    BigDecimal percent(Share achieved) {
        return tiers.stream()
                .filter(tier -> achieved.compareTo(Share.of(tier.atLeastPercent())) >= 0)
                .max(Comparator.comparing(Tier::atLeastPercent))
                .map(Tier::creditPercent)
                .orElse(BigDecimal.ZERO);
    }
}
