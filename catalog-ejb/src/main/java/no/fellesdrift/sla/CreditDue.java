package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.time.YearMonth;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Share;

/**
 * A credit that a breach gives by the agreement, before anybody has decided on it.
 *
 * @param resultVersion of the result that says so
 * @param provisional the result may still change by itself: the period had not ended
 * @param achieved exact, in percent
 * @param tierPercent what the tier alone would give
 * @param percent what is given when the line's levels are combined and capped
 */
public record CreditDue(
        YearMonth period,
        LineNumber line,
        OrgNumber agency,
        String level,
        int resultVersion,
        boolean provisional,
        Share achieved,
        BigDecimal tierPercent,
        BigDecimal percent) {

    /** Of the result that says so. */
    public String resultId() {
        return period + "~" + line + "~" + level + "~" + resultVersion;
    }

    /** {@code <line>~<level>}: one per period. */
    public String key() {
        return line + "~" + level;
    }
}
