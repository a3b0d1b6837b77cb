package no.fellesdrift.price;

/** What a price is paid for. */
public enum PriceKind {
    MONTH(12),
    QUARTER(4),
    YEAR(1),
    ONE_OFF(0),
    USAGE_FLAT(0),
    /** Each part of the quantity at its tier's price. */
    USAGE_GRADUATED(0),
    /** The whole quantity at the tier it reaches. */
    USAGE_VOLUME(0);

    private final int timesAYear;

    PriceKind(int timesAYear) {
        this.timesAYear = timesAYear;
    }

    public boolean recurring() {
        return timesAYear > 0;
    }

    public boolean usage() {
        return this == USAGE_FLAT || tiered();
    }

    public boolean tiered() {
        return this == USAGE_GRADUATED || this == USAGE_VOLUME;
    }

    /** How often a recurring price is paid in a year; 0 for the others. */
    public int timesAYear() {
        return timesAYear;
    }
}
