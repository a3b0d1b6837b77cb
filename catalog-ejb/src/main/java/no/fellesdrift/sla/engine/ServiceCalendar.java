package no.fellesdrift.sla.engine;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * When a service is promised: weekly ranges, holidays, overrides and breaks in one zone, as open seconds.
 *
 * <p>Precedence: a holiday (date or month-day) closes the day; otherwise an override of the date holds, then a recurring
 * override, then the weekday; breaks are cut out last. A range's end may lie beyond 24:00. Wall times become instants by
 * the zone's rules: a time in a gap moves forward by the gap, an ambiguous one is its first occurrence (JDK {@code
 * LocalDateTime.atZone}).
 *
 * <p>Compiled to sorted spans over a horizon of whole years that grows when a question reaches beyond it; all instants
 * are epoch seconds. Immutable for its users and safe for several threads.
 */
public final class ServiceCalendar {

    private static final int SECONDS_OF_DAY = 86_400;
    /** No question about a promise reaches further; beyond it a calendar counts as never opening again. */
    private static final int MOST_YEARS = 100;

    /** Wall-clock seconds after the local midnight of the day it begins on; the end may lie beyond 86 400. */
    public record Range(int fromSecond, int toSecond) {
        /** @throws IllegalArgumentException when the end lies before the start */
        public Range {
            if (fromSecond < 0 || toSecond < fromSecond || toSecond > 7 * SECONDS_OF_DAY) {
                throw new IllegalArgumentException("A range ends after it starts, within a week: " + fromSecond + "–"
                        + toSecond + " seconds after midnight");
            }
        }
    }

    /** What a calendar is made of. Every list may be empty; breaks are epoch seconds. */
    public record Definition(
            ZoneId zone,
            Map<DayOfWeek, List<Range>> weekly,
            Set<LocalDate> holidays,
            Set<MonthDay> holidaysRecurring,
            Map<LocalDate, List<Range>> overrides,
            Map<MonthDay, List<Range>> overridesRecurring,
            List<long[]> breaks) {
        public Definition {
            weekly = Map.copyOf(weekly);
            holidays = Set.copyOf(holidays);
            holidaysRecurring = Set.copyOf(holidaysRecurring);
            overrides = Map.copyOf(overrides);
            overridesRecurring = Map.copyOf(overridesRecurring);
            breaks = List.copyOf(breaks);
        }

        /** Open every second of every day. */
        public static Definition aroundTheClock(ZoneId zone) {
            List<Range> day = List.of(new Range(0, SECONDS_OF_DAY));
            return new Definition(
                    zone,
                    Map.of(
                            DayOfWeek.MONDAY, day,
                            DayOfWeek.TUESDAY, day,
                            DayOfWeek.WEDNESDAY, day,
                            DayOfWeek.THURSDAY, day,
                            DayOfWeek.FRIDAY, day,
                            DayOfWeek.SATURDAY, day,
                            DayOfWeek.SUNDAY, day),
                    Set.of(),
                    Set.of(),
                    Map.of(),
                    Map.of(),
                    List.of());
        }
    }

    /** What is known of the years from {@code first} to {@code end}, exclusive. */
    private record Horizon(int first, int end, long start, long stop, Spans open) {}

    /** By the first date they hold for; the first holds for all dates before it as well. */
    private final NavigableMap<LocalDate, Definition> definitions;

    private final Spans breaks;
    /** How many days a range may reach beyond the one it begins on. */
    private final int overhang;

    private volatile Horizon horizon;

    public ServiceCalendar(Definition definition) {
        this(new TreeMap<>(Map.of(LocalDate.EPOCH, definition)));
    }

    private ServiceCalendar(NavigableMap<LocalDate, Definition> definitions) {
        this.definitions = definitions;
        this.breaks = breaks(definitions);
        this.overhang = everyRange()
                .mapToInt(range -> (range.toSecond() - 1) / SECONDS_OF_DAY)
                .max()
                .orElse(0);
    }

