package no.fellesdrift.notify;

import no.fellesdrift.kernel.Rejection;

/** Why something about e-mail is refused. */
public enum MailReason implements Rejection.Reason {
    UNKNOWN_SORT(Rejection.Kind.INVALID),
    NOT_FOUND(Rejection.Kind.NOT_FOUND),
    /** It waits already, or has been sent. */
    NOT_GIVEN_UP(Rejection.Kind.CONFLICT);

    private final Rejection.Kind kind;

    MailReason(Rejection.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Rejection.Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "notify";
    }
}
