package no.fellesdrift.web.frame;

import no.fellesdrift.kernel.Rejection;

/** Why a page's address cannot be understood; each sentence names the value and what is expected. */
public enum AddressReason implements Rejection.Reason {
    NO_MONTH,
    NO_YEAR,
    NO_CHOICE;

    @Override
    public Rejection.Kind kind() {
        return Rejection.Kind.MALFORMED;
    }

    @Override
    public String room() {
        return "frame";
    }
}
