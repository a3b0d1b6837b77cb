package no.fellesdrift.price;

/** What an included quantity is counted by, each month. */
public enum IncludedBasis {
    PER_LINE,
    /** Times the line's quantity on the last day of the metered period. */
    PER_UNIT
}
