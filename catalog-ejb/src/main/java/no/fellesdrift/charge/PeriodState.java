package no.fellesdrift.charge;

/** A billing period is open until it is closed, and never opened again. */
public enum PeriodState {
    OPEN,
    CLOSED
}
