package no.fellesdrift.sla.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.InputFault.Kind;

/**
 * A node of a tree of plain values (maps with text keys, lists, texts, {@link BigDecimal} numbers, booleans, null) that
 * knows its path, so that what is wrong can be named.
 */
public final class Input {

    /** Instants outside are no question about a promise, and cost time. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST_LIST = 100_000;
    /** As the API writes amounts and percentages: plain decimal notation in a text. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,60}([.][0-9]{1,60})?");

    private final String path;
    private final Object value;

    public Input(String path, Object value) {
        this.path = path;
        this.value = value;
    }

    public String path() {
        return path;
    }

    Object value() {
        return value;
    }

    public boolean isNull() {
        return value == null;
    }

    public boolean isText() {
        return value instanceof String;
    }

    /** A number, or the text of one. */
    public boolean isNumber() {
        return value instanceof BigDecimal
                || (value instanceof String text && NUMBER.matcher(text).matches());
    }

    public boolean has(String name) {
        return value instanceof Map<?, ?> map && map.get(name) != null;
    }

    public Input get(String name) {
        Input child = optional(name);
        if (child.isNull()) {
            throw child.fault(Kind.MISSING);
        }
        return child;
    }

    /** The named member, null when it is absent. */
    public Input optional(String name) {
        if (!(value instanceof Map<?, ?> map)) {
            throw fault(value == null ? Kind.MISSING : Kind.NOT_AN_OBJECT);
        }
        return new Input(path.isEmpty() ? name : path + "." + name, map.get(name));
    }

    public List<String> names() {
        if (!(value instanceof Map<?, ?> map)) {
            throw fault(value == null ? Kind.MISSING : Kind.NOT_AN_OBJECT);
        }
        return map.keySet().stream().map(String::valueOf).toList();
    }

    public List<Input> list() {
        if (!(value instanceof List<?> list)) {
            throw fault(value == null ? Kind.MISSING : Kind.NOT_A_LIST);
        }
        if (list.size() > LONGEST_LIST) {
            throw fault(Kind.TOO_MANY, String.valueOf(LONGEST_LIST));
        }
        List<Input> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(new Input(path + "[" + i + "]", list.get(i)));
        }
        return items;
    }

    /** The items of the named list; none when it is absent. */
    public List<Input> items(String name) {
        return has(name) ? get(name).list() : List.of();
    }

    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw fault(value == null ? Kind.MISSING : Kind.NOT_TEXT);
    }

    /** Also from a text in plain decimal notation, as amounts and percentages are written elsewhere. */
    public BigDecimal number() {
        if (isNumber()) {
            BigDecimal number = value instanceof BigDecimal given ? given : new BigDecimal((String) value);
            if (number.precision() > 60 || Math.abs(number.scale()) > 60) {
                throw fault(Kind.OUT_OF_RANGE);
            }
            return number;
        }
        throw fault(value == null ? Kind.MISSING : Kind.NOT_A_NUMBER);
    }

    public Share exact() {
        return Share.of(number());
    }

    public long whole() {
        try {
            return number().longValueExact();
        } catch (ArithmeticException e) {
            throw fault(Kind.NOT_WHOLE);
        }
    }

    public long whole(long least, long most) {
        long number = whole();
        if (number < least || number > most) {
            throw fault(Kind.OUT_OF_RANGE, String.valueOf(least), String.valueOf(most));
        }
        return number;
    }

    /** An ISO 8601 instant with offset, in whole seconds. @return epoch second */
    public long instant() {
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text()).toInstant();
        } catch (DateTimeException e) {
            throw fault(Kind.NOT_AN_INSTANT);
        }
        if (instant.getNano() != 0) {
            throw fault(Kind.NOT_AN_INSTANT);
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw fault(Kind.OUT_OF_RANGE, EARLIEST.toString(), LATEST.toString());
        }
        return instant.getEpochSecond();
    }

    public LocalDate date() {
        try {
            return dateOf(text());
        } catch (DateTimeException e) {
            throw fault(Kind.NOT_A_DATE);
        }
    }

    private LocalDate dateOf(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1900 || date.getYear() > 2199) {
            throw fault(Kind.OUT_OF_RANGE, "1900-01-01", "2199-12-31");
        }
        return date;
    }

    public MonthDay monthDay() {
        try {
            return MonthDay.parse("--" + text());
        } catch (DateTimeException e) {
            throw fault(Kind.NOT_A_DATE);
        }
    }

    public ZoneId zone() {
        try {
            return ZoneId.of(text());
        } catch (DateTimeException e) {
            throw fault(Kind.NOT_A_ZONE);
        }
    }

    /** {@code HH:MM} or {@code HH:MM:SS}, also 24:00 and later. @return seconds after midnight */
    public int timeOfDay() {
        String text = text();
        if (!text.matches("[0-9]{2,3}:[0-5][0-9](:[0-5][0-9])?")) {
            throw fault(Kind.NOT_A_TIME);
        }
        String[] parts = text.split(":", -1);
        int hours = Integer.parseInt(parts[0]);
        if (hours > 168) {
            throw fault(Kind.NOT_A_TIME);
        }
        return hours * 3_600 + Integer.parseInt(parts[1]) * 60 + (parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    }

    public <E extends Enum<E>> E choice(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text())) {
                return constant;
            }
        }
        throw fault(Kind.UNKNOWN_VALUE, text());
    }

    /** A pair of instants as {@code {from, to}} epoch seconds; an absent or null end is {@link Long#MAX_VALUE}. */
    public long[] instants() {
        List<Input> pair = list();
        if (pair.isEmpty() || pair.size() > 2) {
            throw fault(Kind.NOT_A_LIST);
        }
        long from = pair.get(0).instant();
        return new long[] {
            from,
            pair.size() < 2 || pair.get(1).isNull()
                    ? Long.MAX_VALUE
                    : pair.get(1).instant()
        };
    }

    /** A pair of instants, both there, as epoch seconds. */
    public long[] period() {
        List<Input> pair = list();
        if (pair.size() != 2) {
            throw fault(Kind.NOT_A_LIST);
        }
        return new long[] {pair.get(0).instant(), pair.get(1).instant()};
    }

    /** A pair of whole numbers. */
    public long[] wholes() {
        List<Input> pair = list();
        if (pair.size() != 2) {
            throw fault(Kind.NOT_A_LIST);
        }
        return new long[] {pair.get(0).whole(), pair.get(1).whole()};
    }

    public InputFault fault(Kind kind, String... arguments) {
        return new InputFault(path.isEmpty() ? "$" : path, kind, arguments);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s=%s", path, value);
    }
}
