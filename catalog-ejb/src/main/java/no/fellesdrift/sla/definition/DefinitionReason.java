package no.fellesdrift.sla.definition;

import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Kind;

/** Why something about calendars, packages and levels is refused. */
public enum DefinitionReason implements Rejection.Reason {
    UNKNOWN_CALENDAR(Kind.NOT_FOUND),
    UNKNOWN_PACKAGE(Kind.NOT_FOUND),
    UNKNOWN_LEVEL(Kind.NOT_FOUND),
    UNKNOWN_MEASURE(Kind.NOT_FOUND),
    UNKNOWN_SCHEME(Kind.NOT_FOUND),
    /** The package has no level that the scheme can be reckoned from and that does not have it yet. */
    NOTHING_TO_ATTACH(Kind.CONFLICT),
    CODE_TAKEN(Kind.CONFLICT),
    /** One or more fields of a calendar or a level; the violations say which. */
    DEFINITION_WRONG(Kind.INVALID),
    CALENDAR_NEVER_OPEN(Kind.INVALID),
    /** A version begins on a day to come: what was promised is not promised anew. */
    NOT_COMING(Kind.CONFLICT),
    /** The newest version has not begun on that day. */
    BEFORE_NEWEST(Kind.CONFLICT),
    /** Rules change where a period of results begins. */
    NOT_PERIOD_START(Kind.CONFLICT),
    ONLY_LEVEL_MANAGERS(Kind.FORBIDDEN),
    DEFINITION_CHANGED(Kind.STALE);

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
