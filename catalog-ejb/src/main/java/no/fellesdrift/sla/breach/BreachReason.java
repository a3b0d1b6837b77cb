package no.fellesdrift.sla.breach;

import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Kind;

/** Why something about a breach is refused. */
public enum BreachReason implements Rejection.Reason {
    BREACH_NOT_FOUND(Kind.NOT_FOUND),
    BREACH_NO_AGENCY(Kind.NOT_FOUND),
    BREACH_UNKNOWN_SORT(Kind.INVALID),
    BREACH_WRONG_STATE(Kind.CONFLICT),
    /** Only the owner and the service-level manager work on it. */
    BREACH_NOT_OWNER(Kind.FORBIDDEN),
    BREACH_NEEDS_TEXT(Kind.INVALID),
    BREACH_TEXT_TOO_LONG(Kind.INVALID),
    BREACH_NEEDS_ACTIONS(Kind.CONFLICT),
    BREACH_ACTIONS_LEFT(Kind.CONFLICT),
    BREACH_ASKS_FOR_PLAN(Kind.CONFLICT),
    BREACH_UNKNOWN_PERSON(Kind.INVALID),
    BREACH_NO_ACTION(Kind.NOT_FOUND),
    BREACH_ACTION_DONE(Kind.CONFLICT);

    private final Kind kind;

    BreachReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "sla";
    }
}
