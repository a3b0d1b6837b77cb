package no.fellesdrift.charge;

import java.math.BigDecimal;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.kernel.UnitPrice;

/**
 * A negotiated price of one component of one line, within its own dates.
 *
 * @param value kroner per unit that replace the list price, or a signed change in percent (−12.5 is an eighth cheaper)
 */
public record Negotiation(String component, Kind kind, BigDecimal value, DateRange valid) {

    /** How the value is meant. */
    public enum Kind {
        FIXED,
        PERCENT
    }

    /** The unit price that holds instead of the list's, unrounded. */
    Share apply(UnitPrice list) {
        return kind == Kind.FIXED ? Share.of(value) : list.exact().times(factor());
    }

    /** What a list price is multiplied by. */
    Share factor() {
        return Share.ONE.plus(Share.percent(value));
    }
}
