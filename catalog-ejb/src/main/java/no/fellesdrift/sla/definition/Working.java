package no.fellesdrift.sla.definition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.sla.engine.ServiceCalendar;
import no.fellesdrift.sla.engine.Spans;

/**
 * How an answer on a calendar comes about, day by day: what was open, and what became of each open second. Instants are
 * epoch seconds.
 *
 * @param days every local date from the first to the last, at most {@link #MOST_DAYS}
 * @param cut whether there were more days than that
 */
public record Working(ZoneId zone, List<Day> days, boolean cut) {

    public static final int MOST_DAYS = 400;

    /** What became of open time. */
    public enum Kind {
        COUNTED,
        PAUSED,
        MAINTENANCE,
        DOWN,
        UNKNOWN
    }

    /** @param to exclusive */
    public record Piece(Kind kind, long from, long to) {
        public long seconds() {
            return to - from;
        }
    }

    /**
     * A local date.
     *
     * @param open the calendar's hours of the day, asked for or not
     * @param pieces in order of time
     * @param counted seconds of {@link Kind#COUNTED}
     * @param total the same, summed from the first day on
     */
    public record Day(
            LocalDate date, boolean workingDay, List<Piece> open, List<Piece> pieces, long counted, long total) {

        public long seconds(Kind kind) {
            return pieces.stream()
                    .filter(piece -> piece.kind() == kind)
                    .mapToLong(Piece::seconds)
                    .sum();
        }
    }

    /** @param taken what is not counted, first come first served; the rest of the open time is */
    static Working of(ServiceCalendar calendar, long from, long to, Map<Kind, Spans> taken) {
        ZoneId zone = calendar.zone();
        LocalDate first = LocalDate.ofInstant(Instant.ofEpochSecond(from), zone);
        LocalDate last = LocalDate.ofInstant(Instant.ofEpochSecond(Math.max(from, to - 1)), zone);
        boolean cut = last.isAfter(first.plusDays(MOST_DAYS - 1L));
        LocalDate shown = cut ? first.plusDays(MOST_DAYS - 1L) : last;
        Spans rest = calendar.open(from, to);
        Map<Kind, Spans> kinds = new LinkedHashMap<>();
        for (Map.Entry<Kind, Spans> one : taken.entrySet()) {
            kinds.put(one.getKey(), rest.intersection(one.getValue()));
            rest = rest.minus(one.getValue());
        }
        kinds.put(Kind.COUNTED, rest);
        List<Day> days = new ArrayList<>();
        long total = 0;
        for (LocalDate date = first; !date.isAfter(shown); date = date.plusDays(1)) {
            long start = date.atStartOfDay(zone).toEpochSecond();
            long end = date.plusDays(1).atStartOfDay(zone).toEpochSecond();
            List<Piece> pieces = new ArrayList<>();
            kinds.forEach((kind, spans) -> pieces.addAll(pieces(kind, spans.clip(start, end))));
            pieces.sort((a, b) -> Long.compare(a.from(), b.from()));
            long counted = kinds.get(Kind.COUNTED).clip(start, end).seconds();
            total += counted;
            days.add(new Day(
                    date,
                    calendar.isWorkingDay(date),
                    pieces(Kind.COUNTED, calendar.open(start, end)),
                    pieces,
                    counted,
                    total));
        }
        return new Working(zone, days, cut);
    }

    private static List<Piece> pieces(Kind kind, Spans spans) {
        return spans.pairs().stream()
                .map(pair -> new Piece(kind, pair[0], pair[1]))
                .toList();
    }
}
