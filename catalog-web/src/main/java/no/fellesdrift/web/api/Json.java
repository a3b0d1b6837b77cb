package no.fellesdrift.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.kernel.UnitPrice;

/**
 * Records to JSON and back, by the habits of the API: decimals are strings in plain notation ({@code "8680.65"}), exact
 * fractions {@code "22/31"}, instants UTC with {@code Z}, enums their names, a record of a single component (a typed
 * code, an amount) its text, an absent value {@code null}.
 *
 * <p>Neither Yasson nor Jackson does this without an adapter per type, and both report a wrong field as an exception of
 * theirs; here every wrong field is named by its path at once.
 */
public final class Json {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    /** More digits than any figure of ours has; {@code 1e999999999} would otherwise fill the memory. */
    private static final int MOST_DIGITS = 60;

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private Json() {}

    // ------------------------------------------------------------------------------------------------- writing

    /** @param language of the texts that have three: {@code nb}, {@code nn} or {@code en} */
    public static void write(Object value, String language, OutputStream out) {
        try (JsonGenerator generator = PROVIDER.createGenerator(out)) {
            write(null, value, language, generator);
        }
    }

    public static String text(Object value, String language) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = PROVIDER.createGenerator(text)) {
            write(null, value, language, generator);
        }
        return text.toString();
    }

    private static void write(String name, Object value, String language, JsonGenerator out) {
        if (value == null) {
            if (name == null) {
                out.writeNull();
            } else {
                out.writeNull(name);
            }
        } else if (value instanceof Optional<?> optional) {
            write(name, optional.orElse(null), language, out);
        } else if (value instanceof Boolean yes) {
            if (name == null) {
                out.write(yes);
            } else {
                out.write(name, yes);
            }
        } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            long number = ((Number) value).longValue();
            if (name == null) {
                out.write(number);
            } else {
                out.write(name, number);
            }
        } else if (value instanceof BigInteger number) {
            if (name == null) {
                out.write(number);
            } else {
                out.write(name, number);
            }
        } else if (value instanceof JsonValue json) {
            if (name == null) {
                out.write(json);
            } else {
                out.write(name, json);
            }
        } else if (value instanceof LocalizedText text) {
            write(name, text.in(language), language, out);
        } else if (value instanceof Map<?, ?> map) {
            start(name, out);
            map.forEach((key, item) -> write(string(key), item, language, out));
            out.writeEnd();
        } else if (value instanceof Collection<?> items) {
            array(name, items.stream(), language, out);
        } else if (value instanceof Stream<?> items) {
            array(name, items, language, out);
        } else if (value instanceof Object[] items) {
            array(name, Arrays.stream(items), language, out);
        } else if (value instanceof Record && !isText(value)) {
            start(name, out);
            Shape shape = SHAPES.get(value.getClass());
            for (int i = 0; i < shape.names.size(); i++) {
                write(shape.names.get(i), shape.read(value, i), language, out);
            }
            out.writeEnd();
        } else if (name == null) {
            out.write(string(value));
        } else {
            out.write(name, string(value));
        }
    }

    private static void start(String name, JsonGenerator out) {
        if (name == null) {
            out.writeStartObject();
        } else {
            out.writeStartObject(name);
        }
    }

    private static void array(String name, Stream<?> items, String language, JsonGenerator out) {
        if (name == null) {
            out.writeStartArray();
        } else {
            out.writeStartArray(name);
        }
        items.forEachOrdered(item -> write(null, item, language, out));
        out.writeEnd();
    }

    private static boolean isText(Object value) {
        return value instanceof Share || isText(value.getClass());
    }

    /** A record of one simple component stands for its text: codes, numbers, amounts. */
    private static boolean isText(Class<?> type) {
        if (type == Share.class) {
            return true;
        }
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        return components.length == 1
                && (components[0].getType() == String.class || components[0].getType() == BigDecimal.class)
                && List.of("value", "digits", "amount").contains(components[0].getName());
    }

    private static String string(Object value) {
        if (value instanceof BigDecimal decimal) {
            return plain(decimal, 0);
        } else if (value instanceof UnitPrice price) {
            return plain(price.amount(), 2);
        } else if (value instanceof OffsetDateTime at) {
            return at.toInstant().toString();
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof CharSequence
                || value instanceof LocalDate
                || value instanceof Instant
                || value instanceof LocalTime
                || value instanceof YearMonth
                || value instanceof Year
                || value instanceof Character
                || value instanceof Integer
                || value instanceof Long
                || isText(value)) {
            return value.toString();
        }
        throw new IllegalArgumentException("Nothing tells how to write a " + value.getClass());
    }

    /** Without trailing zeros, so that equal numbers read equal: {@code 25}, {@code 12.5}. */
    private static String plain(BigDecimal decimal, int leastScale) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return (stripped.scale() < leastScale ? stripped.setScale(leastScale) : stripped).toPlainString();
    }

    // ------------------------------------------------------------------------------------------------- reading

    /**
     * Reads UTF-8 JSON into a record, a list or map of them, or a {@link JsonValue}. Unknown fields are ignored, absent
     * ones are null.
     *
     * @throws Rejection MALFORMED when it is not JSON, INVALID with a violation for each field that cannot be read
     */
    public static Object read(InputStream in, Type type) throws IOException {
        byte[] bytes = in.readAllBytes();
        if (bytes.length == 0) {
            throw new Rejection(ApiReason.EMPTY_BODY);
        }
        return read(parse(bytes), type);
    }

    /** @throws Rejection INVALID with a violation for each field that cannot be read */
    public static Object read(JsonValue value, Type type) {
        List<Violation> violations = new ArrayList<>();
        Object result = read(value, type, "", violations);
        if (!violations.isEmpty()) {
            throw new Rejection(ApiReason.WRONG_FIELDS, violations);
        }
        return result;
    }

    private static JsonValue parse(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            try (JsonParser parser = PROVIDER.createParser(new StringReader(text))) {
                parser.next();
                JsonValue value = parser.getValue();
                if (parser.hasNext()) {
                    throw new JsonException("more than one value");
                }
                return value;
            }
        } catch (JsonException | CharacterCodingException | NoSuchElementException malformed) {
            throw new Rejection(ApiReason.MALFORMED_JSON, firstLine(malformed.getMessage()));
        }
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static Object read(JsonValue json, Type type, String path, List<Violation> violations) {
        if (type instanceof WildcardType wildcard) {
            return read(json, wildcard.getUpperBounds()[0], path, violations);
        }
        Class<?> raw = raw(type);
        if (JsonValue.class.isAssignableFrom(raw)) {
            return raw.isInstance(json) ? json : wrong(path, "json", violations);
        }
        if (raw == Optional.class) {
            return Optional.ofNullable(read(json, argument(type, 0), path, violations));
        }
        if (json == JsonValue.NULL) {
            return null;
        }
        if (raw == Object.class) {
            return plainJava(json);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return items(json, raw, argument(type, 0), path, violations);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(json, type, path, violations);
        }
        if (raw.isRecord() && !isText(raw)) {
            return json instanceof JsonObject object
                    ? object(object, raw, path, violations)
                    : wrong(path, "object", violations);
        }
        return simple(json, raw, path, violations);
    }

    private static Object items(JsonValue json, Class<?> raw, Type item, String path, List<Violation> violations) {
        if (!(json instanceof JsonArray array)) {
            return wrong(path, "array", violations);
        }
        Collection<Object> items = Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>() : new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(read(array.get(i), item, path + "[" + i + "]", violations));
        }
        return items;
    }

    private static Object map(JsonValue json, Type type, String path, List<Violation> violations) {
        if (!(json instanceof JsonObject object)) {
            return wrong(path, "object", violations);
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        object.forEach((name, item) -> {
            Object key = read(PROVIDER.createValue(name), argument(type, 0), below(path, name), violations);
            if (key != null) {
                map.put(key, read(item, argument(type, 1), below(path, name), violations));
            }
        });
        return map;
    }

    private static Object object(JsonObject json, Class<?> type, String path, List<Violation> violations) {
        Shape shape = SHAPES.get(type);
        Object[] values = new Object[shape.names.size()];
        int before = violations.size();
        for (int i = 0; i < values.length; i++) {
            String name = shape.names.get(i);
            JsonValue value = json.getOrDefault(name, JsonValue.NULL);
            Type wanted = shape.types.get(i);
            if (value == JsonValue.NULL && wanted instanceof Class<?> simple && simple.isPrimitive()) {
                wrong(below(path, name), "required", violations);
            } else {
                values[i] = read(value, wanted, below(path, name), violations);
            }
        }
        return violations.size() > before ? null : shape.create(values, path, violations);
    }

    private static Object simple(JsonValue json, Class<?> type, String path, List<Violation> violations) {
        if (type == boolean.class || type == Boolean.class) {
            return json == JsonValue.TRUE || json == JsonValue.FALSE
                    ? (Object) (json == JsonValue.TRUE)
                    : wrong(path, "boolean", violations);
        }
        String text;
        if (json instanceof JsonString string) {
            text = string.getString();
        } else if (json instanceof JsonNumber number && type != String.class) {
            text = number.toString();
        } else {
            return wrong(path, kind(type), violations);
        }
        return convert(text, type, path, violations);
    }

    private static Object convert(String text, Class<?> type, String path, List<Violation> violations) {
        try {
            return fromText(text, type);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException unreadable) {
            return wrong(path, kind(type), violations, text);
        }
    }

    /**
     * What a parameter or a field says in words.
     *
     * @throws IllegalArgumentException when it cannot be read
     * @throws DateTimeException when it is no date or time
     * @throws ArithmeticException when it has more digits than the type
     */
    static Object fromText(String text, Class<?> type) {
        if (type == String.class) {
            return text;
        } else if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        } else if (type == BigInteger.class) {
            return decimal(text).toBigIntegerExact();
        } else if (type == BigDecimal.class) {
            return decimal(text);
        } else if (type == LocalDate.class) {
            return LocalDate.parse(text);
        } else if (type == YearMonth.class) {
            return YearMonth.parse(text);
        } else if (type == Year.class) {
            return Year.parse(text);
        } else if (type == LocalTime.class) {
            return LocalTime.parse(text);
        } else if (type == Instant.class) {
            return OffsetDateTime.parse(text).toInstant();
        } else if (type == Share.class) {
            return share(text);
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text));
        } else if (type.isRecord() && isText(type)) {
            Shape shape = SHAPES.get(type);
            return shape.make(new Object[] {fromText(text, (Class<?>) shape.types.get(0))});
        }
        throw new IllegalStateException("Nothing tells how to read a " + type);
    }

    private static Share share(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Share.of(decimal(text))
                : new Share(
                        decimal(text.substring(0, slash)).toBigIntegerExact(),
                        decimal(text.substring(slash + 1)).toBigIntegerExact());
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > MOST_DIGITS) {
            throw new NumberFormatException("too long");
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new NumberFormatException("too many digits");
        }
        return number;
    }

    private static Object plainJava(JsonValue json) {
        return switch (json.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> ((JsonString) json).getString();
            case NUMBER -> decimal(json.toString());
            case ARRAY -> {
                List<Object> items = new ArrayList<>();
                json.asJsonArray().forEach(item -> items.add(plainJava(item)));
                yield items;
            }
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                json.asJsonObject().forEach((name, item) -> map.put(name, plainJava(item)));
                yield map;
            }
        };
    }

    private static Object wrong(String path, String kind, List<Violation> violations, Object... arguments) {
        violations.add(Violation.of(path, "api.wrong." + kind, arguments));
        return null;
    }

    /** The last part of the text key that says what was wanted. */
    static String kind(Class<?> type) {
        if (type == String.class) {
            return "text";
        } else if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class
                || type == BigInteger.class) {
            return "whole";
        } else if (type == LocalDate.class) {
            return "date";
        } else if (type == YearMonth.class) {
            return "month";
        } else if (type == Instant.class) {
            return "instant";
        } else if (type.isEnum()) {
            return "choice";
        } else if (type.isRecord() && type.getRecordComponents()[0].getType() == String.class) {
            return "code";
        }
        return "number";
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> simple) {
            return simple;
        } else if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        } else if (type instanceof GenericArrayType) {
            return Object[].class;
        }
        return Object.class;
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[index] : Object.class;
    }

    /** How a record is taken apart and put together. */
    private record Shape(List<String> names, List<Type> types, List<Method> accessors, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                List<Method> accessors = new ArrayList<>();
                for (RecordComponent component : components) {
                    Method accessor = component.getAccessor();
                    accessor.setAccessible(true);
                    accessors.add(accessor);
                }
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return new Shape(
                        Arrays.stream(components).map(RecordComponent::getName).toList(),
                        Arrays.stream(components)
                                .map(RecordComponent::getGenericType)
                                .toList(),
                        accessors,
                        constructor);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        Object read(Object record, int index) {
            try {
                return accessors.get(index).invoke(record);
            } catch (IllegalAccessException | InvocationTargetException failed) {
                throw new IllegalStateException(names.get(index) + " of " + record.getClass(), failed);
            }
        }

        Object create(Object[] values, String path, List<Violation> violations) {
            try {
                return make(values);
            } catch (IllegalArgumentException | ArithmeticException | NullPointerException refused) {
                return wrong(path, "object", violations);
            }
        }

        /** Lets through what the record's own constructor throws. */
        Object make(Object[] values) {
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException refused) {
                if (refused.getCause() instanceof RuntimeException reason) {
                    throw reason;
                }
                throw new IllegalStateException(refused);
            } catch (InstantiationException | IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
