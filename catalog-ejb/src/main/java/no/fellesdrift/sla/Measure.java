package no.fellesdrift.sla;

/** What a level measures. */
public enum Measure {
    AVAILABILITY,
    /** From a case's opening to its first response. */
    RESPONSE,
    /** From a case's opening to its solution. */
    RESOLUTION,
    /** From an order's approval to its delivery. */
    LEAD_TIME;

    public boolean countsCases() {
        return this != AVAILABILITY;
    }
}
