package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;

/**
 * What a breach gives back, mostly in percent of the line's recurring charges of the measured period.
 *
 * @param highestOnly of several breached levels of a line the highest alone counts; otherwise they add up
 * @param capPercent the most that a line gets for a period
 * @param tiers of {@link Kind#TIERS}
 * @param unitSeconds the time that {@code perUnit} is for, begun; of {@link Kind#FREE_TIME_PER_BREACH} the free time
 * @param perUnit percent, or kroner of {@link Kind#AMOUNT_PER_UNIT}
 * @param capCasePercent the most that one case gives; absent without
 * @param capServicePercent the most that an agency gets for a service and period, of its recurring charges for the
 *     service; absent without
 * @param capYearPercent the most that a line gets in a calendar year, of its recurring charges of the year's months so
 *     far; absent without
 */
public record CreditScheme(
        String scheme,
        Kind kind,
        boolean highestOnly,
        BigDecimal capPercent,
        List<Tier> tiers,
        long unitSeconds,
        BigDecimal perUnit,
        BigDecimal capCasePercent,
        BigDecimal capServicePercent,
        BigDecimal capYearPercent) {

    /** How a breach is turned into what it gives. */
    public enum Kind {
        /** By what was achieved. */
        TIERS,
        /** The time that was down costs nothing. */
        FREE_TIME,
        /** Each breach gives the same free time. */
        FREE_TIME_PER_BREACH,
        /** So many percent for each unit begun beyond what was promised. */
        PERCENT_PER_UNIT,
        /** So many kroner for each unit begun beyond what was promised. */
        AMOUNT_PER_UNIT
    }

    /** From this achieved percentage on, so much is given. */
    public record Tier(BigDecimal atLeastPercent, BigDecimal creditPercent) {}

    /**
     * What the customer suffered.
     *
     * @param agreedSeconds of the period; none for cases
     * @param downSeconds of those
     * @param lateSeconds of each late case, or of the downtime as a whole, beyond what was promised
     */
    public record Suffered(long agreedSeconds, long downSeconds, List<Long> lateSeconds) {
        public static final Suffered NOTHING = new Suffered(0, 0, List.of());

        public Suffered {
            lateSeconds = List.copyOf(lateSeconds);
        }
    }

    public CreditScheme {
        tiers = List.copyOf(tiers);
    }

    /** By tiers alone, with no other cap than the line's. */
    CreditScheme(String scheme, boolean highestOnly, BigDecimal capPercent, List<Tier> tiers) {
        this(scheme, Kind.TIERS, highestOnly, capPercent, tiers, 0, null, null, null, null);
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

    /**
     * What a breach gives alone, in percent of the line's recurring charges, exact; nothing where it gives kroner.
     *
     * @param achieved exact, in percent
     * @param periodSeconds of the whole measured month
     */
    public Share percent(Share achieved, Suffered suffered, long periodSeconds) {
        return switch (kind) {
            case TIERS -> Share.of(percent(achieved));
            case FREE_TIME ->
                suffered.agreedSeconds() == 0
                        ? Share.ZERO
                        : Share.of(suffered.downSeconds(), suffered.agreedSeconds())
                                .times(Share.of(100));
            case FREE_TIME_PER_BREACH -> Share.of(unitSeconds, periodSeconds).times(Share.of(100));
            case PERCENT_PER_UNIT ->
                suffered.lateSeconds().stream()
                        .map(late -> ofCase(Share.of(perUnit).times(units(late))))
                        .reduce(Share.ZERO, Share::plus);
            case AMOUNT_PER_UNIT -> Share.ZERO;
        };
    }

    /** Kroner that a breach gives alone; nothing where it gives percent. */
    public Money amount(Suffered suffered) {
        return kind == Kind.AMOUNT_PER_UNIT
                ? Money.rounded(suffered.lateSeconds().stream()
                        .map(late -> Share.of(perUnit).times(units(late)))
                        .reduce(Share.ZERO, Share::plus))
                : Money.ZERO;
    }

    /**
     * Kroner that a breach gives when it is the only one of its line's month, within the line's cap.
     *
     * @param periodSeconds of the whole measured month
     * @param base the line's recurring charges of the month
     */
    public Money alone(Share achieved, Suffered suffered, long periodSeconds, Money base) {
        Share cap = Share.of(capPercent);
        Money most = part(base, cap);
        Money given = kind == Kind.AMOUNT_PER_UNIT
                ? amount(suffered)
                : part(base, percent(achieved, suffered, periodSeconds).min(cap));
        return given.compareTo(most) > 0 ? most : given;
    }

    private static Money part(Money base, Share percent) {
        return Money.rounded(base.exact().times(percent).dividedBy(Share.of(100)));
    }

    private Share ofCase(Share percent) {
        return capCasePercent == null ? percent : percent.min(Share.of(capCasePercent));
    }

    /** A unit that has begun counts whole. */
    private Share units(long seconds) {
        return Share.of(Math.floorDiv(seconds + unitSeconds - 1, unitSeconds));
    }
}
