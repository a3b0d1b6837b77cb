package no.fellesdrift.sla.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every computation on a calendar against the plainest thing that can be written: a window of time cut into minutes (or
 * seconds), each open or closed, and counted one by one. Calendars, instants and gaps are drawn at random, around clock
 * changes on purpose; the questions go in as trees, as the API hands them over.
 */
class CountedBySecondsTest {

    /** A counted window costs thousands of steps: ten times the everyday number is as far as it goes. */
    private static final int CASES = Math.min(10_000, Integer.getInteger("laws.cases", 1_000));

    private static final String[] DAYS = {"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"};

    /** Zones with the dates around which a window is laid: clock changes by day, at midnight and by half an hour. */
    private static final String[][] PLACES = {
        {"Europe/Oslo", "2026-03-29"},
        {"Europe/Oslo", "2026-10-25"},
        {"America/Sao_Paulo", "2018-11-04"},
        {"America/Sao_Paulo", "2018-02-18"},
        {"Australia/Lord_Howe", "2026-04-05"},
        {"Australia/Lord_Howe", "2026-10-04"},
        {"Asia/Tehran", "2016-03-21"},
        {"America/New_York", "2024-02-29"},
        {"UTC", "2026-12-31"},
    };

    private final Random random = new Random(20261122);
    private ZoneId zone;
    private LocalDate first;
    /** Seconds per step of the window. */
    private int unit;

    private long windowStart;
    private boolean[] open;
    private Map<String, Object> calendar;

    private final Map<String, List<int[]>> weekly = new HashMap<>();
    private final Map<LocalDate, List<int[]>> overrides = new HashMap<>();
    private final Map<String, List<int[]>> overridesRecurring = new HashMap<>();
    private final List<String> holidays = new ArrayList<>();

    @BeforeEach
    void a_calendar() {
        draw(60);
    }

