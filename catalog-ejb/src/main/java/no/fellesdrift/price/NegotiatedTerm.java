package no.fellesdrift.price;

import java.math.BigDecimal;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.kernel.UnitPrice;

/**
 * What an agreement lays over a list price within its own dates.
 *
 * @param line the agreement line it belongs to
 * @param value a unit price in kroner for FIXED; for PERCENT a signed change, −12.5 is 12.5 % cheaper
 */
public record NegotiatedTerm(
        String line, String component, Kind kind, BigDecimal value, DateRange valid, String reason) {

    public enum Kind {
        /** Replaces the unit price. */
        FIXED,
        /** Changes it by a percentage, on every tier. */
        PERCENT
    }

    /** The unit price with this term, exact: a percentage is not rounded before it is multiplied. */
    public Share applyTo(UnitPrice list) {
        return kind == Kind.FIXED ? Share.of(value) : list.exact().times(Share.ONE.plus(Share.percent(value)));
    }
}
