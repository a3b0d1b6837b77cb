package no.fellesdrift.sla.report;

/** What it means that an agency has not answered in time. */
public enum Silence {
    /** That it has not answered, and nothing else. */
    NO_ANSWER,
    /** That it agrees, as its agreement says. */
    AGREED
}
