package no.fellesdrift.web.api;

import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Kind;

/** Refusals of the API itself, before any room was asked. */
public enum ApiReason implements Rejection.Reason {
    MALFORMED_JSON(Kind.MALFORMED),
    NOT_UTF_8(Kind.MALFORMED),
    MALFORMED_CSV(Kind.MALFORMED),
    EMPTY_BODY(Kind.MALFORMED),
    WRONG_FIELDS(Kind.INVALID),
    WRONG_PARAMETERS(Kind.INVALID),
    /** Answered 428, which no kind of refusal of the rooms stands for. */
    IF_MATCH_REQUIRED(Kind.INVALID),
    STALE(Kind.STALE),
    CHANGED_MEANWHILE(Kind.STALE),
    TOO_LARGE(Kind.TOO_LARGE),
    FORBIDDEN(Kind.FORBIDDEN),
    OUT_OF_SCOPE(Kind.FORBIDDEN),
    UNKNOWN_PATH(Kind.NOT_FOUND);

    private final Kind kind;

    ApiReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "api";
    }
}
