package no.fellesdrift.charge;

import java.math.BigDecimal;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;

/**
 * What a credit came to when it was approved. It stays so: when a later result says otherwise, that is an adjustment.
 *
 * @param resultVersion of the result it was computed from
 * @param achieved in percent, cut to four decimals
 * @param exact before rounding, negative
 */
record FixedCredit(
        int resultVersion,
        BigDecimal achieved,
        BigDecimal tierPercent,
        BigDecimal percent,
        Money base,
        Share exact,
        Money amount,
        String working) {}
