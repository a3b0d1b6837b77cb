package no.fellesdrift.sla.source;

import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Kind;

/** Why something about announced work, outages by hand or monitoring sources is refused. */
public enum SourceReason implements Rejection.Reason {
    WRONG(Kind.INVALID),
    UNKNOWN_WINDOW(Kind.NOT_FOUND),
    UNKNOWN_OUTAGE(Kind.NOT_FOUND),
    UNKNOWN_SERVICE(Kind.INVALID),
    UNKNOWN_ORGANISATION(Kind.NOT_FOUND),
    UNKNOWN_SORT(Kind.INVALID),
    /** Work is announced before it begins. */
    WINDOW_IN_PAST(Kind.INVALID),
    WINDOW_ENDS_FIRST(Kind.INVALID),
    /** Called off, or carried out already. */
    WINDOW_OVER(Kind.CONFLICT),
    WINDOW_APPROVED(Kind.CONFLICT),
    /** Who announced it, or moved it last, does not approve it. */
    WINDOW_OWN(Kind.FORBIDDEN),
    NOT_BEGUN(Kind.CONFLICT),
    OUTAGE_ENDED(Kind.CONFLICT),
    END_IN_FUTURE(Kind.INVALID),
    NOTHING_CHANGED(Kind.INVALID),
    ONLY_PROVIDER(Kind.FORBIDDEN),
    UNKNOWN_SOURCE(Kind.NOT_FOUND),
    UNKNOWN_DELIVERY(Kind.NOT_FOUND),
    SOURCE_EXISTS(Kind.CONFLICT),
    SOURCE_WRONG(Kind.INVALID),
    /** The server goes where a source's address leads. */
    ONLY_ADMINISTRATOR(Kind.FORBIDDEN),
    /** The key is no source's, or another's; or it is a source's and asks for what people do. */
    NO_SOURCE_KEY(Kind.FORBIDDEN),
    WRONG_KIND(Kind.INVALID),
    RESTING(Kind.CONFLICT),
    NOT_REJECTED(Kind.CONFLICT),
    PAYLOAD_CUT(Kind.CONFLICT),
    /** Nothing of a delivery could be used. */
    DELIVERY_REJECTED(Kind.INVALID),
    TIME_MISSING(Kind.INVALID),
    STALE(Kind.STALE);

    private final Kind kind;

    SourceReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "sla.source";
    }
}
