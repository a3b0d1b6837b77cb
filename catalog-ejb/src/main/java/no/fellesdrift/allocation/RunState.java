package no.fellesdrift.allocation;

/** What a run is worth: the latest of an open period, one that a later run took the place of, the closed period's. */
public enum RunState {
    PRELIMINARY,
    SUPERSEDED,
    FINAL
}
