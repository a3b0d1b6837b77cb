package no.fellesdrift.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.Availability;
import no.fellesdrift.sla.engine.Case;
import no.fellesdrift.sla.engine.CaseRule;
import no.fellesdrift.sla.engine.Fact;
import no.fellesdrift.sla.engine.Outlook;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.sla.engine.ServiceCalendar;
import no.fellesdrift.sla.engine.Spans;
import no.fellesdrift.sla.engine.Step;

/**
 * All levels of all lines for one month, from what was promised and what was measured. No clock, no database: facts are
 * handed in and results out a few services at a time, so that memory does not grow with the month; what other services
 * need is kept. The same input gives the same results in the same order (service, line, level).
 *
 * <p>Longer than other classes: cases and intervals are judged on the same lines, versions and calendars, which are looked
 * up once here.
 */
final class MonthEvaluation {

    /** A calendar's version and the dates it holds for. */
    record CalendarVersion(int version, DateRange validity, ServiceCalendar calendar) {}

    /**
     * A ticket or an order with the clocks that run on it.
     *
     * @param line the line it belongs to; null to find it by agency, offering and local date of opening
     * @param clocks one case per measure
     */
    record Running(String line, String agency, String offering, long openedAt, Map<Measure, Case> clocks) {}

    /** Facts of services, by service; those of one in any order. */
    @FunctionalInterface
    interface Measured {
        Map<String, List<Fact>> of(Collection<String> services);
    }

    /**
     * @param zone of local dates and months
     * @param needs direct serial dependencies per service
     * @param measures those to be evaluated
     * @param samples read when a level asks for them
     */
    record Ground(
            ZoneId zone,
            List<LineTimeline> lines,
            List<ServiceLevel> levels,
            Map<String, List<CalendarVersion>> calendars,
            Map<String, Set<String>> needs,
            Measured facts,
            List<Running> cases,
            Set<Measure> measures,
            OtherMeasures.Samples samples) {}

    /** So many services are read at a time. */
    private static final int BLOCK = 500;

    private final Ground ground;
    private final YearMonth month;
    private final long now;

    private final Map<String, List<LineTimeline>> linesByOffering = new HashMap<>();
    private final Map<String, LineTimeline> linesByNumber = new TreeMap<>();
    /** Versions of each level of a package, by level code. */
    private final Map<String, Map<String, List<ServiceLevel>>> packages = new HashMap<>();

    private final Map<String, Set<String>> closures = new HashMap<>();
    private final Map<String, Spans> opens = new HashMap<>();
    private final Map<String, Map<String, List<Case.Judgement>>> judgements = new HashMap<>();

    private MonthEvaluation(Ground ground, YearMonth month, Instant now) {
        this.ground = ground;
        this.month = month;
        this.now = now.getEpochSecond();
        ground.lines().stream().sorted(Comparator.comparing(LineTimeline::line)).forEach(line -> {
            linesByNumber.put(line.line(), line);
            linesByOffering
                    .computeIfAbsent(line.agency() + "/" + line.offering(), key -> new ArrayList<>())
                    .add(line);
        });
        ground.levels().stream()
                .sorted(Comparator.comparing(level -> level.validity().start()))
                .forEach(level -> packages.computeIfAbsent(level.packageCode(), key -> new TreeMap<>())
                        .computeIfAbsent(level.level(), key -> new ArrayList<>())
                        .add(level));
    }

    /**
     * @param now what had not ended or stopped by then is open; a period is cut off there
     * @param changed services whose facts are new: only lines that they concern are evaluated; all when empty
     * @param progress is told how many lines are done
     * @param found takes the results of some services at a time
     */
    static void of(
            Ground ground,
            YearMonth month,
            Instant now,
            Optional<Set<String>> changed,
            Progress progress,
            Consumer<List<ComputedResult>> found) {
        new MonthEvaluation(ground, month, now).evaluate(changed, progress, found);
    }

