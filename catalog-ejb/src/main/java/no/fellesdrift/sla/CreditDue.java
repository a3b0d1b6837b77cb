package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.time.YearMonth;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Share;

/**
 * A credit that a breach gives by the agreement, before anybody has decided on it.
 *
 * @param resultVersion of the result that says so
 * @param provisional the result may still change by itself: the period had not ended
 * @param achieved exact, in percent
 * @param tierPercent what the breach alone would give; exact
 * @param percent what is given when the line's levels are combined and capped; of a credit in kroner the most that the
 *     cap leaves for all of those together; exact
 * @param amount kroner before any cap; nothing where the credit is a percentage
 * @param capServicePercent of the agency's recurring charges for the service; absent without
 * @param capYearPercent of the line's recurring charges of the year's months so far; absent without
 */
public record CreditDue(
        YearMonth period,
        LineNumber line,
        OrgNumber agency,
        String level,
        int resultVersion,
        boolean provisional,
        Share achieved,
        Share tierPercent,
        Share percent,
        Money amount,
        BigDecimal capServicePercent,
        BigDecimal capYearPercent) {

    /** Of the result that says so. */
    public String resultId() {
        return period + "~" + line + "~" + level + "~" + resultVersion;
    }

    /** {@code <line>~<level>}: one per period. */
    public String key() {
        return line + "~" + level;
    }

    public boolean isInKroner() {
        return !amount.isZero();
    }
}
