package no.fellesdrift.charge;

import no.fellesdrift.kernel.Rejection;

/** Why something about charges, periods or usage is refused. */
public enum ChargeReason implements Rejection.Reason {
    NOT_FOUND(Rejection.Kind.NOT_FOUND),
    UNKNOWN_SORT(Rejection.Kind.INVALID),
    UNKNOWN_PERIOD(Rejection.Kind.NOT_FOUND),
    PERIOD_CLOSED(Rejection.Kind.CONFLICT),
    PERIOD_NOT_OVER(Rejection.Kind.CONFLICT),
    EARLIER_PERIOD_OPEN(Rejection.Kind.CONFLICT),
    TOO_MANY_READINGS(Rejection.Kind.TOO_LARGE),
    CREDIT_DECIDED(Rejection.Kind.CONFLICT),
    CREDIT_NOT_PROPOSED(Rejection.Kind.CONFLICT),
    CREDIT_OWN_PROPOSAL(Rejection.Kind.FORBIDDEN),
    CREDIT_CHANGED(Rejection.Kind.CONFLICT),
    CREDIT_NEEDS_REASON(Rejection.Kind.INVALID),
    ADJUSTMENT_NONE(Rejection.Kind.CONFLICT),
    ADJUSTMENT_NOT_PROPOSED(Rejection.Kind.CONFLICT);

    private final Rejection.Kind kind;

    ChargeReason(Rejection.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Rejection.Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "charge";
    }
}
