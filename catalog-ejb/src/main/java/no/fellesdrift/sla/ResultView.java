package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.Cause;
import no.fellesdrift.sla.engine.ResultStatus;

/**
 * A result as it stands, or stood.
 *
 * @param period {@code yyyy-mm}
 * @param numerator good seconds, or cases met; null when not evaluated
 * @param denominator seconds of the base, or cases counted; null when not evaluated
 * @param target exact, in the unit
 * @param coverage share of agreed time that was measured; null for cases
 * @param availability null for cases
 * @param policy the choices it was computed under, {@code name=value; …}
 * @param watermarkAt facts recorded until then were seen
 * @param unit of what was achieved and of the target; but for PERCENT numerator ÷ denominator is the number itself
 * @param spentAt when a running period's error budget, or the misses that its target allows, are used up at the rate of so
 *     far; null when they last
 */
public record ResultView(
        long key,
        String period,
        String line,
        String level,
        int version,
        boolean superseded,
        String organisation,
        String service,
        String serviceName,
        String offering,
        String offeringName,
        Measure measure,
        String priority,
        ResultStatus status,
        String reason,
        Long numerator,
        Long denominator,
        Share target,
        Share coverage,
        Availability availability,
        int displayDecimals,
        String consequence,
        String policy,
        boolean provisional,
        Instant evaluatedAt,
        Instant watermarkAt,
        Unit unit,
        Instant spentAt) {

    /** Whole seconds; {@code errorBudgetRemaining} is signed. */
    public record Availability(
            long agreedSeconds,
            long maintenanceSeconds,
            long excludedSeconds,
            long baseSeconds,
            long grossDowntimeSeconds,
            long downtimeSeconds,
            long unknownSeconds,
            long providerSeconds,
            long upstreamSeconds,
            long customerSeconds,
            long errorBudgetSeconds,
            long errorBudgetRemainingSeconds) {

        public long downtimeSeconds(Cause cause) {
            return switch (cause) {
                case PROVIDER -> providerSeconds;
                case UPSTREAM -> upstreamSeconds;
                case CUSTOMER -> customerSeconds;
            };
        }
    }

    /** {@code <period>~<line>~<level>~<version>}. */
    public String id() {
        return period + "~" + line + "~" + level + "~" + version;
    }

    public boolean measurable() {
        return denominator != null && denominator != 0;
    }

    /** Whether the percentage may be shown as what was delivered. */
    public boolean shown() {
        return status == ResultStatus.MET || status == ResultStatus.BREACHED;
    }

    public boolean inPercent() {
        return unit == Unit.PERCENT;
    }

    /** What was achieved, exact, in the unit; null when not measurable. */
    public Share achieved() {
        if (!measurable()) {
            return null;
        }
        Share number = Share.of(numerator, denominator);
        return inPercent() ? number.times(Share.of(100)) : number;
    }

    /** What was achieved, in percent, cut to so many decimals and never rounded up; null when it is no percentage. */
    public BigDecimal percent(int decimals) {
        return measurable() && inPercent() ? achieved().round(decimals, RoundingMode.FLOOR) : null;
    }

    /** What was achieved, in the unit, as the level shows it: never better than it was. */
    public BigDecimal displayed() {
        if (!measurable()) {
            return null;
        } else if (inPercent()) {
            return percent(displayDecimals);
        }
        boolean high = measure == Measure.TIME_BETWEEN_OUTAGES || policy.contains("direction=AT_LEAST");
        return Facts.plain(achieved()
                .round(unit == Unit.SECONDS ? 0 : displayDecimals, high ? RoundingMode.FLOOR : RoundingMode.CEILING));
    }

    /** In the unit, exact: a decimal where it ends, otherwise a fraction. */
    public String targetPercent() {
        try {
            BigDecimal decimal = new BigDecimal(target.numerator()).divide(new BigDecimal(target.denominator()));
            return decimal.stripTrailingZeros().toPlainString();
        } catch (ArithmeticException endless) {
            return target.toString();
        }
    }

    /** The target in the unit, cut to so many decimals. */
    public BigDecimal targetDisplayed() {
        return target.round(inPercent() ? displayDecimals : Math.max(displayDecimals, 6), RoundingMode.FLOOR)
                .stripTrailingZeros();
    }

    /** Coverage in percent, cut to two decimals; null for cases. */
    public BigDecimal coveragePercent() {
        return coverage == null ? null : coverage.times(Share.of(100)).round(2, RoundingMode.FLOOR);
    }

    /** How many more cases could have been late without a breach; below zero when it was breached; null without cases. */
    public Long casesLeft() {
        if (!measure.countsCases() || !measurable()) {
            return null;
        }
        BigInteger allowed = Share.of(denominator)
                .times(Share.ONE.minus(target.dividedBy(Share.of(100))))
                .floor();
        return allowed.longValueExact() - (denominator - numerator);
    }
}