    /**
     * A calendar that changes: each day is one of the definition that holds on it. Days before the first are taken as they
     * came to be; a range that lasts beyond midnight is of the day it begins on.
     *
     * @param definitions by the first date they hold for
     */
    public static ServiceCalendar succession(Map<LocalDate, Definition> definitions) {
        return new ServiceCalendar(new TreeMap<>(definitions));
    }

    /** Of each definition those in the time it holds for. */
    private static Spans breaks(NavigableMap<LocalDate, Definition> definitions) {
        Spans all = Spans.NONE;
        for (Map.Entry<LocalDate, Definition> one : definitions.entrySet()) {
            ZoneId zone = one.getValue().zone();
            LocalDate next = definitions.higherKey(one.getKey());
            long from = one.getKey().equals(definitions.firstKey())
                    ? Long.MIN_VALUE
                    : one.getKey().atStartOfDay(zone).toEpochSecond();
            long to = next == null ? Long.MAX_VALUE : next.atStartOfDay(zone).toEpochSecond();
            all = all.union(Spans.union(one.getValue().breaks()).clip(from, to));
        }
        return all;
    }

    private Stream<Range> everyRange() {
        return definitions.values().stream()
                .flatMap(definition -> Stream.of(
                        definition.weekly().values(),
                        definition.overrides().values(),
                        definition.overridesRecurring().values()))
                .flatMap(Collection::stream)
                .flatMap(List::stream);
    }

    private Definition definition(LocalDate date) {
        Map.Entry<LocalDate, Definition> holding = definitions.floorEntry(date);
        return holding == null ? definitions.firstEntry().getValue() : holding.getValue();
    }

    /** Of its dates; where it changed, the one that holds at last. */
    public ZoneId zone() {
        return definitions.lastEntry().getValue().zone();
    }

    /** @throws CalendarNeverOpen when no range of it ever opens */
    public void mustOpen() {
        if (everyRange().noneMatch(range -> range.toSecond() > range.fromSecond())) {
            throw new CalendarNeverOpen("The calendar has no open hour");
        }
    }

    /** Open spans within {@code [start, end)}. */
    public Spans open(long start, long end) {
        return end <= start ? Spans.NONE : covering(start, end).open().clip(start, end);
    }

    /** Open seconds within {@code [start, end)}; none when the end is not after the start. */
    public long seconds(long start, long end) {
        return end <= start ? 0 : covering(start, end).open().secondsBetween(start, end);
    }

    public boolean isOpen(long at) {
        return covering(at, at).open().contains(at);
    }

    /** The day has an open range and is no holiday. Breaks do not matter. */
    public boolean isWorkingDay(LocalDate date) {
        return ranges(date).stream().anyMatch(range -> range.toSecond() > range.fromSecond());
    }

    /**
     * The earliest instant at which so many open seconds have passed since the start; zero seconds are due at the first
     * open instant.
     *
     * @throws CalendarNeverOpen when they never pass
     */
    public long due(long start, long seconds, Boundary boundary) {
        Horizon known = covering(start, start);
        while (true) {
            long target = known.open().secondsBefore(start) + seconds;
            if (known.open().seconds() > target) {
                return seconds == 0 || boundary == Boundary.NEXT_OPEN
                        ? known.open().next(target)
                        : known.open().reach(target);
            }
            if (known.end() - yearOf(start) > MOST_YEARS) {
                if (seconds > 0
                        && boundary == Boundary.END_OF_PERIOD
                        && known.open().seconds() == target) {
                    return known.open().reach(target);
                }
                throw new CalendarNeverOpen("The calendar does not have " + seconds + " open seconds after "
                        + Instant.ofEpochSecond(start));
            }
            known = grown(known);
        }
    }

