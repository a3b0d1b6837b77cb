package no.fellesdrift.charge;

/** How far a service credit has come. */
public enum CreditState {
    /** The breach gives it; nobody has put it forward yet. */
    DUE,
    /** Put forward by the service-level manager; waits for the finance approver. */
    PROPOSED,
    /** A charge of the month in which it was approved. */
    APPROVED,
    REJECTED;

    public boolean isDecided() {
        return this == APPROVED || this == REJECTED;
    }
}
