package no.fellesdrift.charge.claim;

import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Kind;

/** Why something about a claim is refused. */
public enum ClaimReason implements Rejection.Reason {
    CLAIM_NOT_FOUND(Kind.NOT_FOUND),
    CLAIM_UNKNOWN_SORT(Kind.INVALID),
    CLAIM_NOTHING(Kind.CONFLICT),
    CLAIM_THERE(Kind.CONFLICT),
    CLAIM_WRONG_STATE(Kind.CONFLICT),
    /** Who drafted it does not send it. */
    CLAIM_OWN_DRAFT(Kind.FORBIDDEN),
    CLAIM_NEEDS_ANSWER(Kind.INVALID);

    private final Kind kind;

    ClaimReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "charge";
    }
}
