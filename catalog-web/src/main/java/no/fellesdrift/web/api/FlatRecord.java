package no.fellesdrift.web.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;

/**
 * A record of single values, read field by field: what comes by the thousand comes so, and is read in half the time that
 * Jackson's own way takes. What is wrong is told in the same words.
 */
public final class FlatRecord<T> {

    private final Constructor<T> maker;
    private final Class<?>[] types;
    private final Map<String, Integer> places = new HashMap<>();

    private FlatRecord(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            places.put(components[i].getName(), i);
        }
        try {
            maker = type.getDeclaredConstructor(types);
            maker.setAccessible(true);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether a record has single values only. */
    public static boolean is(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .allMatch(component -> Values.isSimple(component.getType())
                        && !component.getType().isPrimitive());
    }

    /** @throws IllegalArgumentException when it is not {@linkplain #is flat} */
    public static <T> FlatRecord<T> of(Class<T> type) {
        if (!is(type)) {
            throw new IllegalArgumentException(type + " has more than single values");
        }
        return new FlatRecord<>(type);
    }

    /**
     * The object at which the parser stands; afterwards it stands at the object's end.
     *
     * @param wrong takes a violation for each field that cannot be read or is unknown
     */
    T read(JsonParser in, List<Violation> wrong) throws IOException {
        Object[] values = new Object[types.length];
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken token = in.nextToken();
            Integer place = places.get(name);
            if (place == null) {
                wrong.add(Violation.of(name, "api.wrong.unknown", name));
                in.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                values[place] = value(name, types[place], token, in, wrong);
            }
        }
        return make(values, wrong);
    }

    private static Object value(String name, Class<?> type, JsonToken token, JsonParser in, List<Violation> wrong)
            throws IOException {
        boolean fits = type == Boolean.class
                ? token.isBoolean()
                : token == JsonToken.VALUE_STRING || (token.isNumeric() && type != String.class);
        if (!fits) {
            wrong.add(Violation.of(name, "api.wrong." + Values.kind(type)));
            in.skipChildren();
            return null;
        }
        return value(name, type, in.getText(), wrong);
    }

    private static Object value(String name, Class<?> type, String text, List<Violation> wrong) {
        if (type == String.class) {
            return text;
        }
        try {
            return Values.read(text, type);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException unreadable) {
            wrong.add(Violation.of(name, "api.wrong." + Values.kind(type), text));
            return null;
        }
    }

    /**
     * Of a line's fields, as they stand under their names; yes and no are {@code yes} and {@code no}, and a blank field is
     * absent.
     *
     * @param names those that the record does not have are passed over
     */
    public T read(List<String> names, List<String> fields, List<Violation> wrong) {
        Object[] values = new Object[types.length];
        for (int i = 0; i < names.size(); i++) {
            Integer place = places.get(names.get(i));
            String field = fields.get(i);
            if (place == null || field.isBlank()) {
                continue;
            }
            if (types[place] != Boolean.class) {
                values[place] = value(names.get(i), types[place], field, wrong);
            } else if (field.equals("yes") || field.equals("no")) {
                values[place] = field.equals("yes");
            } else {
                wrong.add(Violation.of(names.get(i), "api.wrong." + Values.kind(Boolean.class)));
            }
        }
        return make(values, wrong);
    }

    private T make(Object[] values, List<Violation> wrong) {
        try {
            return maker.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof Rejection rejection) {
                throw rejection;
            }
            if (wrong.isEmpty()) {
                wrong.add(Violation.of("", "api.wrong.object"));
            }
            return null;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
