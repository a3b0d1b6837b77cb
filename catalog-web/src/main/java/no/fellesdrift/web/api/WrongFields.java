package no.fellesdrift.web.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import java.util.List;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;

/**
 * Where Jackson would give up at the first field that it cannot read, this notes the field and lets it read on, so that
 * all are told at once.
 */
final class WrongFields extends DeserializationProblemHandler {

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser in, JsonDeserializer<?> reader, Object bean, String name)
            throws IOException {
        if (in == context.getParser()) {
            add(in, context, "unknown", name);
        } else {
            // kept aside until its object, which the parser has just left, was made
            String object = path(context.getParser().getParsingContext());
            violations(context).add(Violation.of(below(object, name), "api.wrong.unknown", name));
            in.skipChildren();
        }
        return true;
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType wanted, JsonToken token, JsonParser in, String message)
            throws IOException {
        add(in, context, wanted.isCollectionLikeType() || wanted.isArrayType() ? "array" : "object");
        return null;
    }

    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context, Class<?> type, ValueInstantiator maker, JsonParser in, String message)
            throws IOException {
        add(in, context, "object");
        return null;
    }

    /** The record's own constructor refused; where a field of it was wrong, that says enough. */
    @Override
    public Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, Object argument, Throwable refused) throws IOException {
        if (refused instanceof Rejection rejection) {
            throw rejection;
        }
        String path = path(context.getParser().getParsingContext());
        if (violations(context).stream().noneMatch(wrong -> wrong.path().startsWith(path))) {
            violations(context).add(Violation.of(path, "api.wrong.object"));
        }
        return null;
    }

    /** Notes the value at which the parser stands, and passes over it. */
    static void add(JsonParser in, DeserializationContext context, String kind, Object... arguments)
            throws IOException {
        JsonStreamContext at = in.getParsingContext();
        boolean inside = in.currentToken() == JsonToken.START_OBJECT || in.currentToken() == JsonToken.START_ARRAY;
        violations(context).add(Violation.of(path(inside ? at.getParent() : at), "api.wrong." + kind, arguments));
        in.skipChildren();
    }

    @SuppressWarnings("unchecked") // put there by Json
    private static List<Violation> violations(DeserializationContext context) {
        return (List<Violation>) context.getAttribute(WrongFields.class);
    }

    /** {@code lines[0].quantity}. */
    private static String path(JsonStreamContext at) {
        if (at == null || at.inRoot()) {
            return "";
        }
        String above = path(at.getParent());
        if (at.inArray()) {
            return above + "[" + at.getCurrentIndex() + "]";
        }
        return at.getCurrentName() == null ? above : below(above, at.getCurrentName());
    }

    static String path(List<JsonMappingException.Reference> references) {
        String path = "";
        for (JsonMappingException.Reference reference : references) {
            path = reference.getFieldName() == null
                    ? path + "[" + reference.getIndex() + "]"
                    : below(path, reference.getFieldName());
        }
        return path;
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** What a constructor refused with a reason of its own; null when it was something else. */
    static Rejection rejectionIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return rejection;
            }
        }
        return null;
    }
}
