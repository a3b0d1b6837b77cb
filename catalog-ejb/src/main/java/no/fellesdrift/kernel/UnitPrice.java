package no.fellesdrift.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Kroner per unit, with up to four decimals. Always scale 4. */
public record UnitPrice(BigDecimal amount) implements Comparable<UnitPrice> {

    /** @throws ArithmeticException when the price has more than four decimals */
    public UnitPrice {
        amount = amount.setScale(4, RoundingMode.UNNECESSARY);
    }

    public static UnitPrice of(String plain) {
        return new UnitPrice(new BigDecimal(plain));
    }

    public Share exact() {
        return Share.of(amount);
    }

    @Override
    public int compareTo(UnitPrice other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
