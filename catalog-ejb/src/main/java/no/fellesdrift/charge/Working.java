package no.fellesdrift.charge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.kernel.UnitPrice;

/** How a step of the arithmetic is written down: digits and signs only, so that it reads in every language. */
final class Working {

    /** Decimals that are shown of a number that does not end. */
    private static final int SHOWN = 6;

    private Working() {}

    static String unitPrice(PriceVersion price, Optional<Negotiation> negotiation) {
        return unitPrice(price.unitPrice(), negotiation);
    }

    /** {@code 66200.0000 × 0.875}: the list price and what an agreed percentage makes of it, or the fixed price. */
    static String unitPrice(UnitPrice list, Optional<Negotiation> negotiation) {
        if (negotiation.isEmpty()) {
            return list.toString();
        }
        Negotiation agreed = negotiation.get();
        return agreed.kind() == Negotiation.Kind.FIXED
                ? new UnitPrice(agreed.value()).toString()
                : list + " × " + plain(exactDecimal(agreed.factor()));
    }

    static String difference(BigDecimal used, BigDecimal included, BigDecimal billable) {
        return used.compareTo(included) >= 0
                ? plain(used) + " − " + plain(included) + " = " + plain(billable)
                : "max(" + plain(used) + " − " + plain(included) + "; 0) = 0";
    }

    /** {@code  = 1234.5} or {@code  ≈ 1234.567891}, and what it is rounded to when that differs. */
    static String result(Share exact) {
        Money rounded = Money.rounded(exact);
        if (exact.equals(rounded.exact())) {
            return " = " + rounded;
        }
        return (isShownWhole(exact) ? " = " : " ≈ ") + decimal(exact) + " → " + rounded;
    }

    static String decimal(Share exact) {
        return plain(exact.round(SHOWN, RoundingMode.HALF_UP));
    }

    private static boolean isShownWhole(Share exact) {
        return Share.of(exact.round(SHOWN, RoundingMode.HALF_UP)).equals(exact);
    }

    /** A decimal where it ends soon, otherwise the fraction. */
    static String share(Share exact) {
        return isShownWhole(exact) ? decimal(exact) : exact.toString();
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * A product of decimals as a decimal.
     *
     * @throws ArithmeticException when it does not end
     */
    static BigDecimal exactDecimal(Share exact) {
        return new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator()));
    }
}
