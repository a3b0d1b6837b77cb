package no.fellesdrift.sla.report;

/** The two sides of a dispute. */
public enum DisputeSide {
    PROVIDER,
    AGENCY
}
