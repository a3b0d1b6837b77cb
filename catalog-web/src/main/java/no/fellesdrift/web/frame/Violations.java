package no.fellesdrift.web.frame;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** What a desk's Bean Validation found, as the one who wrote it understands it: which field, and why. */
public final class Violations {

    private Violations() {}

    /** The field as the caller wrote it: without the names of our method and its parameter. */
    public static String path(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        StringBuilder path = new StringBuilder();
        for (Path.Node node : nodes) {
            boolean ours = switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE, BEAN -> true;
                case PARAMETER -> nodes.get(nodes.size() - 1) != node;
                default -> false;
            };
            if (node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            } else if (node.getKey() != null) {
                path.append('.').append(node.getKey());
            }
            if (!ours && node.getName() != null && !node.getName().startsWith("<")) {
                path.append(path.length() == 0 ? "" : ".").append(node.getName());
            }
        }
        return path.toString();
    }

    /** In the reader's language; the container interpolated it in the machine's. */
    public static String message(ConstraintViolation<?> violation, String language) {
        return Validation.buildDefaultValidatorFactory()
                .getMessageInterpolator()
                .interpolate(violation.getMessageTemplate(), new Said(violation), Locale.forLanguageTag(language));
    }

    private record Said(ConstraintViolation<?> violation) implements MessageInterpolator.Context {
        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return violation.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return violation.getInvalidValue();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new ValidationException("No " + type);
        }
    }
}