    private void evaluate(Optional<Set<String>> changed, Progress progress, Consumer<List<ComputedResult>> found) {
        ground.cases().forEach(this::judge);
        Map<String, List<LineTimeline>> lines = new TreeMap<>();
        linesByNumber.values().stream()
                .filter(line -> changed.isEmpty() || concerned(line, changed.get()))
                .forEach(line -> lines.computeIfAbsent(line.service(), key -> new ArrayList<>())
                        .add(line));
        Set<String> needed = new TreeSet<>();
        lines.values()
                .forEach(some ->
                        some.stream().filter(this::composed).forEach(line -> needed.addAll(closure(line.service()))));
        Map<String, List<Fact>> shared = facts(needed);
        int all = lines.values().stream().mapToInt(List::size).sum();
        int done = 0;
        List<String> services = List.copyOf(lines.keySet());
        for (int start = 0; start < services.size(); start += BLOCK) {
            List<String> some = services.subList(start, Math.min(start + BLOCK, services.size()));
            Map<String, List<Fact>> facts = new HashMap<>(facts(
                    some.stream().filter(service -> !needed.contains(service)).toList()));
            facts.putAll(shared);
            List<ComputedResult> results = new ArrayList<>();
            for (String service : some) {
                for (LineTimeline line : lines.get(service)) {
                    levels(line, facts, results);
                    progress.at(++done, all);
                }
            }
            found.accept(results);
        }
    }

    private Map<String, List<Fact>> facts(Collection<String> services) {
        return services.isEmpty() ? Map.of() : ground.facts().of(services);
    }

    private boolean concerned(LineTimeline line, Set<String> changed) {
        return changed.contains(line.service())
                || (composed(line) && closure(line.service()).stream().anyMatch(changed::contains));
    }

    private boolean composed(LineTimeline line) {
        return packages.getOrDefault(line.packageCode(), Map.of()).values().stream()
                .anyMatch(versions -> versions.stream().anyMatch(ServiceLevel::composed));
    }

    private void levels(LineTimeline line, Map<String, List<Fact>> facts, List<ComputedResult> results) {
        packages.getOrDefault(line.packageCode(), Map.of()).forEach((code, versions) -> {
            ServiceLevel level = versions.get(versions.size() - 1);
            if (ground.measures().contains(level.measure()) && level.ends(month)) {
                result(line, versions, facts).ifPresent(results::add);
            }
        });
    }

    private Optional<ComputedResult> result(
            LineTimeline line, List<ServiceLevel> versions, Map<String, List<Fact>> facts) {
        ServiceLevel newest = versions.get(versions.size() - 1);
        DateRange period = period(month, newest.months());
        List<ServiceLevel> valid = versions.stream()
                .filter(version -> version.validity().overlaps(period))
                .toList();
        List<Case.Judgement> counted =
                judgements.getOrDefault(line.line(), Map.of()).getOrDefault(newest.level(), List.of());
        if (valid.isEmpty() || (!line.exists(period) && counted.isEmpty())) {
            return Optional.empty();
        }
        ServiceLevel level = valid.get(valid.size() - 1);
        boolean provisional = now < second(period.end());
        Optional<CalendarVersion> calendar = calendar(level, period);
        Optional<String> missing = level.notBuilt()
                .or(() -> calendar.isPresent() ? Optional.empty() : Optional.of("calendar=" + level.calendar()));
        if (missing.isPresent()) {
            return Optional.of(new ComputedResult(
                    line,
                    level,
                    ResultStatus.NOT_EVALUATED,
                    missing.get(),
                    null,
                    null,
                    Share.of(level.targetPercent()),
                    null,
                    null,
                    level.policy(0, Share.of(level.targetPercent()), line.leadTimeWorkingDays()),
                    provisional,
                    List.of()));
        }
        return Optional.of(
                level.measure().countsCases()
                        ? cases(line, level, valid, period, calendar.get(), counted, provisional)
                        : measured(line, level, valid, period, calendar.get(), facts, provisional));
    }

