package no.fellesdrift.sla.engine;

import java.util.List;

/** An input that cannot be read: where, and what is wrong with it. */
public class InputFault extends RuntimeException {

    /** What can be wrong; its sentence has the text key {@code sla.input.<NAME>}. */
    public enum Kind {
        MISSING,
        NOT_TEXT,
        NOT_A_NUMBER,
        NOT_WHOLE,
        OUT_OF_RANGE,
        NOT_A_LIST,
        NOT_AN_OBJECT,
        NOT_AN_INSTANT,
        NOT_A_DATE,
        NOT_A_TIME,
        NOT_A_ZONE,
        NOT_A_DAY,
        ENDS_BEFORE_START,
        UNKNOWN_VALUE,
        UNKNOWN_KIND,
        TOO_MANY,
        CALENDAR_NEVER_OPEN
    }

    private final String path;
    private final Kind kind;
    private final transient List<String> arguments;

    public InputFault(String path, Kind kind, String... arguments) {
        super(path + ": " + kind + " " + List.of(arguments));
        this.path = path;
        this.kind = kind;
        this.arguments = List.of(arguments);
    }

    public String path() {
        return path;
    }

    public Kind kind() {
        return kind;
    }

    public List<String> arguments() {
        return arguments;
    }
}
