package no.fellesdrift.sla;

import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Kind;

/** Why something about service levels is refused. */
public enum SlaReason implements Rejection.Reason {
    UNKNOWN_RESULT(Kind.NOT_FOUND),
    UNKNOWN_ORGANISATION(Kind.NOT_FOUND),
    UNKNOWN_LINE(Kind.NOT_FOUND),
    UNKNOWN_EXCLUSION(Kind.NOT_FOUND),
    PERIOD_MALFORMED(Kind.MALFORMED),
    PERIOD_NOT_BEGUN(Kind.CONFLICT),
    UNKNOWN_SORT(Kind.INVALID),
    /** One or more calculations cannot be read; the violations say where. */
    WRONG_CALCULATION(Kind.INVALID),
    TOO_MANY_CALCULATIONS(Kind.TOO_LARGE),
    WRONG_ROWS(Kind.INVALID),
    TOO_MANY_ROWS(Kind.TOO_LARGE),
    ONLY_MEASURERS(Kind.FORBIDDEN),
    /** Exclusions are proposed by the provider's service-level manager and an agency's approver or security officer. */
    ONLY_PARTIES(Kind.FORBIDDEN),
    EXCLUSION_WRONG(Kind.INVALID),
    EXCLUSION_NEEDS_AGENCY(Kind.INVALID),
    EXCLUSION_DECIDED(Kind.CONFLICT),
    /** Who proposed an exclusion, or is on the same side, does not approve it. */
    EXCLUSION_OWN_SIDE(Kind.FORBIDDEN),
    CHANGED_MEANWHILE(Kind.STALE);

    private final Kind kind;

    SlaReason(Kind kind) {
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
