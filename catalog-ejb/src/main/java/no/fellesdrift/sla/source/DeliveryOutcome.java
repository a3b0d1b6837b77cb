package no.fellesdrift.sla.source;

/** What became of a delivery. */
public enum DeliveryOutcome {
    ACCEPTED,
    /** Nothing in it was new. */
    DUPLICATE,
    /** Some of it could not be used. */
    PARTLY,
    /** None of it could be used; kept to be taken again. */
    REJECTED,
    /** Rejected, and taken later. */
    TAKEN_AGAIN
}
