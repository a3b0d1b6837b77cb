package no.fellesdrift.agreement;

/** What an order does to an agreement line. The quantity that goes with it is always the units concerned. */
public enum LineChange {
    /** Begins a line. */
    NEW,
    /** Adds units to one. */
    INCREASE,
    /** Takes units away; a line of none still exists. */
    DECREASE,
    /** The line does not exist from the date on. */
    END,
    /** New units for old: the line stays as it is. */
    REPLACEMENT
}
