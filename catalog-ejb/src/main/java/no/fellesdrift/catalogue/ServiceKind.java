package no.fellesdrift.catalogue;

/** Whom a service is for. */
public enum ServiceKind {
    CUSTOMER_FACING,
    /** What other services stand on; no agency orders it. */
    SUPPORTING,
    SECURITY
}
