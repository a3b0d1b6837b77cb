package no.fellesdrift.party;

/** Whether a key opens anything now. */
public enum ApiKeyState {
    VALID,
    EXPIRED,
    REVOKED
}
