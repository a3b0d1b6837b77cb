package no.fellesdrift.party;

import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Kind;

/** Why something about organisations, people and keys is refused. */
public enum PartyReason implements Rejection.Reason {
    /** An Idempotency-Key that stood for another body. */
    REPEAT_KEY_USED(Kind.INVALID),
    BAD_REPEAT_KEY(Kind.INVALID),
    BAD_COLUMNS(Kind.INVALID),
    UNKNOWN_ORGANISATION(Kind.NOT_FOUND),
    UNKNOWN_PERSON(Kind.NOT_FOUND),
    UNKNOWN_KEY(Kind.NOT_FOUND),
    PERSON_EXISTS(Kind.CONFLICT),
    ROLE_NOT_FOR_ORGANISATION(Kind.INVALID),
    NO_ROLE(Kind.INVALID),
    LAST_ADMINISTRATOR(Kind.CONFLICT),
    ENDS_BEFORE_IT_STARTS(Kind.INVALID),
    PERSON_NOT_VALID(Kind.INVALID),
    KEY_EXPIRES_IN_THE_PAST(Kind.INVALID),
    KEY_ALREADY_REVOKED(Kind.CONFLICT),
    KEY_MIXES_PERSON_AND_ROLES(Kind.INVALID),
    UNKNOWN_SCOPE(Kind.INVALID),
    /** A key cannot make the key of a person. */
    KEY_FOR_PEOPLE(Kind.FORBIDDEN),
    UNKNOWN_SORT(Kind.INVALID),
    PASSWORD_TOO_SHORT(Kind.INVALID),
    WRONG_PASSWORD(Kind.INVALID),
    SAME_PASSWORD(Kind.INVALID),
    WRONG_CODE(Kind.INVALID),
    ADMINISTRATOR_EXISTS(Kind.CONFLICT),
    CHANGED_MEANWHILE(Kind.STALE);

    private final Kind kind;

    PartyReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "party";
    }
}
