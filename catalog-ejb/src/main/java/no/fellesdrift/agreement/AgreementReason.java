package no.fellesdrift.agreement;

import no.fellesdrift.kernel.Rejection;

/** Why something about an agreement was refused. */
public enum AgreementReason implements Rejection.Reason {
    AGREEMENT_NOT_FOUND(Rejection.Kind.NOT_FOUND),
    LINE_NOT_FOUND(Rejection.Kind.NOT_FOUND),
    /** The agreement is not in force on the date. */
    NOT_COVERED(Rejection.Kind.CONFLICT),
    /** The agency's agreement does not give it this offering. */
    NOT_ELIGIBLE(Rejection.Kind.CONFLICT),
    /** The line is another agreement's or another offering's. */
    WRONG_LINE(Rejection.Kind.INVALID),
    /** The change needs a line and none was named, or the other way round. */
    LINE_MISSING(Rejection.Kind.INVALID),
    LINE_NOT_OPEN(Rejection.Kind.CONFLICT),
    LINE_BEGINS_THEN(Rejection.Kind.CONFLICT),
    FEWER_THAN_NOTHING(Rejection.Kind.CONFLICT),
    QUANTITY_NOT_POSITIVE(Rejection.Kind.INVALID),
    UNKNOWN_SORT(Rejection.Kind.MALFORMED);

    private final Rejection.Kind kind;

    AgreementReason(Rejection.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Rejection.Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "agreement";
    }
}
