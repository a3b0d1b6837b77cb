package no.fellesdrift.catalogue;

import no.fellesdrift.kernel.Rejection;

/** Why something in the catalogue was refused. */
public enum CatalogueReason implements Rejection.Reason {
    SERVICE_NOT_FOUND(Rejection.Kind.NOT_FOUND),
    OFFERING_NOT_FOUND(Rejection.Kind.NOT_FOUND),
    NOT_ORDERABLE(Rejection.Kind.CONFLICT),
    WRONG_LIFECYCLE(Rejection.Kind.CONFLICT),
    SUCCESSOR_UNKNOWN(Rejection.Kind.INVALID),
    ONLY_MANAGERS(Rejection.Kind.FORBIDDEN),
    UNKNOWN_SORT(Rejection.Kind.MALFORMED),
    STALE(Rejection.Kind.STALE);

    private final Rejection.Kind kind;

    CatalogueReason(Rejection.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Rejection.Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "catalogue";
    }
}
