package no.fellesdrift.sla.definition;

import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Kind;

/** Why something about calendars, packages and levels is refused. */
public enum DefinitionReason implements Rejection.Reason {
    UNKNOWN_CALENDAR(Kind.NOT_FOUND),
    UNKNOWN_PACKAGE(Kind.NOT_FOUND),
    UNKNOWN_LEVEL(Kind.NOT_FOUND);

    private final Kind kind;

    DefinitionReason(Kind kind) {
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
