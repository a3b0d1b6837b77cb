package no.fellesdrift.exchange;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as maps, lists, texts, numbers and booleans, together with the line on which each value stands, so that a fault
 * can name it. Paths look like {@code forms[3].questions[0].code}.
 */
final class JsonTree {

    private static final int DEEPEST = 30;

    private final Map<String, Long> lines = new HashMap<>();
    private Object root;

    private JsonTree() {}

    static Optional<JsonTree> parse(String file, String text, Faults faults) {
        JsonTree tree = new JsonTree();
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            try {
                tree.root = tree.value(parser, parser.next(), "", 0);
                if (parser.hasNext()) {
                    parser.next();
                }
                return Optional.of(tree);
            } catch (JsonException | java.util.NoSuchElementException | IllegalStateException e) {
                faults.add(file, Math.max(1, parser.getLocation().getLineNumber()), "", FaultKind.JSON_SYNTAX);
                return Optional.empty();
            }
        }
    }

    Object root() {
        return root;
    }

    /** The line of the value at the path; {@code otherwise} when there is none. */
    long line(String path, long otherwise) {
        return lines.getOrDefault(path, otherwise);
    }

    private Object value(JsonParser parser, JsonParser.Event event, String path, int depth) {
        if (depth > DEEPEST) {
            throw new JsonException("Too deep");
        }
        lines.put(path, parser.getLocation().getLineNumber());
        return switch (event) {
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                for (JsonParser.Event next = parser.next(); next != JsonParser.Event.END_OBJECT; next = parser.next()) {
                    String name = parser.getString();
                    Object member = value(parser, parser.next(), path.isEmpty() ? name : path + "." + name, depth + 1);
                    if (members.containsKey(name)) {
                        throw new JsonException("Twice: " + name);
                    }
                    members.put(name, member);
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                for (JsonParser.Event next = parser.next(); next != JsonParser.Event.END_ARRAY; next = parser.next()) {
                    elements.add(value(parser, next, path + "[" + elements.size() + "]", depth + 1));
                }
                yield elements;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> number(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new JsonException("Not a value: " + event);
        };
    }

    private static BigDecimal number(JsonParser parser) {
        String text = parser.getString();
        if (text.length() > 60) {
            throw new JsonException("Not a number we read: " + text.length() + " characters");
        }
        return new BigDecimal(text);
    }

    /** The members of an object; empty when it is not one. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    /** The elements of an array; empty when it is not one. */
    @SuppressWarnings("unchecked")
    static List<Object> array(Object value) {
        return value instanceof List ? (List<Object>) value : List.of();
    }

    /**
     * A scalar as the text that a CSV field would have: a number without exponent, yes and no.
     *
     * @return absent when the value is an object or an array
     */
    static Optional<String> text(Object value) {
        if (value == null) {
            return Optional.of("");
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        if (value instanceof BigDecimal number) {
            return Math.abs((long) number.scale()) > 60 ? Optional.of("1e999") : Optional.of(number.toPlainString());
        }
        if (value instanceof Boolean yes) {
            return Optional.of(yes ? "yes" : "no");
        }
        return Optional.empty();
    }
}
