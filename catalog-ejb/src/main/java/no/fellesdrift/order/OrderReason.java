package no.fellesdrift.order;

import no.fellesdrift.kernel.Rejection;

/** Why an order, or a step of it, was refused. */
public enum OrderReason implements Rejection.Reason {
    NOT_FOUND(Rejection.Kind.NOT_FOUND),
    ACTION_UNKNOWN(Rejection.Kind.NOT_FOUND),
    /** Arguments: number, action, state. */
    WRONG_STATE(Rejection.Kind.CONFLICT),
    /** Arguments: number, action. */
    NOT_YOURS_TO_DO(Rejection.Kind.FORBIDDEN),
    OWN_ORDER(Rejection.Kind.FORBIDDEN),
    STALE(Rejection.Kind.STALE),
    INVALID(Rejection.Kind.INVALID),
    NOTHING_ASKED(Rejection.Kind.CONFLICT),
    NO_CANCEL_REQUEST(Rejection.Kind.CONFLICT),
    NO_SUPPLIER(Rejection.Kind.CONFLICT),
    /** Arguments: service, year, cost, budget. */
    OVER_BUDGET(Rejection.Kind.CONFLICT),
    LINE_NOT_OPEN(Rejection.Kind.CONFLICT),
    UNKNOWN_SORT(Rejection.Kind.MALFORMED),
    SUBSTITUTE_UNFIT(Rejection.Kind.INVALID),
    SUBSTITUTE_ALREADY(Rejection.Kind.CONFLICT),
    SUBSTITUTE_NOT_FOUND(Rejection.Kind.NOT_FOUND),
    ONLY_APPROVERS(Rejection.Kind.FORBIDDEN),
    /** Arguments: line, its quantity, the quantity asked for. */
    LINE_TOO_SMALL(Rejection.Kind.CONFLICT);

    private final Rejection.Kind kind;

    OrderReason(Rejection.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Rejection.Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "order";
    }
}
