package no.fellesdrift.sla.source;

/** Where announced work stands. */
public enum WindowState {
    /** Announced, not approved. */
    ANNOUNCED,
    APPROVED,
    DONE,
    CANCELLED
}
