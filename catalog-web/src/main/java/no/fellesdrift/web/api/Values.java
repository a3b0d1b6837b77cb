package no.fellesdrift.web.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.kernel.UnitPrice;

/**
 * Single values as the API writes and reads them, in bodies and in addresses: decimals in plain notation ({@code
 * "8680.65"}), exact fractions {@code "22/31"}, instants UTC with {@code Z}, enums their names, a record of a single
 * component (a typed code, an amount) its text.
 */
final class Values {

    private static final String COMMON_INSTANT = "0000-00-00T00:00:00Z";

    /** More digits than any figure of ours has; {@code 1e999999999} would otherwise fill the memory. */
    private static final int MOST_DIGITS = 60;

    /** How a type is read, and the last part of the text key {@code api.wrong.} that says what was wanted. */
    private record Kind(String wanted, Function<String, Object> read) {}

    private static final Map<Class<?>, Kind> KINDS = new HashMap<>();

    static {
        KINDS.put(String.class, new Kind("text", text -> text));
        KINDS.put(Boolean.class, new Kind("boolean", Values::truth));
        KINDS.put(Integer.class, new Kind("whole", Integer::valueOf));
        KINDS.put(Long.class, new Kind("whole", Long::valueOf));
        KINDS.put(BigInteger.class, new Kind("whole", text -> decimal(text).toBigIntegerExact()));
        KINDS.put(BigDecimal.class, new Kind("number", Values::decimal));
        KINDS.put(Share.class, new Kind("number", Values::share));
        KINDS.put(LocalDate.class, new Kind("date", LocalDate::parse));
        KINDS.put(YearMonth.class, new Kind("month", YearMonth::parse));
        KINDS.put(Year.class, new Kind("number", Year::parse));
        KINDS.put(LocalTime.class, new Kind("number", LocalTime::parse));
        KINDS.put(Instant.class, new Kind("instant", Values::instant));
        KINDS.put(boolean.class, KINDS.get(Boolean.class));
        KINDS.put(int.class, KINDS.get(Integer.class));
        KINDS.put(long.class, KINDS.get(Long.class));
    }

    /** What JSON has values of its own for. */
    private static final Set<Class<?>> PLAIN =
            Set.of(String.class, Boolean.class, Integer.class, Long.class, BigInteger.class);

    private Values() {}

    /** Whether values of the type are written as a string. */
    static boolean isText(Class<?> type) {
        return isRead(type) && !PLAIN.contains(type) && !type.isPrimitive();
    }

    /** Whether {@link #read} knows the type. */
    static boolean isRead(Class<?> type) {
        return KINDS.containsKey(type) || type.isEnum() || isSingle(type);
    }

    /** Whether a value of the type is one by itself, and no record around another. */
    static boolean isSimple(Class<?> type) {
        return KINDS.containsKey(type);
    }

    /** A record of one simple component stands for its text: codes, numbers, amounts. */
    private static boolean isSingle(Class<?> type) {
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        return components.length == 1
                && (components[0].getType() == String.class || components[0].getType() == BigDecimal.class)
                && List.of("value", "digits", "amount").contains(components[0].getName());
    }

    static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return plain(decimal, 0);
        } else if (value instanceof UnitPrice price) {
            return plain(price.amount(), 2);
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value.toString();
    }

    /** Without trailing zeros, so that equal numbers read equal: {@code 25}, {@code 12.5}. */
    private static String plain(BigDecimal decimal, int leastScale) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return (stripped.scale() < leastScale ? stripped.setScale(leastScale) : stripped).toPlainString();
    }

    /**
     * What a parameter or a field says in words.
     *
     * @throws IllegalArgumentException when it cannot be read
     * @throws DateTimeException when it is no date or time
     * @throws ArithmeticException when it has more digits than the type
     */
    static Object read(String text, Class<?> type) {
        Kind kind = KINDS.get(type);
        if (kind != null) {
            return kind.read().apply(text);
        }
        return type.isEnum() ? constant(text, type) : single(text, type);
    }

    private static Object constant(String text, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }

    private static Share share(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Share.of(decimal(text))
                : new Share(
                        decimal(text.substring(0, slash)).toBigIntegerExact(),
                        decimal(text.substring(slash + 1)).toBigIntegerExact());
    }

    /** {@code 2026-11-01T09:00:00Z}, which is how most come, by its digits; anything else by the book. */
    static Instant instant(String text) {
        if (text.length() == COMMON_INSTANT.length()) {
            int[] parts = new int[6];
            int part = 0;
            boolean common = true;
            for (int i = 0; i < text.length() && common; i++) {
                char wanted = COMMON_INSTANT.charAt(i);
                char given = text.charAt(i);
                if (wanted == '0') {
                    common = given >= '0' && given <= '9';
                    parts[part] = parts[part] * 10 + given - '0';
                } else {
                    common = given == wanted;
                    part++;
                }
            }
            if (common && parts[3] < 24 && parts[4] < 60 && parts[5] < 60) {
                long day = LocalDate.of(parts[0], parts[1], parts[2]).toEpochDay();
                return Instant.ofEpochSecond(((day * 24 + parts[3]) * 60 + parts[4]) * 60 + parts[5]);
            }
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    static BigDecimal decimal(String text) {
        if (text.length() > MOST_DIGITS) {
            throw new NumberFormatException("too long");
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new NumberFormatException("too many digits");
        }
        return number;
    }

    private static Object single(String text, Class<?> type) {
        Class<?> component = type.getRecordComponents()[0].getType();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(component);
            constructor.setAccessible(true);
            return constructor.newInstance(read(text, component));
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The last part of the text key {@code api.wrong.} that says what was wanted. */
    static String kind(Class<?> type) {
        if (KINDS.containsKey(type)) {
            return KINDS.get(type).wanted();
        } else if (type.isEnum()) {
            return "choice";
        }
        return type.getRecordComponents()[0].getType() == String.class ? "code" : "number";
    }
}
