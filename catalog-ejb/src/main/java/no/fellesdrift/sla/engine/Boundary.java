package no.fellesdrift.sla.engine;

/** Where the due instant lies when the time runs out exactly at closing. */
public enum Boundary {
    /** At that closing. */
    END_OF_PERIOD,
    /** At the next opening. */
    NEXT_OPEN
}
