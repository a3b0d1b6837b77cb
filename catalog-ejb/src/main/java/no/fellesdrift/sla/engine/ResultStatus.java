package no.fellesdrift.sla.engine;

/** What an evaluation says about a level. */
public enum ResultStatus {
    MET,
    BREACHED,
    /** The denominator is zero: there was nothing to measure. */
    NOT_MEASURABLE,
    /** Below the agreed coverage or the agreed number of cases: a deviation on the duty to measure. */
    INSUFFICIENT_DATA,
    /** The level asks for a reading that is not built; it says which. */
    NOT_EVALUATED
}