    /**
     * As {@link #due(long, long, Boundary)}, with the pauses taken out of the open time before counting.
     *
     * @param pauses a pause that has not ended reaches to {@link Long#MAX_VALUE}
     * @return empty when an open pause keeps it from running out
     */
    public OptionalLong due(long start, long seconds, Boundary boundary, Spans pauses) {
        if (pauses.isEmpty()) {
            return OptionalLong.of(due(start, seconds, boundary));
        }
        long lastEnd = pauses.to(pauses.size() - 1);
        boolean paused = lastEnd == Long.MAX_VALUE;
        long settled = Math.max(start, paused ? pauses.from(pauses.size() - 1) : lastEnd);
        Spans running = open(start, settled).minus(pauses);
        if (running.seconds() > seconds) {
            return OptionalLong.of(
                    seconds == 0 || boundary == Boundary.NEXT_OPEN ? running.next(seconds) : running.reach(seconds));
        }
        if (seconds > 0 && running.seconds() == seconds && boundary == Boundary.END_OF_PERIOD) {
            return OptionalLong.of(running.reach(seconds));
        }
        return paused ? OptionalLong.empty() : OptionalLong.of(due(settled, seconds - running.seconds(), boundary));
    }

    /**
     * As {@link #due(long, long, Boundary)}, counting backwards; zero seconds lie at the last open instant at or before
     * the start.
     *
     * @throws CalendarNeverOpen when there never were so many
     */
    public long dueBackward(long start, long seconds) {
        Horizon known = covering(start, start);
        while (true) {
            long target = known.open().secondsBefore(start) - seconds;
            if (seconds == 0 && known.open().contains(start)) {
                return start;
            }
            if (seconds == 0 && target > 0) {
                return known.open().reach(target);
            }
            if (seconds > 0 && target >= 0) {
                return known.open().next(target);
            }
            if (yearOf(start) - known.first() > MOST_YEARS) {
                throw new CalendarNeverOpen("The calendar does not have " + seconds + " open seconds before "
                        + Instant.ofEpochSecond(start));
            }
            known = compile(known.first() - (known.end() - known.first()), known.end());
        }
    }

