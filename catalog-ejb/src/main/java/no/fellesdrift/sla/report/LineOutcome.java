package no.fellesdrift.sla.report;

/** How a dispute of a line ended. */
public enum LineOutcome {
    /** The result is as it was. */
    STANDS,
    /** Something is left out or a fact is put right; the result gets a new version. */
    CORRECTED,
    /** The agency has taken its objection back. */
    WITHDRAWN
}
