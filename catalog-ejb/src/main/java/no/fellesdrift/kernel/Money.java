package no.fellesdrift.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** An amount in Norwegian kroner, to the øre. Always scale 2; may be negative. */
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** @throws ArithmeticException when the amount has parts of an øre */
    public Money {
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Reads plain decimal notation, {@code "8680.65"}. */
    public static Money of(String plain) {
        return new Money(new BigDecimal(plain));
    }

    public static Money ofOere(long oere) {
        return new Money(BigDecimal.valueOf(oere, 2));
    }

    /** The one rounding of the house: HALF_UP, away from zero, negative amounts too. */
    public static Money rounded(Share exact) {
        return new Money(exact.round(2, RoundingMode.HALF_UP));
    }

    public static Money sum(Collection<Money> parts) {
        return parts.stream().reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money negate() {
        return new Money(amount.negate());
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public Share exact() {
        return Share.of(amount);
    }

    /** The amount in øre. */
    public BigInteger oere() {
        return amount.unscaledValue();
    }

    /**
     * Splits by largest remainder: each part is cut down to whole øre, and the øre that remain go one each to the
     * largest cut-off parts; a tie goes to the earlier in the list. A negative amount is split by its absolute value.
     *
     * @param shares not negative, summing to exactly one, in the order that decides ties
     * @return one part per share, in the same order, summing to this amount
     * @throws IllegalArgumentException when the shares do not sum to one
     */
    public List<Money> split(List<Share> shares) {
        if (!shares.stream().reduce(Share.ZERO, Share::plus).equals(Share.ONE)) {
            throw new IllegalArgumentException("Shares must sum to one: " + shares);
        }
        if (shares.stream().anyMatch(share -> share.signum() < 0)) {
            throw new IllegalArgumentException("A share is not negative: " + shares);
        }
        Share whole = Share.of(oere().abs());
        List<Share> exact = shares.stream().map(whole::times).toList();
        List<BigInteger> parts =
                new ArrayList<>(exact.stream().map(Share::floor).toList());
        int left = oere().abs()
                .subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> exact.get(i).minus(Share.of(parts.get(i))))
                        .reversed())
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
        BigInteger sign = BigInteger.valueOf(amount.signum());
        return parts.stream()
                .map(part -> new Money(new BigDecimal(part.multiply(sign), 2)))
                .toList();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    /** Plain decimal notation, {@code 8680.65}. */
    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