    /**
     * Steps whole working days: the day of the start is not counted; when it is no working day the start first moves to
     * the first opening of the next one (of the previous one when counting backwards).
     *
     * @throws CalendarNeverOpen when there are not so many working days
     */
    public long dueInWorkingDays(long start, int days, WorkingDayPolicy policy) {
        int step = days < 0 ? -1 : 1;
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(start), zone());
        LocalDate day = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        if (days == 0 && isWorkingDay(day)) {
            // no step, no other time of day: also where the wall clock shows it twice
            long closing = lastClosing(day);
            return policy == WorkingDayPolicy.END_OF_DAY ? closing : Math.min(start, closing);
        }
        if (!isWorkingDay(day)) {
            day = nextWorkingDay(day, step);
            time = LocalDateTime.ofInstant(Instant.ofEpochSecond(firstOpening(day)), zone())
                    .toLocalTime();
        }
        for (int i = 0; i < Math.abs(days); i++) {
            day = nextWorkingDay(day, step);
        }
        long closing = lastClosing(day);
        return policy == WorkingDayPolicy.END_OF_DAY
                ? closing
                : Math.min(day.atTime(time).atZone(zone()).toEpochSecond(), closing);
    }

    /** The first opening strictly after the instant; empty when it does not open again. */
    public OptionalLong nextOpening(long at) {
        Horizon known = covering(at, at);
        while (true) {
            int i = known.open().spanStartingAtOrBefore(at) + 1;
            if (i < known.open().size()) {
                return OptionalLong.of(known.open().from(i));
            }
            if (known.end() - yearOf(at) > MOST_YEARS) {
                return OptionalLong.empty();
            }
            known = grown(known);
        }
    }

    /** The first closing strictly after the instant; empty when it never closes. */
    public OptionalLong nextClosing(long at) {
        Horizon known = covering(at, at);
        while (true) {
            int last = known.open().spanStartingAtOrBefore(at);
            int i = last >= 0 && known.open().to(last) > at ? last : last + 1;
            if (i < known.open().size() && known.open().to(i) < known.stop()) {
                return OptionalLong.of(known.open().to(i));
            }
            if (known.end() - yearOf(at) > MOST_YEARS) {
                return OptionalLong.empty();
            }
            known = grown(known);
        }
    }

    /** The first so many open spans that end after the instant, the first clipped at it; fewer when there are no more. */
    public List<long[]> openSegments(long at, int count) {
        List<long[]> segments = new ArrayList<>();
        long start = at;
        while (segments.size() < count) {
            if (!isOpen(start)) {
                OptionalLong opening = nextOpening(start);
                if (opening.isEmpty()) {
                    break;
                }
                start = opening.getAsLong();
            }
            OptionalLong closing = nextClosing(start);
            if (closing.isEmpty()) {
                break;
            }
            segments.add(new long[] {start, closing.getAsLong()});
            start = closing.getAsLong();
        }
        return segments;
    }

    private LocalDate nextWorkingDay(LocalDate from, int step) {
        LocalDate day = from.plusDays(step);
        for (int i = 0; !isWorkingDay(day); i++, day = day.plusDays(step)) {
            if (i > MOST_YEARS * 366) {
                throw new CalendarNeverOpen("The calendar has no working day after " + from);
            }
        }
        return day;
    }

    private long firstOpening(LocalDate day) {
        return ranges(day).stream()
                .filter(range -> range.toSecond() > range.fromSecond())
                .mapToLong(range -> instant(day, range.fromSecond()))
                .min()
                .orElseThrow();
    }

    private long lastClosing(LocalDate day) {
        return ranges(day).stream()
                .filter(range -> range.toSecond() > range.fromSecond())
                .mapToLong(range -> instant(day, range.toSecond()))
                .max()
                .orElseThrow();
    }

    private List<Range> ranges(LocalDate date) {
        Definition definition = definition(date);
        MonthDay recurring = MonthDay.from(date);
        if (definition.holidays().contains(date)
                || definition.holidaysRecurring().contains(recurring)) {
            return List.of();
        }
        List<Range> override = definition.overrides().get(date);
        if (override == null) {
            override = definition.overridesRecurring().get(recurring);
        }
        return override != null ? override : definition.weekly().getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** The epoch second of so many wall-clock seconds after the date's midnight. */
    private long instant(LocalDate date, int second) {
        return date.plusDays(second / SECONDS_OF_DAY)
                .atTime(LocalTime.ofSecondOfDay(second % SECONDS_OF_DAY))
                .atZone(definition(date).zone())
                .toEpochSecond();
    }

    private int yearOf(long at) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(at), zone()).getYear();
    }

    private Horizon covering(long start, long end) {
        Horizon known = horizon;
        if (known == null) {
            return compile(yearOf(start), yearOf(end) + 2);
        }
        if (start >= known.start() && end < known.stop()) {
            return known;
        }
        return compile(Math.min(known.first(), yearOf(start)), Math.max(known.end(), yearOf(end) + 2));
    }

    private Horizon grown(Horizon known) {
        return compile(known.first(), known.end() + (known.end() - known.first()));
    }

    private Horizon compile(int first, int end) {
        LocalDate from = LocalDate.of(first, 1, 1);
        LocalDate to = LocalDate.of(end, 1, 1);
        List<long[]> pairs = new ArrayList<>();
        for (LocalDate day = from.minusDays(overhang); day.isBefore(to); day = day.plusDays(1)) {
            for (Range range : ranges(day)) {
                pairs.add(new long[] {instant(day, range.fromSecond()), instant(day, range.toSecond())});
            }
        }
        long start = from.atStartOfDay(zone()).toEpochSecond();
        long stop = to.atStartOfDay(zone()).toEpochSecond();
        Horizon compiled = new Horizon(
                first, end, start, stop, Spans.union(pairs).minus(breaks).clip(start, stop));
        horizon = compiled;
        return compiled;
    }
}
