package no.fellesdrift.exchange;

import no.fellesdrift.kernel.Rejection;

/** Why an import is refused. */
public enum ExchangeReason implements Rejection.Reason {
    TOO_LARGE(Rejection.Kind.TOO_LARGE),
    NOT_A_ZIP(Rejection.Kind.MALFORMED),
    NO_FILE(Rejection.Kind.INVALID),
    /** What was checked has been put away meanwhile. */
    CHECK_EXPIRED(Rejection.Kind.CONFLICT),
    FAULTY_DATA_SET(Rejection.Kind.INVALID);

    private final Rejection.Kind kind;

    ExchangeReason(Rejection.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Rejection.Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "exchange";
    }
}
