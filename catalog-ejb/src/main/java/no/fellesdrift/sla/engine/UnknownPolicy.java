package no.fellesdrift.sla.engine;

/** What becomes of agreed time without measurement. */
public enum UnknownPolicy {
    /** It leaves the base. */
    REMOVED,
    UP,
    /** It counts with the downtime. */
    DOWN
}
