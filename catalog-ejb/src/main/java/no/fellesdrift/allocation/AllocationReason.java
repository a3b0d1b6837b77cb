package no.fellesdrift.allocation;

import no.fellesdrift.kernel.Rejection;

/** Why an allocation is refused. */
public enum AllocationReason implements Rejection.Reason {
    NOT_FOUND(Rejection.Kind.NOT_FOUND),
    UNKNOWN_SORT(Rejection.Kind.INVALID),
    NO_POOLS(Rejection.Kind.CONFLICT),
    UNKNOWN_POOL(Rejection.Kind.INVALID),
    UNKNOWN_KEY(Rejection.Kind.INVALID),
    NO_TARGETS(Rejection.Kind.INVALID),
    CIRCLE(Rejection.Kind.INVALID),
    CLOSED_POOL_RECEIVES(Rejection.Kind.INVALID),
    PERCENT_NOT_100(Rejection.Kind.INVALID),
    WEIGHTS_NOT_100(Rejection.Kind.INVALID),
    NEGATIVE_DRIVER(Rejection.Kind.INVALID),
    ALL_DRIVERS_ZERO(Rejection.Kind.INVALID),
    NO_USAGE(Rejection.Kind.INVALID),
    ABOVE_CAPACITY(Rejection.Kind.INVALID),
    NOT_BALANCED(Rejection.Kind.CONFLICT);

    private final Rejection.Kind kind;

    AllocationReason(Rejection.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Rejection.Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "allocation";
    }
}
