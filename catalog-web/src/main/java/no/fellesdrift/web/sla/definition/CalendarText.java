package no.fellesdrift.web.sla.definition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.fellesdrift.web.frame.DateConverter;

/** The parts of a calendar as people write them, a line each: hours {@code 07:30–16:00}, days {@code 24.12.2026}. */
final class CalendarText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final String TIME = "\\d{1,3}[:.][0-5]\\d([:.][0-5]\\d)?";

    private CalendarText() {}

    /** {@code 07:30–16:00, 17:00–18:00}; empty for a closed day. */
    static String hours(List<List<String>> ranges) {
        return String.join(
                ", ",
                ranges.stream().map(range -> range.get(0) + "–" + range.get(1)).toList());
    }

    /** Empty when it cannot be read; an empty list for nothing, or a dash. */
    static Optional<List<Object>> hours(String text) {
        List<Object> ranges = new ArrayList<>();
        String typed = text == null ? "" : text.strip();
        if (typed.isEmpty() || typed.equals("-") || typed.equals("–")) {
            return Optional.of(ranges);
        }
        for (String part : typed.split("\\s*[,;]\\s*", -1)) {
            String[] ends = part.split("\\s*[–-]\\s*", -1);
            if (ends.length != 2 || !ends[0].matches(TIME) || !ends[1].matches(TIME)) {
                return Optional.empty();
            }
            ranges.add(List.of(clock(ends[0]), clock(ends[1])));
        }
        return Optional.of(ranges);
    }

    private static String clock(String time) {
        String written = time.replace('.', ':');
        return written.indexOf(':') == 1 ? "0" + written : written;
    }

    static String dates(List<String> dates) {
        return String.join("\n", dates.stream().map(CalendarText::day).toList());
    }

    /** {@code 2026-12-24} as {@code 24.12.2026}, {@code 12-24} as {@code 24.12.}. */
    private static String day(String text) {
        return text.length() == 5
                ? text.substring(3) + "." + text.substring(0, 2) + "."
                : DATE.format(LocalDate.parse(text));
    }

    /** A date, or a day of every year; empty when it cannot be read. */
    static Optional<String> readDay(String text) {
        if (text.matches("\\d{1,2}\\.\\d{1,2}\\.?")) {
            String[] parts = text.split("\\.", -1);
            return Optional.of(
                    String.format(Locale.ROOT, "%02d-%02d", Integer.parseInt(parts[1]), Integer.parseInt(parts[0])));
        }
        return DateConverter.asked(text).map(LocalDate::toString);
    }

    static String days(Map<String, List<List<String>>> days) {
        return String.join(
                "\n",
                days.entrySet().stream()
                        .map(day -> day(day.getKey()) + " " + (day.getValue().isEmpty() ? "–" : hours(day.getValue())))
                        .toList());
    }

    static String breaks(List<List<String>> breaks, String zone) {
        Function<String, String> moment =
                text -> MOMENT.format(OffsetDateTime.parse(text).atZoneSameInstant(ZoneId.of(zone)));
        return String.join(
                "\n",
                breaks.stream()
                        .map(pair -> moment.apply(pair.get(0)) + " – " + moment.apply(pair.get(1)))
                        .toList());
    }

    /** {@code 24.12.2026 10:00 – 24.12.2026 12:00}; empty when it cannot be read. */
    static Optional<List<String>> readBreak(String line, ZoneId zone) {
        String[] ends = line.split("\\s*–\\s*|\\s+-\\s+", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        Optional<LocalDateTime> from = TypedFields.moment(ends[0]);
        Optional<LocalDateTime> to = TypedFields.moment(ends[1]);
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(List.of(written(from.get(), zone), written(to.get(), zone)));
    }

    private static String written(LocalDateTime local, ZoneId zone) {
        Instant instant = local.atZone(zone).toInstant();
        return WITH_OFFSET.format(instant.atZone(zone));
    }

    static List<String> lines(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