    private ComputedResult measured(
            LineTimeline line,
            ServiceLevel level,
            List<ServiceLevel> versions,
            DateRange period,
            CalendarVersion calendar,
            Map<String, List<Fact>> factsByService,
            boolean provisional) {
        long last = Math.min(second(period.end()), now);
        Spans promised = open(calendar, level.calendar(), period);
        Spans existence = seconds(line.existence(), period);
        Spans validity = seconds(versions.stream().map(ServiceLevel::validity).toList(), period);
        Spans whole = promised.intersection(existence).intersection(validity);
        Spans agreed = whole.clip(second(period.start()), last);
        Set<String> needed = level.composed() ? closure(line.service()) : Set.of();
        Fact.Target target = new Fact.Target(line.service(), line.offering(), line.agency(), needed);
        List<Fact> facts = Stream.concat(Stream.of(line.service()), needed.stream())
                .flatMap(service -> factsByService.getOrDefault(service, List.of()).stream())
                .filter(fact -> fact.scope().concerns(target))
                .toList();
        if (level.probed()) {
            facts = OtherMeasures.withProbes(facts, level, target, second(period.start()), last, ground.samples());
        }
        if (level.measure() != Measure.AVAILABILITY) {
            return new OtherMeasures(
                            line,
                            level,
                            calendar,
                            new OtherMeasures.Time(ground.zone(), agreed, second(period.start()), last, provisional),
                            targets(versions, agreed, period),
                            facts,
                            ground.samples())
                    .evaluate(target);
        }
        Availability.Outcome outcome =
                Availability.of(level.availability(), agreed, targets(versions, agreed, period), facts, last);
        OptionalLong spent = provisional ? Outlook.spent(whole, last, outcome) : OptionalLong.empty();
        Share percent = outcome.target().times(Share.of(100));
        return new ComputedResult(
                line,
                level,
                outcome.status(),
                null,
                outcome.numerator(),
                outcome.denominator(),
                percent,
                outcome.coverage(),
                outcome,
                level.policy(calendar.version(), percent, line.leadTimeWorkingDays()),
                provisional,
                outcome.steps(),
                spent.isPresent() ? spent.getAsLong() : null);
    }

    private ComputedResult cases(
            LineTimeline line,
            ServiceLevel level,
            List<ServiceLevel> versions,
            DateRange period,
            CalendarVersion calendar,
            List<Case.Judgement> counted,
            boolean provisional) {
        long met = counted.stream().filter(Case.Judgement::met).count();
        Spans agreed = versions.size() == 1
                ? Spans.NONE
                : open(calendar, level.calendar(), period).intersection(seconds(line.existence(), period));
        Share target = Availability.weighted(targets(versions, agreed, period));
        ResultStatus status;
        if (counted.isEmpty()) {
            status = ResultStatus.NOT_MEASURABLE;
        } else if (level.minimumSamples() != null && counted.size() < level.minimumSamples()) {
            status = ResultStatus.INSUFFICIENT_DATA;
        } else {
            status = Share.of(met, counted.size()).compareTo(target) >= 0 ? ResultStatus.MET : ResultStatus.BREACHED;
        }
        Share percent = target.times(Share.of(100));
        List<Step> steps = counted.stream()
                .sorted(Comparator.comparing(
                        judgement -> judgement.steps().get(0),
                        Comparator.comparingLong(Step::from).thenComparing(Step::key)))
                .flatMap(judgement -> judgement.steps().stream())
                .toList();
        return new ComputedResult(
                line,
                level,
                status,
                null,
                met,
                (long) counted.size(),
                percent,
                null,
                null,
                level.policy(calendar.version(), percent, line.leadTimeWorkingDays()),
                provisional,
                steps);
    }

    private List<Availability.TargetPart> targets(List<ServiceLevel> versions, Spans agreed, DateRange period) {
        return versions.stream()
                .map(version -> new Availability.TargetPart(
                        Share.percent(version.targetPercent()),
                        agreed.intersection(seconds(List.of(version.validity()), period))
                                .seconds()))
                .toList();
    }

    /**
     * Counts a case: once per measure, in the first period at whose end it is found stopped or overdue. Levels for one
     * priority share their count; a level for all priorities has its own.
     */
    private void judge(Running running) {
        LineTimeline line = lineOf(running);
        if (line == null) {
            return;
        }
        running.clocks().forEach((measure, clock) -> {
            if (!ground.measures().contains(measure)) {
                return;
            }
            Set<Integer> lengths = new LinkedHashSet<>();
            List<ServiceLevel> levels = packages.getOrDefault(line.packageCode(), Map.of()).values().stream()
                    .map(versions -> versions.get(versions.size() - 1))
                    .filter(level ->
                            level.measure() == measure && level.notBuilt().isEmpty() && level.ends(month))
                    .toList();
            levels.forEach(level -> lengths.add(level.caseMonths()));
            for (int length : lengths) {
                for (boolean everyPriority : new boolean[] {false, true}) {
                    judge(
                            line,
                            clock,
                            length,
                            levels.stream()
                                    .filter(level ->
                                            level.caseMonths() == length && (level.priority() == null) == everyPriority)
                                    .toList());
                }
            }
        });
    }

