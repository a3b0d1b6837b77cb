package no.fellesdrift.kernel;

import jakarta.ejb.ApplicationException;
import java.util.Arrays;
import java.util.List;

/**
 * A refusal: it has a reason that a person understands, rolls the transaction back, and is shown by one handler for
 * pages and one for the API. Its sentence stands in the text bundles under {@link Reason#key()}.
 */
@ApplicationException(rollback = true, inherited = true)
public class Rejection extends RuntimeException {

    /** Implemented by one enum per room. */
    public interface Reason {
        Kind kind();

        /** The enum constant's name. */
        String name();

        /** The room's name, the first part of the text key. */
        String room();

        /** {@code <room>.reason.<NAME>}, the key of the sentence and the API's {@code code}. */
        default String key() {
            return room() + ".reason." + name();
        }
    }

    /** What sort of refusal it is; the API's status follows from it. */
    public enum Kind {
        /** Cannot be read at all. */
        MALFORMED,
        /** Read, but not acceptable. */
        INVALID,
        /** Does not exist, or not for this caller. */
        NOT_FOUND,
        FORBIDDEN,
        /** Not in this state. */
        CONFLICT,
        /** Somebody else changed it meanwhile. */
        STALE,
        TOO_LARGE,
        UNSUPPORTED_MEDIA_TYPE
    }

    /** Where a field or a row is wrong, and why. The message is a text key with arguments. */
    public record Violation(String path, String key, List<String> arguments) {
        public static Violation of(String path, String key, Object... arguments) {
            return new Violation(
                    path, key, Arrays.stream(arguments).map(String::valueOf).toList());
        }
    }

    private final transient Reason reason;
    private final transient List<String> arguments;
    private final transient List<Violation> violations;

    public Rejection(Reason reason, Object... arguments) {
        this(reason, List.of(), arguments);
    }

    public Rejection(Reason reason, List<Violation> violations, Object... arguments) {
        super(reason.key() + " " + Arrays.toString(arguments) + (violations.isEmpty() ? "" : " " + violations));
        this.reason = reason;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
        this.violations = List.copyOf(violations);
    }

    public Reason reason() {
        return reason;
    }

    /** For the placeholders of the sentence, in order. */
    public List<String> arguments() {
        return arguments;
    }

    public List<Violation> violations() {
        return violations;
    }
}
