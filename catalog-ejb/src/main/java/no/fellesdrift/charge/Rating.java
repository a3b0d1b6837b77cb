package no.fellesdrift.charge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.charge.PriceVersion.Tier;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.kernel.UnitPrice;

/**
 * A billable quantity at its price, unrounded.
 *
 * @param unitPrice the one price that was multiplied; absent where several tiers were
 * @param working the arithmetic as {@link ComputedCharge#working()} has it
 */
record Rating(Share exact, Optional<Share> unitPrice, String working) {

    /** Rates by the price's kind; a fixed negotiated price replaces tiers too, a percentage holds on every tier. */
    static Rating of(PriceVersion price, Optional<Negotiation> negotiation, BigDecimal billable) {
        boolean replaced =
                negotiation.filter(n -> n.kind() == Negotiation.Kind.FIXED).isPresent();
        if (price.tiers().isEmpty() || replaced) {
            return single(price.unitPrice(), negotiation, billable);
        }
        return switch (price.kind()) {
            case USAGE_VOLUME -> single(tierReached(price.tiers(), billable).unitPrice(), negotiation, billable);
            case USAGE_GRADUATED -> graduated(price.tiers(), negotiation, billable);
            default -> throw new IllegalStateException(price.priceId() + " of kind " + price.kind() + " has tiers");
        };
    }

    private static Rating single(UnitPrice list, Optional<Negotiation> negotiation, BigDecimal billable) {
        Share unit = negotiation.map(agreed -> agreed.apply(list)).orElseGet(() -> list.exact());
        Share exact = unit.times(Share.of(billable));
        return new Rating(
                exact,
                Optional.of(unit),
                Working.unitPrice(list, negotiation) + " × " + Working.plain(billable) + Working.result(exact));
    }

    private static Tier tierReached(List<Tier> tiers, BigDecimal billable) {
        return tiers.stream()
                .filter(tier -> tier.reachedBy(billable))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No tier for " + billable + " in " + tiers));
    }

    private static Rating graduated(List<Tier> tiers, Optional<Negotiation> negotiation, BigDecimal billable) {
        Share sum = Share.ZERO;
        List<String> parts = new ArrayList<>();
        Share only = null;
        for (Tier tier : tiers) {
            BigDecimal top = tier.to() == null ? billable : tier.to().min(billable);
            BigDecimal inTier = top.subtract(tier.from());
            if (inTier.signum() > 0) {
                Share unit = negotiation
                        .map(agreed -> agreed.apply(tier.unitPrice()))
                        .orElseGet(() -> tier.unitPrice().exact());
                sum = sum.plus(unit.times(Share.of(inTier)));
                parts.add(Working.unitPrice(tier.unitPrice(), negotiation) + " × " + Working.plain(inTier));
                only = parts.size() == 1 ? unit : null;
            }
        }
        String terms = parts.isEmpty() ? "0" : String.join(" + ", parts);
        return new Rating(sum, Optional.ofNullable(only), terms + Working.result(sum));
    }
}
