package no.fellesdrift.sla.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.InputFault.Kind;

/**
 * Every computation of service levels as a question of its own: a kind and a tree of plain values in, a tree of plain
 * values out. The same pure functions that evaluate a month answer here, so that anybody can check them.
 *
 * <p>Numbers in and out are exact decimals; what does not end is given with twelve decimals, percentages that the
 * kind's definition rounds with ten.
 *
 * <p>Long because it is a dictionary: one entry per kind, none of which knows another.
 */
public final class Calculations {

    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final Share HUNDRED = Share.of(100);
    /** Of a composed service: exact fractions grow with every part. */
    private static final int MOST_PARTS = 100;

    private static final long MOST_SECONDS = 4_000_000_000L;

    private static final Map<String, Function<Input, Object>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(
                "working_seconds",
                in -> number(calendar(in)
                        .seconds(in.get("start").instant(), in.get("end").instant())));
        KINDS.put("due_at", in -> due(in, false));
        KINDS.put("due_at_with_pauses", in -> due(in, true));
        KINDS.put("due_in_working_days", in -> {
            ServiceCalendar calendar = calendar(in);
            return instant(
                    never(
                            in,
                            () -> calendar.dueInWorkingDays(
                                    in.get("start").instant(),
                                    (int) in.get("days").whole(-10_000, 10_000),
                                    in.get("policy").choice(WorkingDayPolicy.class))),
                    calendar.zone());
        });
        KINDS.put("due_at_backward", in -> {
            ServiceCalendar calendar = calendar(in);
            return instant(
                    never(in, () -> calendar.dueBackward(in.get("start").instant(), seconds(in))), calendar.zone());
        });
        KINDS.put("elapsed_with_pauses", Calculations::elapsed);
        KINDS.put("is_open", in -> calendar(in).isOpen(in.get("at").instant()));
        KINDS.put(
                "is_working_day", in -> calendar(in).isWorkingDay(in.get("date").date()));
        KINDS.put("open_segments", in -> {
            ServiceCalendar calendar = calendar(in);
            return calendar
                    .openSegments(
                            in.get("from").instant(), (int) in.get("count").whole(0, 10_000))
                    .stream()
                    .map(pair -> List.of(instant(pair[0], calendar.zone()), instant(pair[1], calendar.zone())))
                    .toList();
        });
        KINDS.put("next_transition", in -> {
            ServiceCalendar calendar = calendar(in);
            long at = in.get("at").instant();
            OptionalLong next = switch (in.get("want").text()) {
                case "open" -> calendar.nextOpening(at);
                case "close" -> calendar.nextClosing(at);
                default ->
                    throw in.get("want")
                            .fault(Kind.UNKNOWN_VALUE, in.get("want").text());
            };
            return next.isPresent() ? instant(next.getAsLong(), calendar.zone()) : null;
        });
        KINDS.put("wall_clock_to_instant", in -> {
            ZoneId zone = in.get("tz").zone();
            int second = in.get("time").timeOfDay();
            return instant(
                    in.get("date")
                            .date()
                            .plusDays(second / 86_400)
                            .atTime(LocalTime.ofSecondOfDay(second % 86_400))
                            .atZone(zone)
                            .toEpochSecond(),
                    zone);
        });
        KINDS.put("calendar_month", Calculations::calendarMonth);
        KINDS.put("reporting_periods", Calculations::reportingPeriods);
        KINDS.put(
                "public_holidays_no",
                in -> NorwegianHolidays.of((int) in.get("year").whole(1900, 2199)).stream()
                        .map(LocalDate::toString)
                        .toList());
        KINDS.put("availability_contract", Calculations::availabilityContract);
        KINDS.put("dependency_outage", in -> {
            Spans down = tree(in.get("tree"), in.get("outages"), 0);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("outages", pairs(down));
            result.put("downtime", number(down.seconds()));
            return result;
        });
        KINDS.put("composite_availability", in -> plain(composite(in, 0).times(HUNDRED)));
        KINDS.put("weighted_target", in -> {
            List<Availability.TargetPart> parts = in.get("segments").list().stream()
                    .map(part -> new Availability.TargetPart(
                            part.get("target_percent").exact(),
                            part.get("agreed_seconds").whole(0, MOST_SECONDS)))
                    .toList();
            return parts.stream().allMatch(part -> part.agreedSeconds() == 0)
                    ? null
                    : rounded(Availability.weighted(parts));
        });
        KINDS.put("error_budget", Calculations::errorBudget);
        KINDS.put("burn_rate", in -> {
            Share total = in.get("total").exact();
            return total.isZero()
                    ? number(0)
                    : plain(in.get("bad").exact().dividedBy(total).dividedBy(Share.ONE.minus(target(in, 0))));
        });
        KINDS.put(
                "burn_rate_threshold",
                in -> plain(in.get("budget_percent")
                        .exact()
                        .dividedBy(HUNDRED)
                        .times(in.get("window_seconds").exact())
                        .dividedBy(positive(in.get("long_window_seconds")))));
        KINDS.put("budgeting_method", Calculations::budgetingMethod);
        KINDS.put("percentile", Calculations::percentile);
        KINDS.put("service_credit_tier", Calculations::serviceCreditTier);
        KINDS.put(
                "round_percent_floor",
                in -> in.get("value").number().setScale((int) in.get("decimals").whole(0, 20), RoundingMode.FLOOR));
        KINDS.put("interval_union", in -> pairs(spans(in.get("a"))));
        KINDS.put("interval_intersection", in -> pairs(spans(in.get("a")).intersection(spans(in.get("b")))));
        KINDS.put("interval_difference", in -> pairs(spans(in.get("a")).minus(spans(in.get("b")))));
    }

    private Calculations() {}

    public static List<String> kinds() {
        return List.copyOf(KINDS.keySet());
    }

    /**
     * @param question {@code {kind, input}}
     * @return texts, {@link BigDecimal} numbers, booleans, lists and maps of these, or null
     * @throws InputFault naming the path of what cannot be read
     */
    public static Object answer(Input question) {
        Function<Input, Object> calculation = KINDS.get(question.get("kind").text());
        if (calculation == null) {
            throw question.get("kind")
                    .fault(Kind.UNKNOWN_KIND, question.get("kind").text());
        }
        Input in = question.get("input");
        in.names();
        return calculation.apply(in);
    }

    private static ServiceCalendar calendar(Input in) {
        return new ServiceCalendar(CalendarReader.read(in.get("calendar")));
    }

    private interface Reckoning<T> {
        T reckon();
    }

    private static <T> T never(Input in, Reckoning<T> reckoning) {
        try {
            return reckoning.reckon();
        } catch (CalendarNeverOpen e) {
            throw in.get("calendar").fault(Kind.CALENDAR_NEVER_OPEN);
        }
    }

    private static long seconds(Input in) {
        return in.get("seconds").whole(0, MOST_SECONDS);
    }

    private static Object due(Input in, boolean withPauses) {
        ServiceCalendar calendar = calendar(in);
        String wanted = in.has("boundary") ? in.get("boundary").text() : "ANY";
        Boundary boundary = "ANY".equals(wanted)
                ? Boundary.END_OF_PERIOD
                : in.get("boundary").choice(Boundary.class);
        Spans pauses = withPauses ? instants(in, "pauses") : Spans.NONE;
        long start = in.get("start").instant();
        OptionalLong due = never(in, () -> calendar.due(start, seconds(in), boundary, pauses));
        return due.isPresent() ? instant(due.getAsLong(), calendar.zone()) : null;
    }

    private static Object elapsed(Input in) {
        Spans running = calendar(in)
                .open(in.get("start").instant(), in.get("end").instant())
                .minus(instants(in, "pauses"));
        long target = in.get("target_seconds").whole(0, MOST_SECONDS);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("elapsed_seconds", number(running.seconds()));
        result.put("margin_seconds", number(target - running.seconds()));
        result.put("met", running.seconds() <= target);
        return result;
    }

    private static Object calendarMonth(Input in) {
        ZoneId zone = in.get("tz").zone();
        YearMonth month =
                YearMonth.from(Instant.ofEpochSecond(in.get("at").instant()).atZone(zone));
        Instant start = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("start", start.toString());
        result.put("end", end.toString());
        result.put("seconds", number(end.getEpochSecond() - start.getEpochSecond()));
        return result;
    }

    private static Object reportingPeriods(Input in) {
        int months = switch (in.get("period").text()) {
            case "MONTH" -> 1;
            case "QUARTER" -> 3;
            case "HALF_YEAR" -> 6;
            case "YEAR" -> 12;
            default ->
                throw in.get("period")
                        .fault(Kind.UNKNOWN_VALUE, in.get("period").text());
        };
        LocalDate from = in.get("from_date").date();
        LocalDate to = in.get("to_date").date();
        List<String> starts = new ArrayList<>();
        LocalDate start = LocalDate.of(from.getYear(), (from.getMonthValue() - 1) / months * months + 1, 1);
        for (; !to.isBefore(from) && !start.isAfter(to); start = start.plusMonths(months)) {
            starts.add(start.toString());
        }
        return starts;
    }

    private static Object availabilityContract(Input in) {
        long[] period = in.get("period").period();
        Share promised = in.get("target_percent").exact();
        if (promised.signum() < 0 || promised.compareTo(HUNDRED) > 0) {
            throw in.get("target_percent").fault(Kind.OUT_OF_RANGE, "0", "100");
        }
        long end = Math.min(period[1], in.has("now") ? in.get("now").instant() : period[1]);
        Spans agreed = calendar(in).open(period[0], end);
        Spans maintenance = agreed.intersection(instants(in, "planned_maintenance"));
        Spans downtime = agreed.intersection(instants(in, "outages")).minus(maintenance);
        Spans unknown =
                agreed.intersection(instants(in, "unknown")).minus(maintenance).minus(downtime);
        long a = agreed.seconds();
        long m = maintenance.seconds();
        long d = downtime.seconds();
        long u = unknown.seconds();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("agreed_seconds", number(a));
        result.put("maintenance_seconds", number(m));
        result.put("downtime_seconds", number(d));
        result.put("unknown_seconds", number(u));
        result.put("percent_maintenance_removed", percent(a - m - d, a - m));
        result.put("percent_maintenance_counts_as_up", percent(a - d, a));
        result.put("percent_maintenance_and_unknown_removed", percent(a - m - u - d, a - m - u));
        result.put("percent_unknown_as_down", percent(a - m - d - u, a - m));
        result.put(
                "allowed_downtime_seconds_floor",
                new BigDecimal(Share.of(a - m)
                        .times(Share.ONE.minus(promised.dividedBy(HUNDRED)))
                        .floor()));
        return result;
    }

    /** A name, or {@code {serial|parallel|k_of_n: […], k}} of such. */
    private static Spans tree(Input node, Input outages, int depth) {
        if (node.isText()) {
            return outages.has(node.text()) ? spans(outages.get(node.text())) : Spans.NONE;
        }
        if (depth > 100) {
            throw node.fault(Kind.OUT_OF_RANGE);
        }
        String kind = kindOf(node, List.of("serial", "parallel", "k_of_n"));
        List<Spans> parts = node.get(kind).list().stream()
                .map(child -> tree(child, outages, depth + 1))
                .toList();
        return fewerUp(parts, up(kind, node, parts.size()));
    }

    /** When fewer than so many are up: a sweep over all starts and ends with the number of those that are down. */
    static Spans fewerUp(List<Spans> parts, int up) {
        List<long[]> events = new ArrayList<>();
        for (Spans part : parts) {
            for (int i = 0; i < part.size(); i++) {
                events.add(new long[] {part.from(i), 1});
                events.add(new long[] {part.to(i), -1});
            }
        }
        events.sort((a, b) -> Long.compare(a[0], b[0]));
        List<long[]> down = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < events.size(); i++) {
            count += (int) events.get(i)[1];
            if (parts.size() - count < up && i + 1 < events.size()) {
                down.add(new long[] {events.get(i)[0], events.get(i + 1)[0]});
            }
        }
        return Spans.union(down);
    }

    private static String kindOf(Input node, List<String> kinds) {
        return kinds.stream()
                .filter(node::has)
                .findFirst()
                .orElseThrow(() -> node.fault(Kind.UNKNOWN_VALUE, String.join(", ", node.names())));
    }

    /** A number in percent, or {@code {serial|parallel|k_of_n: […], k}} of such. @return a share of one */
    private static Share composite(Input node, int depth) {
        if (node.isNumber()) {
            Share percent = node.exact();
            if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
                throw node.fault(Kind.OUT_OF_RANGE, "0", "100");
            }
            return percent.dividedBy(HUNDRED);
        }
        if (depth > 20) {
            throw node.fault(Kind.OUT_OF_RANGE);
        }
        String kind = kindOf(node, List.of("serial", "parallel", "k_of_n"));
        List<Input> children = node.get(kind).list();
        if (children.size() > MOST_PARTS) {
            throw node.get(kind).fault(Kind.TOO_MANY, String.valueOf(MOST_PARTS));
        }
        List<Share> parts =
                children.stream().map(child -> composite(child, depth + 1)).toList();
        return atLeastUp(parts, up(kind, node, parts.size()));
    }

    /** How many of so many parts must be up. */
    private static int up(String kind, Input node, int parts) {
        return switch (kind) {
            case "serial" -> parts;
            case "parallel" -> 1;
            default -> (int) node.get("k").whole(0, parts);
        };
    }

    /** That at least so many are up, when they fail independently: by the number that is up, part by part. */
    private static Share atLeastUp(List<Share> parts, int up) {
        Share[] chances = new Share[parts.size() + 1];
        Arrays.fill(chances, Share.ZERO);
        chances[0] = Share.ONE;
        for (int i = 0; i < parts.size(); i++) {
            Share part = parts.get(i);
            for (int count = i + 1; count >= 0; count--) {
                Share stays = chances[count].times(Share.ONE.minus(part));
                chances[count] = count == 0 ? stays : stays.plus(chances[count - 1].times(part));
            }
        }
        Share sum = Share.ZERO;
        for (int count = up; count <= parts.size(); count++) {
            sum = sum.plus(chances[count]);
        }
        return sum;
    }

    private static Object errorBudget(Input in) {
        Share total = in.get("total_seconds").exact();
        Share target = target(in, 1);
        Map<String, Object> result = new LinkedHashMap<>();
        if (total.isZero()) {
            result.put("budget_total_seconds", number(0));
            result.put("budget_remaining_seconds", number(0));
            result.put("budget_remaining_percent", number(100));
            return result;
        }
        Share bad = in.has("bad_seconds")
                ? in.get("bad_seconds").exact()
                : total.times(Share.ONE.minus(in.get("sli_percent").exact().dividedBy(HUNDRED)));
        Share budget = total.times(Share.ONE.minus(target));
        Share remaining = budget.minus(bad);
        result.put("budget_total_seconds", plain(budget));
        result.put("budget_remaining_seconds", plain(remaining));
        result.put(
                "budget_remaining_percent",
                plain(remaining.dividedBy(budget).times(HUNDRED).min(HUNDRED)));
        return result;
    }

    private static Object budgetingMethod(Input in) {
        Share wanted = in.get("slice_target_percent").exact().dividedBy(HUNDRED);
        Share good = Share.ZERO;
        Share total = Share.ZERO;
        Share ratios = Share.ZERO;
        long reached = 0;
        long slices = 0;
        long empty = 0;
        for (Input slice : in.get("slices").list()) {
            Share all = slice.get("total").exact();
            if (all.isZero()) {
                empty++;
                continue;
            }
            Share ratio = slice.get("good").exact().dividedBy(all);
            good = good.plus(slice.get("good").exact());
            total = total.plus(all);
            ratios = ratios.plus(ratio);
            reached += ratio.compareTo(wanted) >= 0 ? 1 : 0;
            slices++;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("empty_slices", number(empty));
        result.put(
                "occurrences_percent",
                slices == 0 ? null : rounded(good.dividedBy(total).times(HUNDRED)));
        result.put("timeslices_percent", slices == 0 ? null : percent(reached, slices));
        result.put(
                "ratio_timeslices_percent",
                slices == 0 ? null : rounded(ratios.dividedBy(Share.of(slices)).times(HUNDRED)));
        return result;
    }

    private static Object percentile(Input in) {
        List<Share> values = new ArrayList<>(
                in.get("values").list().stream().map(Input::exact).toList());
        if (values.isEmpty()) {
            return null;
        }
        Collections.sort(values);
        Share p = in.get("percentile").exact();
        if (p.signum() < 0 || p.compareTo(HUNDRED) > 0) {
            throw in.get("percentile").fault(Kind.OUT_OF_RANGE, "0", "100");
        }
        Share part = p.dividedBy(HUNDRED);
        return switch (in.get("method").text()) {
            case "NEAREST_RANK" -> {
                int rank = part.times(Share.of(values.size()))
                        .negate()
                        .floor()
                        .negate()
                        .intValueExact();
                yield plain(values.get(Math.max(rank, 1) - 1));
            }
            case "LINEAR_INCLUSIVE" -> {
                Share rank = part.times(Share.of(values.size() - 1L));
                int below = rank.floor().intValueExact();
                Share low = values.get(below);
                Share high = values.get(Math.min(below + 1, values.size() - 1));
                yield plain(low.plus(high.minus(low).times(rank.minus(Share.of(below)))));
            }
            default ->
                throw in.get("method")
                        .fault(Kind.UNKNOWN_VALUE, in.get("method").text());
        };
    }

    private static Object serviceCreditTier(Input in) {
        Share achieved = in.get("achieved_percent").exact();
        List<Input> tiers = new ArrayList<>(in.get("tiers").list());
        tiers.sort(Comparator.comparing(
                (Input tier) -> tier.get("at_least_percent").exact(), Comparator.reverseOrder()));
        for (Input tier : tiers) {
            if (achieved.compareTo(tier.get("at_least_percent").exact()) >= 0) {
                return plain(tier.get("credit_percent")
                        .exact()
                        .dividedBy(HUNDRED)
                        .times(in.get("monthly_fee").exact()));
            }
        }
        return number(0);
    }

    /**
     * A target in percent that leaves something, as a share of one.
     *
     * @param sign the least it may have: 1 where a target of nothing makes no budget
     */
    private static Share target(Input in, int sign) {
        Share target = in.get("target_percent").exact();
        if (target.signum() < sign || target.compareTo(HUNDRED) >= 0) {
            throw in.get("target_percent").fault(Kind.OUT_OF_RANGE, "0", "100");
        }
        return target.dividedBy(HUNDRED);
    }

    private static Share positive(Input number) {
        Share value = number.exact();
        if (value.signum() <= 0) {
            throw number.fault(Kind.OUT_OF_RANGE);
        }
        return value;
    }

    private static Spans instants(Input in, String name) {
        return Spans.union(in.items(name).stream().map(Input::instants).toList());
    }

    private static Spans spans(Input list) {
        return Spans.union(list.list().stream().map(Input::wholes).toList());
    }

    private static List<List<BigDecimal>> pairs(Spans spans) {
        return spans.pairs().stream()
                .map(pair -> List.of(number(pair[0]), number(pair[1])))
                .toList();
    }

    private static String instant(long second, ZoneId zone) {
        return WITH_OFFSET.format(Instant.ofEpochSecond(second).atZone(zone).toOffsetDateTime());
    }

    private static BigDecimal number(long whole) {
        return BigDecimal.valueOf(whole);
    }

    private static BigDecimal percent(long part, long whole) {
        return whole == 0 ? null : rounded(Share.of(part, whole).times(HUNDRED));
    }

    private static BigDecimal rounded(Share value) {
        return tidy(value.round(10, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal plain(Share value) {
        return tidy(value.round(12, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal tidy(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
