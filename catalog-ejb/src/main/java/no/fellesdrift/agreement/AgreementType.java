package no.fellesdrift.agreement;

/** How much of the catalogue an agreement opens. */
public enum AgreementType {
    /** The agency is on the common platform: every orderable offering. */
    PLATFORM,
    /** The agency takes single services: only offerings it already has a line of. */
    SINGLE
}