    private void judge(LineTimeline line, Case clock, int length, List<ServiceLevel> levels) {
        LocalDate opened = LocalDate.ofInstant(Instant.ofEpochSecond(clock.start()), ground.zone());
        YearMonth first = YearMonth.from(opened);
        YearMonth end = first.plusMonths((length - first.getMonthValue() % length) % length);
        for (; !end.isAfter(month); end = end.plusMonths(length)) {
            DateRange period = period(end, length);
            long periodEnd = Math.min(second(period.end()), now);
            boolean counts = false;
            for (ServiceLevel level : holding(levels, period)) {
                if (level.priority() != null && !level.priority().equals(level.judgingPriority(clock, periodEnd))) {
                    continue;
                }
                Optional<CalendarVersion> calendar = calendar(level, period);
                if (calendar.isEmpty() || clock.start() >= periodEnd) {
                    continue;
                }
                CaseRule rule = level.rule(calendar.get().calendar(), line.leadTimeWorkingDays());
                Case.Judgement judgement = clock.judge(rule, periodEnd);
                if (judgement != null) {
                    counts = true;
                    if (end.isAfter(month.minusMonths(level.rolling() ? level.months() : 1))) {
                        judgements
                                .computeIfAbsent(line.line(), key -> new HashMap<>())
                                .computeIfAbsent(level.level(), key -> new ArrayList<>())
                                .add(judgement);
                    }
                }
            }
            if (counts) {
                return;
            }
        }
    }

    /**
     * The versions that judge a period: of each level the last that holds in it. A period before all of them is judged by
     * their first versions, so that a case which ended then is not taken for one of now.
     */
    private List<ServiceLevel> holding(List<ServiceLevel> levels, DateRange period) {
        List<ServiceLevel> holding = levels.stream()
                .flatMap(level -> versions(level).stream()
                        .filter(version -> version.validity().overlaps(period))
                        .reduce((earlier, later) -> later)
                        .stream())
                .toList();
        return holding.isEmpty()
                ? levels.stream().map(level -> versions(level).get(0)).toList()
                : holding;
    }

    private List<ServiceLevel> versions(ServiceLevel level) {
        return packages.get(level.packageCode()).get(level.level());
    }

    private LineTimeline lineOf(Running running) {
        if (running.line() != null) {
            return linesByNumber.get(running.line());
        }
        LocalDate opened = LocalDate.ofInstant(Instant.ofEpochSecond(running.openedAt()), ground.zone());
        return linesByOffering.getOrDefault(running.agency() + "/" + running.offering(), List.of()).stream()
                .filter(line -> line.exists(opened))
                .findFirst()
                .orElse(null);
    }

    private static DateRange period(YearMonth last, int months) {
        return new DateRange(
                last.minusMonths(months - 1L).atDay(1), last.plusMonths(1).atDay(1));
    }

    /** The one version that holds for the whole period. */
    private Optional<CalendarVersion> calendar(ServiceLevel level, DateRange period) {
        return ground.calendars().getOrDefault(level.calendar(), List.of()).stream()
                .filter(version -> version.validity().contains(period))
                .findFirst();
    }

    private Spans open(CalendarVersion calendar, String code, DateRange period) {
        return opens.computeIfAbsent(
                code + "/" + calendar.version() + "/" + period,
                key -> calendar.calendar().open(second(period.start()), second(period.end())));
    }

    private Spans seconds(List<DateRange> ranges, DateRange within) {
        return Spans.union(ranges.stream()
                .flatMap(range -> range.intersection(within).stream())
                .map(range -> new long[] {second(range.start()), second(range.end())})
                .toList());
    }

    private long second(LocalDate date) {
        return date.atStartOfDay(ground.zone()).toEpochSecond();
    }

    /** Every service reached through serial dependencies, without the service itself. */
    private Set<String> closure(String service) {
        return closures.computeIfAbsent(service, start -> {
            Set<String> reached = new LinkedHashSet<>();
            Deque<String> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                for (String needed : ground.needs().getOrDefault(open.pop(), Set.of())) {
                    if (!needed.equals(start) && reached.add(needed)) {
                        open.push(needed);
                    }
                }
            }
            return reached;
        });
    }
}
