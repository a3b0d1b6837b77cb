package no.fellesdrift.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction: a part of a whole, or any number on its way to its one rounding. Kept in lowest terms with a
 * positive denominator, so equal numbers are equal values.
 */
public record Share(BigInteger numerator, BigInteger denominator) implements Comparable<Share> {

    public static final Share ZERO = of(0);
    public static final Share ONE = of(1);

    /** @throws ArithmeticException when the denominator is zero */
    public Share {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("A fraction has no zero denominator");
        }
        BigInteger common = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Share of(long whole) {
        return of(BigInteger.valueOf(whole));
    }

    public static Share of(BigInteger whole) {
        return new Share(whole, BigInteger.ONE);
    }

    public static Share of(long numerator, long denominator) {
        return new Share(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Share of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? of(decimal.toBigIntegerExact())
                : new Share(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** The part that a percentage stands for: {@code 12.5} is one eighth. */
    public static Share percent(BigDecimal percent) {
        return of(percent).dividedBy(of(100));
    }

    public Share plus(Share other) {
        return new Share(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Share minus(Share other) {
        return plus(other.negate());
    }

    public Share negate() {
        return new Share(numerator.negate(), denominator);
    }

    public Share times(Share other) {
        return new Share(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException when the other is zero */
    public Share dividedBy(Share other) {
        return new Share(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isZero() {
        return signum() == 0;
    }

    public Share abs() {
        return signum() < 0 ? negate() : this;
    }

    public Share max(Share other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Share min(Share other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The largest whole number not above this one. */
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    public BigDecimal round(int scale, RoundingMode mode) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, mode);
    }

    @Override
    public int compareTo(Share other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@code 22/31}, or the whole number alone. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