    private void draw(int step) {
        unit = step;
        String[] place = PLACES[random.nextInt(PLACES.length)];
        zone = ZoneId.of(place[0]);
        int days = unit == 60 ? 16 : 4;
        first = LocalDate.parse(place[1]).minusDays(days / 2);
        windowStart = instant(first, 0);
        long end = instant(first.plusDays(days), 0);
        weekly.clear();
        overrides.clear();
        overridesRecurring.clear();
        holidays.clear();
        calendar = new LinkedHashMap<>();
        calendar.put("tz", place[0]);
        Map<String, Object> week = new LinkedHashMap<>();
        for (String day : DAYS) {
            if (random.nextInt(4) > 0) {
                week.put(day, written(weekly.computeIfAbsent(day, key -> ranges())));
            } else if (random.nextBoolean()) {
                week.put(day, random.nextBoolean() ? null : List.of());
            }
        }
        calendar.put("weekly", week);
        List<Object> recurring = new ArrayList<>();
        List<Object> dates = new ArrayList<>();
        Map<String, Object> byDate = new LinkedHashMap<>();
        Map<String, Object> byMonthDay = new LinkedHashMap<>();
        for (int i = -1; i <= days; i++) {
            LocalDate date = first.plusDays(i);
            String monthDay = date.toString().substring(5);
            switch (random.nextInt(10)) {
                case 0 -> dates.add(date.toString());
                case 1 -> recurring.add(monthDay);
                case 2 -> byDate.put(date.toString(), written(overrides.computeIfAbsent(date, key -> ranges())));
                case 3 ->
                    byMonthDay.put(monthDay, written(overridesRecurring.computeIfAbsent(monthDay, key -> ranges())));
                case 4 -> {
                    byDate.put(date.toString(), written(overrides.computeIfAbsent(date, key -> ranges())));
                    byMonthDay.put(monthDay, written(overridesRecurring.computeIfAbsent(monthDay, key -> ranges())));
                    if (random.nextInt(4) == 0) {
                        dates.add(date.toString());
                    }
                }
                default -> {}
            }
        }
        dates.forEach(date -> holidays.add(String.valueOf(date)));
        recurring.forEach(date -> holidays.add(String.valueOf(date)));
        putSometimes("holidays", dates, dates.isEmpty());
        putSometimes("holidays_recurring", recurring, recurring.isEmpty());
        putSometimes("overrides", byDate, byDate.isEmpty());
        putSometimes("overrides_recurring", byMonthDay, byMonthDay.isEmpty());
        List<Object> breaks = new ArrayList<>();
        List<long[]> closed = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            long from = windowStart + (long) unit * random.nextInt((int) ((end - windowStart) / unit));
            long to = from + (long) unit * random.nextInt(600);
            closed.add(new long[] {from, to});
            breaks.add(List.of(text(from), text(to)));
        }
        putSometimes("breaks", breaks, breaks.isEmpty());
        open = new boolean[(int) ((end - windowStart) / unit)];
        for (int i = -9; i <= days; i++) {
            LocalDate date = first.plusDays(i);
            for (int[] range : rangesOf(date)) {
                mark(instant(date, range[0]), instant(date, range[1]), true);
            }
        }
        closed.forEach(pair -> mark(pair[0], pair[1], false));
    }

    /** What is empty is left out, null, or there. */
    private void putSometimes(String name, Object value, boolean empty) {
        int way = random.nextInt(3);
        if (!empty || way == 0) {
            calendar.put(name, value);
        } else if (way == 1) {
            calendar.put(name, null);
        }
    }

    private void mark(long from, long to, boolean value) {
        for (long second = Math.max(from, windowStart); second < to; second += unit) {
            int i = (int) ((second - windowStart) / unit);
            if (i >= open.length) {
                return;
            }
            open[i] = value;
        }
    }

    /** Up to three ranges that may be empty, touch, overlap and reach into the days after. */
    private List<int[]> ranges() {
        List<int[]> ranges = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int from = random.nextInt(5) == 0 ? 0 : unit * random.nextInt(86_400 / unit);
            int to = switch (random.nextInt(6)) {
                case 0 -> 86_400;
                case 1 -> from;
                case 2 -> from + unit * random.nextInt(2 * 86_400 / unit);
                default -> Math.min(86_400, from + unit * random.nextInt(40_000 / unit));
            };
            ranges.add(new int[] {from, Math.max(from, to)});
            if (random.nextInt(4) == 0) {
                ranges.add(new int[] {to, to + unit * random.nextInt(7_200 / unit)});
            }
        }
        return ranges;
    }

    private List<Object> written(List<int[]> ranges) {
        List<Object> written = new ArrayList<>();
        ranges.forEach(range -> written.add(List.of(clock(range[0]), clock(range[1]))));
        return written;
    }

    private String clock(int second) {
        String minutes = String.format(Locale.ROOT, "%02d:%02d", second / 3_600, second / 60 % 60);
        return second % 60 != 0 || random.nextInt(3) == 0
                ? minutes + String.format(Locale.ROOT, ":%02d", second % 60)
                : minutes;
    }

    private List<int[]> rangesOf(LocalDate date) {
        String monthDay = date.toString().substring(5);
        if (holidays.contains(date.toString()) || holidays.contains(monthDay)) {
            return List.of();
        }
        if (overrides.containsKey(date)) {
            return overrides.get(date);
        }
        if (overridesRecurring.containsKey(monthDay)) {
            return overridesRecurring.get(monthDay);
        }
        return weekly.getOrDefault(DAYS[date.getDayOfWeek().getValue() - 1], List.of());
    }

    private boolean isWorkingDay(LocalDate date) {
        return rangesOf(date).stream().anyMatch(range -> range[1] > range[0]);
    }

    /** By the zone's transitions alone: both in a gap and in an overlap the offset before it holds. */
    private long instant(LocalDate date, int second) {
        LocalDateTime local = date.atStartOfDay().plusSeconds(second);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        ZoneOffset offset = change == null ? zone.getRules().getOffset(local) : change.getOffsetBefore();
        return local.toEpochSecond(offset);
    }

    private String text(long second) {
        return Instant.ofEpochSecond(second)
                .atOffset(random.nextBoolean() ? ZoneOffset.UTC : ZoneOffset.ofHours(2))
                .toString();
    }

    private long at(int step) {
        return windowStart + (long) step * unit;
    }

    private int anywhere() {
        return random.nextInt(open.length);
    }

    private Object ask(String kind, Object... members) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("calendar", calendar);
        for (int i = 0; i < members.length; i += 2) {
            input.put((String) members[i], members[i + 1]);
        }
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("kind", kind);
        question.put("input", input);
        return Calculations.answer(new Input("", question));
    }

    private static long second(Object instant) {
        return OffsetDateTime.parse((String) instant).toEpochSecond();
    }

    private Object whole(long number) {
        return switch (random.nextInt(3)) {
            case 0 -> String.valueOf(number);
            case 1 -> new BigDecimal(number + ".0");
            default -> BigDecimal.valueOf(number);
        };
    }

    /** Each with a calendar of its own; every tenth to the second. */
    private void forAll(Runnable trial) {
        for (int i = 0; i < CASES; i++) {
            draw(i % 10 == 9 ? 1 : 60);
            trial.run();
        }
    }

    @Test
    void open_time_between_two_instants_is_what_counting_gives() {
        forAll(() -> {
            int from = anywhere();
            int to = anywhere();
            long count = 0;
            for (int i = from; i < to; i++) {
                count += open[i] ? unit : 0;
            }
            assertThat(ask("working_seconds", "start", text(at(from)), "end", text(at(to))))
                    .as("%s %s–%s", calendar, text(at(from)), text(at(to)))
                    .isEqualTo(BigDecimal.valueOf(count));
            assertThat(ask("is_open", "at", text(at(from)))).isEqualTo(open[from]);
        });
    }

    /** The step at which so many open steps have passed; −1 when the window does not have them. */
    private int due(boolean[] running, int start, int steps, boolean nextOpen) {
        int passed = 0;
        int i = start;
        for (; passed < steps; i++) {
            if (i >= running.length) {
                return -1;
            }
            passed += running[i] ? 1 : 0;
        }
        while (steps == 0 || nextOpen) {
            if (i >= running.length) {
                return -1;
            }
            if (running[i]) {
                break;
            }
            i++;
        }
        return i;
    }

    @Test
    void a_due_instant_with_and_without_pauses_is_what_counting_gives() {
        int[] compared = {0};
        forAll(() -> {
            int start = anywhere();
            int steps = random.nextInt(8) == 0 ? 0 : random.nextInt(1_500);
            boolean nextOpen = random.nextBoolean();
            Object boundary = nextOpen ? "NEXT_OPEN" : random.nextBoolean() ? "END_OF_PERIOD" : null;
            int due = due(open, start, steps, nextOpen);
            if (due >= 0) {
                compared[0]++;
                assertThat(second(ask(
                                "due_at",
                                "start",
                                text(at(start)),
                                "seconds",
                                whole((long) steps * unit),
                                "boundary",
                                boundary)))
                        .as("%s from %s, %d", calendar, text(at(start)), steps * unit)
                        .isEqualTo(at(due));
            }
            boolean[] running = open.clone();
            List<Object> pauses = new ArrayList<>();
            for (int p = random.nextInt(4); p > 0; p--) {
                int from = anywhere();
                int to = from + random.nextInt(900) - 100;
                pauses.add(List.of(text(at(from)), text(at(to))));
                for (int i = from; i < Math.min(to, running.length); i++) {
                    running[i] = false;
                }
            }
            int later = due(running, start, steps, nextOpen);
            if (later >= 0) {
                assertThat(second(ask(
                                "due_at_with_pauses",
                                "start",
                                text(at(start)),
                                "seconds",
                                whole((long) steps * unit),
                                "boundary",
                                boundary,
                                "pauses",
                                pauses)))
                        .as("%s from %s, %d, %s", calendar, text(at(start)), steps * unit, pauses)
                        .isEqualTo(at(later));
            }
            int end = anywhere();
            long elapsed = 0;
            for (int i = start; i < end; i++) {
                elapsed += running[i] ? unit : 0;
            }
            long target = random.nextInt(90_000);
            assertThat(ask(
                            "elapsed_with_pauses",
                            "start",
                            text(at(start)),
                            "end",
                            text(at(end)),
                            "pauses",
                            pauses.isEmpty() ? null : pauses,
                            "target_seconds",
                            whole(target)))
                    .isEqualTo(Map.of(
                            "elapsed_seconds", BigDecimal.valueOf(elapsed),
                            "margin_seconds", BigDecimal.valueOf(target - elapsed),
                            "met", elapsed <= target));
        });
        assertThat(compared[0]).isGreaterThan(CASES / 2);
    }

    @Test
    void counting_backwards_is_what_counting_gives() {
        int[] compared = {0};
        forAll(() -> {
            int start = anywhere();
            int steps = random.nextInt(8) == 0 ? 0 : random.nextInt(1_500);
            int i = start;
            if (steps == 0) {
                while (i > 0 && !open[i] && !open[i - 1]) {
                    i--;
                }
                if (i == 0) {
                    return;
                }
            }
            for (int passed = 0; passed < steps; passed += open[i] ? 1 : 0) {
                if (--i < 0) {
                    return;
                }
            }
            compared[0]++;
            assertThat(second(ask("due_at_backward", "start", text(at(start)), "seconds", whole((long) steps * unit))))
                    .as("%s back from %s, %d", calendar, text(at(start)), steps * unit)
                    .isEqualTo(at(i));
        });
        assertThat(compared[0]).isGreaterThan(CASES / 2);
    }

    @Test
    void openings_closings_and_open_periods_are_those_that_counting_meets() {
        forAll(() -> {
            int from = anywhere();
            Integer opening = null;
            Integer closing = null;
            for (int i = from + 1; i < open.length; i++) {
                opening = opening == null && open[i] && !open[i - 1] ? Integer.valueOf(i) : opening;
                closing = closing == null && !open[i] && open[i - 1] ? Integer.valueOf(i) : closing;
            }
            if (opening != null) {
                assertThat(second(ask("next_transition", "at", text(at(from)), "want", "open")))
                        .isEqualTo(at(opening));
            }
            if (closing != null) {
                assertThat(second(ask("next_transition", "at", text(at(from)), "want", "close")))
                        .isEqualTo(at(closing));
            }
            List<List<Long>> periods = new ArrayList<>();
            int begun = -1;
            for (int i = from; i < open.length; i++) {
                if (open[i] && begun < 0) {
                    begun = i;
                }
                if (!open[i] && begun >= 0) {
                    periods.add(List.of(at(begun), at(i)));
                    begun = -1;
                }
            }
            int count = random.nextInt(Math.min(6, periods.size() + 1));
            List<List<Long>> answered = new ArrayList<>();
            for (Object pair : (List<?>) ask("open_segments", "from", text(at(from)), "count", whole(count))) {
                answered.add(List.of(second(((List<?>) pair).get(0)), second(((List<?>) pair).get(1))));
            }
            assertThat(answered).as("%s from %s", calendar, text(at(from))).isEqualTo(periods.subList(0, count));
        });
    }

    @Test
    void working_days_are_stepped_one_by_one() {
        forAll(() -> {
            int begin = anywhere();
            LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(at(begin)), zone);
            LocalDate day = local.toLocalDate();
            assertThat(ask("is_working_day", "date", day.toString())).isEqualTo(isWorkingDay(day));
            int days = random.nextInt(7) - 2;
            boolean endOfDay = random.nextBoolean();
            int step = days < 0 ? -1 : 1;
            LocalDateTime start = local;
            boolean inside = true;
            if (!isWorkingDay(day)) {
                day = step(day, step);
                if (day == null) {
                    return;
                }
                LocalDate moved = day;
                long opening = rangesOf(day).stream()
                        .filter(range -> range[1] > range[0])
                        .mapToLong(range -> instant(moved, range[0]))
                        .min()
                        .orElseThrow();
                start = LocalDateTime.ofInstant(Instant.ofEpochSecond(opening), zone);
                inside = false;
            }
            for (int i = 0; i < Math.abs(days) && day != null; i++) {
                day = step(day, step);
            }
            if (day == null) {
                return;
            }
            LocalDate last = day;
            long closing = rangesOf(day).stream()
                    .filter(range -> range[1] > range[0])
                    .mapToLong(range -> instant(last, range[1]))
                    .max()
                    .orElseThrow();
            long kept = inside && days == 0
                    ? at(begin)
                    : instant(day, start.toLocalTime().toSecondOfDay());
            assertThat(second(ask(
                            "due_in_working_days",
                            "start",
                            text(at(begin)),
                            "days",
                            whole(days),
                            "policy",
                            endOfDay ? "END_OF_DAY" : "KEEP_TIME")))
                    .as("%s from %s, %d", calendar, local, days)
                    .isEqualTo(endOfDay ? closing : Math.min(kept, closing));
        });
    }

    /** The next working day in the direction; null when it is further away than the drawn dates. */
    private LocalDate step(LocalDate from, int step) {
        LocalDate day = from.plusDays(step);
        for (; !isWorkingDay(day); day = day.plusDays(step)) {
            if (Math.abs(day.toEpochDay() - from.toEpochDay()) > 20) {
                return null;
            }
        }
        return day;
    }

    @Test
    void the_availability_of_a_contract_is_what_counting_every_step_gives() {
        forAll(() -> {
            int from = anywhere();
            int to = from + random.nextInt(open.length - from);
            int now = random.nextInt(3) == 0 ? anywhere() : to;
            boolean[] maintenance = new boolean[open.length];
            boolean[] outage = new boolean[open.length];
            boolean[] unknown = new boolean[open.length];
            Object planned = spans(maintenance, false);
            Object outages = spans(outage, true);
            Object unknowns = spans(unknown, false);
            long a = 0;
            long m = 0;
            long d = 0;
            long u = 0;
            for (int i = from; i < Math.min(to, now); i++) {
                a += open[i] ? unit : 0;
                m += open[i] && maintenance[i] ? unit : 0;
                d += open[i] && outage[i] && !maintenance[i] ? unit : 0;
                u += open[i] && unknown[i] && !outage[i] && !maintenance[i] ? unit : 0;
            }
            Map<?, ?> answer = (Map<?, ?>) ask(
                    "availability_contract",
                    "period",
                    List.of(text(at(from)), text(at(to))),
                    "now",
                    now == to && random.nextBoolean() ? null : text(at(now)),
                    "planned_maintenance",
                    planned,
                    "outages",
                    outages,
                    "unknown",
                    unknowns,
                    "target_percent",
                    random.nextBoolean() ? "99.5" : new BigDecimal("99.50"));
            assertThat(answer.get("agreed_seconds")).isEqualTo(BigDecimal.valueOf(a));
            assertThat(answer.get("maintenance_seconds")).isEqualTo(BigDecimal.valueOf(m));
            assertThat(answer.get("downtime_seconds")).isEqualTo(BigDecimal.valueOf(d));
            assertThat(answer.get("unknown_seconds")).isEqualTo(BigDecimal.valueOf(u));
            near(answer.get("percent_maintenance_removed"), a - m - d, a - m);
            near(answer.get("percent_maintenance_counts_as_up"), a - d, a);
            near(answer.get("percent_maintenance_and_unknown_removed"), a - m - u - d, a - m - u);
            near(answer.get("percent_unknown_as_down"), a - m - d - u, a - m);
            assertThat(answer.get("allowed_downtime_seconds_floor")).isEqualTo(BigDecimal.valueOf((a - m) / 200));
        });
    }

    private static void near(Object percent, long part, long whole) {
        if (whole == 0) {
            assertThat(percent).isNull();
        } else {
            assertThat(((BigDecimal) percent).doubleValue())
                    .isCloseTo(100.0 * part / whole, org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    /** Marks what it draws; an open one lasts to the end of the window. */
    private Object spans(boolean[] marked, boolean mayBeOpen) {
        List<Object> spans = new ArrayList<>();
        for (int s = random.nextInt(5); s > 0; s--) {
            int from = anywhere();
            int to = from + random.nextInt(1_000) - 100;
            if (mayBeOpen && random.nextInt(6) == 0) {
                List<Object> pair = new ArrayList<>();
                pair.add(text(at(from)));
                pair.add(null);
                spans.add(pair);
                to = marked.length;
            } else {
                spans.add(List.of(text(at(from)), text(at(to))));
            }
            for (int i = from; i < Math.min(to, marked.length); i++) {
                marked[i] = true;
            }
        }
        return spans.isEmpty() && random.nextBoolean() ? null : spans;
    }
}
