package no.fellesdrift.exchange;

/** A field's text is not what its column asks for. */
final class BadField extends Exception {

    private static final long serialVersionUID = 1;

    private final FaultKind kind;
    private final transient Object[] arguments;

    BadField(FaultKind kind, Object... arguments) {
        super(kind.name(), null, false, false);
        this.kind = kind;
        this.arguments = arguments;
    }

    FaultKind kind() {
        return kind;
    }

    Object[] arguments() {
        return arguments;
    }
}
