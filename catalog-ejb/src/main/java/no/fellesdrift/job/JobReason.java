package no.fellesdrift.job;

import no.fellesdrift.kernel.Rejection;

/** Why a job is refused. */
public enum JobReason implements Rejection.Reason {
    NOT_FOUND(Rejection.Kind.NOT_FOUND),
    UNKNOWN_SORT(Rejection.Kind.INVALID),
    /** Arguments: the name of who started it. */
    UNDER_WAY(Rejection.Kind.CONFLICT),
    /** Arguments: the id. */
    NOT_REPEATABLE(Rejection.Kind.CONFLICT),
    MAY_NOT_START(Rejection.Kind.FORBIDDEN),
    /** By the API: another kind comes in another way. */
    NOT_BY_MONTH(Rejection.Kind.INVALID);

    private final Rejection.Kind kind;

    JobReason(Rejection.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Rejection.Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "job";
    }
}
