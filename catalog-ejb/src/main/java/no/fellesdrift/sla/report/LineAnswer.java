package no.fellesdrift.sla.report;

/** What the agency said of a line. */
public enum LineAnswer {
    ACKNOWLEDGED,
    DISPUTED,
    /** Nothing, and the agreement takes that for agreement. */
    BY_SILENCE
}
