package no.fellesdrift.sla.definition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.CreditScheme;
import no.fellesdrift.sla.CreditScheme.Suffered;

/**
 * What a scheme gives in a case that is made up, reckoned as real ones are: a month of thirty days.
 *
 * @param about which of the texts tells it
 * @param achieved percent; null where it does not matter
 * @param seconds that the service was down or the case late; null where it does not matter
 * @param percent that the breach gives before the line's cap; null where it gives kroner
 * @param whole kroner before the line's cap
 * @param amount kroner that the line gets
 */
public record CreditExample(
        String about, BigDecimal achieved, Long seconds, BigDecimal percent, Money whole, Money amount) {

    private static final long MONTH = 30 * 86_400L;
    private static final long DOWN = 3 * 3_600L;
    private static final int SHOWN = 4;

    /** @param base what the line costs a month */
    static List<CreditExample> of(CreditScheme rules, Money base) {
        List<CreditExample> all = new ArrayList<>();
        switch (rules.kind()) {
            case TIERS ->
                rules.tiers()
                        .forEach(tier ->
                                all.add(of("TIER", rules, base, tier.atLeastPercent(), null, Suffered.NOTHING)));
            case FREE_TIME -> all.add(of("FREE_TIME", rules, base, null, DOWN, new Suffered(MONTH, DOWN, List.of())));
            case FREE_TIME_PER_BREACH ->
                all.add(of("BREACH", rules, base, null, rules.unitSeconds(), Suffered.NOTHING));
            case PERCENT_PER_UNIT, AMOUNT_PER_UNIT -> {
                // a bit more than five units, so that the sixth has begun; and a hundred of them, for the caps
                all.add(late(rules, base, 5 * rules.unitSeconds() + rules.unitSeconds() / 3));
                all.add(late(rules, base, 100 * rules.unitSeconds()));
            }
        }
        return all;
    }

    private static CreditExample late(CreditScheme rules, Money base, long seconds) {
        return of("LATE", rules, base, null, seconds, new Suffered(0, 0, List.of(seconds)));
    }

    private static CreditExample of(
            String about, CreditScheme rules, Money base, BigDecimal achieved, Long seconds, Suffered suffered) {
        Share reached = achieved == null ? Share.ZERO : Share.of(achieved);
        Share percent = rules.percent(reached, suffered, MONTH);
        boolean kroner = rules.kind() == CreditScheme.Kind.AMOUNT_PER_UNIT;
        return new CreditExample(
                about,
                achieved,
                seconds,
                kroner ? null : percent.round(SHOWN, RoundingMode.HALF_UP),
                kroner
                        ? rules.amount(suffered)
                        : Money.rounded(base.exact().times(percent).dividedBy(Share.of(100))),
                rules.alone(reached, suffered, MONTH, base));
    }

    /** The line's cap took some of it. */
    public boolean isCapped() {
        return amount.compareTo(whole) < 0;
    }
}
