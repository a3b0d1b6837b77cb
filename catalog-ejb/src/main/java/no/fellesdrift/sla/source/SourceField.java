package no.fellesdrift.sla.source;

/** What is looked for in a message. */
public enum SourceField {
    /** Where several events stand in one message: an array. Empty: the message is one event. */
    ITEMS,
    /** What names the disturbed thing, the same when it begins and when it ends; several pointers are joined. */
    KEY,
    /** Means FIRING, RESOLVED or IGNORE. */
    STATE,
    STARTED,
    ENDED,
    SERVICE,
    OFFERING,
    AGENCY,
    /** Means FULL or DEGRADED. */
    IMPACT,
    /** Means PROVIDER, UPSTREAM or CUSTOMER. */
    CAUSE,
    TEXT
}
