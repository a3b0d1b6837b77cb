package no.fellesdrift.order;

/** What an order line does to the agreement line. Its quantity is always the units concerned, never the new total. */
public enum ItemKind {
    /** Begins a line. */
    NEW,
    /** Adds units. */
    INCREASE,
    /** Takes units away; a line may go down to zero and still exist. */
    DECREASE,
    /** Ends the line. */
    END,
    /** Exchanges units; the line stays as it is. */
    REPLACEMENT;

    /** Whether it counts against the promised lead time. */
    boolean countsForLeadTime() {
        return this == NEW || this == INCREASE || this == REPLACEMENT;
    }

    /** Whether it adds cost, so that the offering must be orderable and the budget is looked at. */
    public boolean adds() {
        return this == NEW || this == INCREASE;
    }

    boolean needsLine() {
        return this != NEW;
    }
}
