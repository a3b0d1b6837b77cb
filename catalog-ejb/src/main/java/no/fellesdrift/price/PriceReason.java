package no.fellesdrift.price;

import no.fellesdrift.kernel.Rejection;

/** Why something about a price was refused. */
public enum PriceReason implements Rejection.Reason {
    PRICE_NOT_FOUND(Rejection.Kind.NOT_FOUND),
    ALREADY_IN_FORCE(Rejection.Kind.CONFLICT),
    NOT_AFTER_LAST(Rejection.Kind.CONFLICT),
    KIND_CHANGES(Rejection.Kind.INVALID),
    NEGATIVE_PRICE(Rejection.Kind.INVALID),
    TIERS_AND_PRICE(Rejection.Kind.INVALID),
    TIERS_HAVE_GAPS(Rejection.Kind.INVALID),
    QUANTITY_NOT_POSITIVE(Rejection.Kind.INVALID);

    private final Rejection.Kind kind;

    PriceReason(Rejection.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Rejection.Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "price";
    }
}
