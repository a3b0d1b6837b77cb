package no.fellesdrift.web.sla.definition;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.fellesdrift.web.frame.DateConverter;
import no.fellesdrift.web.frame.Texts;

/** What somebody typed into a form whose fields stand in the address: read with what is wrong kept by field. */
class TypedFields {

    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final Pattern MOMENT = Pattern.compile("(\\S+?)[T\\s]+(?:kl\\.?\\s*)?(\\d{1,2})[:.](\\d{2})");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.](\\d{2})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.]\\d{1,10})?");

    private final HttpServletRequest request;
    private final Texts t;
    private final Map<String, String> defaults;
    private final Map<String, String> faults = new LinkedHashMap<>();

    TypedFields(HttpServletRequest request, Texts t, Map<String, String> defaults) {
        this.request = request;
        this.t = t;
        this.defaults = defaults;
    }

    /** As it was typed; the example where nothing was. */
    String text(String name) {
        String typed = request.getParameter(name);
        return typed == null ? defaults.getOrDefault(name, "") : typed.strip();
    }

    Map<String, String> faults() {
        return faults;
    }

    void fault(String name, String key, Object... arguments) {
        faults.putIfAbsent(name, t.of(key, arguments));
    }

    /** One of a few; the first where it is none of them. */
    String choice(String name, List<String> choices) {
        String typed = text(name);
        return choices.contains(typed) ? typed : choices.get(0);
    }

    /** A date and a time of day on the wall, as an instant with offset; null when it cannot be read. */
    String moment(String name, ZoneId zone) {
        String text = text(name);
        Optional<LocalDateTime> read = moment(text);
        if (read.isEmpty()) {
            fault(name, "sla.calculator.fault.moment", text);
            return null;
        }
        return written(read.get(), zone);
    }

    private static String written(LocalDateTime local, ZoneId zone) {
        return WITH_OFFSET.format(local.atZone(zone));
    }

    static Optional<LocalDateTime> moment(String text) {
        Matcher matcher = MOMENT.matcher(text.strip());
        try {
            if (!matcher.matches()) {
                return DateConverter.asked(text).map(LocalDate::atStartOfDay);
            }
            LocalTime time = time(matcher.group(2), matcher.group(3));
            return DateConverter.asked(matcher.group(1)).map(date -> date.atTime(time));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String hours, String minutes) {
        return LocalTime.of(Integer.parseInt(hours), Integer.parseInt(minutes));
    }

    /**
     * Spans, one a line: {@code 06.11.2026 09:00 – 06.11.2026 10:30}; the second date may be left out when it is the
     * same, and the end when it has not come.
     */
    List<Object> spans(String name, ZoneId zone) {
        List<Object> spans = new ArrayList<>();
        for (String line : text(name)
                .lines()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList()) {
            String[] ends = line.split("\\s*–\\s*|\\s+-\\s*|\\s+(?:til|to)\\s+", 2);
            Optional<LocalDateTime> from = moment(ends[0]);
            Optional<LocalDateTime> to = ends.length < 2 || ends[1].isBlank()
                    ? Optional.empty()
                    : from.flatMap(start -> end(start, ends[1].strip()));
            boolean open = ends.length == 2 && ends[1].isBlank();
            if (from.isEmpty() || (to.isEmpty() && !open)) {
                fault(name, "sla.calculator.fault.span", line);
                continue;
            }
            if (to.isPresent() && to.get().isBefore(from.get())) {
                fault(name, "sla.calculator.fault.order", line);
                continue;
            }
            List<Object> pair = new ArrayList<>();
            pair.add(written(from.get(), zone));
            pair.add(to.map(end -> written(end, zone)).orElse(null));
            spans.add(pair);
        }
        return spans;
    }

    private static Optional<LocalDateTime> end(LocalDateTime start, String text) {
        Matcher clock = CLOCK.matcher(text);
        try {
            return clock.matches()
                    ? Optional.of(start.toLocalDate().atTime(time(clock.group(1), clock.group(2))))
                    : moment(text);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A number with comma or point; null when it cannot be read. */
    BigDecimal number(String name) {
        Optional<BigDecimal> read = number(text(name), false);
        if (read.isEmpty()) {
            fault(name, "sla.calculator.fault.number", text(name));
        }
        return read.orElse(null);
    }

    /** As {@link #number(String)}, zero or more. */
    BigDecimal positive(String name) {
        BigDecimal read = number(name);
        if (read != null && read.signum() < 0) {
            fault(name, "sla.calculator.fault.number", text(name));
            return null;
        }
        return read;
    }

    /** Percent, from nothing to all of it. */
    BigDecimal percent(String name) {
        BigDecimal read = number(name);
        if (read != null && (read.signum() < 0 || read.compareTo(BigDecimal.valueOf(100)) > 0)) {
            fault(name, "sla.calculator.fault.percent", text(name));
            return null;
        }
        return read;
    }

    static Optional<BigDecimal> number(String text, boolean percent) {
        String plain = text.replaceAll("[\\s\u00a0%]", "").replace(',', '.');
        if (!NUMBER.matcher(plain).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(plain);
        return percent && (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(100)) > 0)
                ? Optional.empty()
                : Optional.of(number);
    }

    /** Whole seconds of an amount of a unit; null when it cannot be read or has a fraction of a second. */
    BigDecimal seconds(String name, String unit) {
        BigDecimal amount = positive(name);
        if (amount == null) {
            return null;
        }
        long factor = switch (unit) {
            case "MINUTES" -> 60;
            case "DAYS" -> 86_400;
            default -> 3_600;
        };
        try {
            return new BigDecimal(amount.multiply(BigDecimal.valueOf(factor)).toBigIntegerExact());
        } catch (ArithmeticException fraction) {
            fault(name, "sla.calculator.fault.number", text(name));
            return null;
        }
    }
}
