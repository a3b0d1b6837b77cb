package no.fellesdrift.sla;

import java.time.Instant;
import java.time.YearMonth;
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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.Availability;
import no.fellesdrift.sla.engine.Case;
import no.fellesdrift.sla.engine.Fact;
import no.fellesdrift.sla.engine.Finding;
import no.fellesdrift.sla.engine.Outlook;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.sla.engine.Spans;
import no.fellesdrift.sla.engine.Step;

/**
 * All levels of all lines for one month, from what was promised and what was measured. No clock, no database: facts are
 * handed in and results out a few services at a time, so that memory does not grow with the month; what other services
 * need is kept. The same input gives the same results in the same order (service, line, level).
 */
final class MonthEvaluation {

    /** Cases of lines, one by one, in any order. */
    @FunctionalInterface
    interface Cases {
        void of(Collection<LineTimeline> lines, Consumer<CountedCases.Running> each);
    }

    /** Hands over each of some services once with its facts, both in any order. */
    @FunctionalInterface
    interface Measured {
        void each(Collection<String> services, BiConsumer<String, List<Fact>> taker);
    }

    /**
     * @param needs direct serial dependencies per service
     * @param measures those to be evaluated
     * @param samples read when a level asks for them
     */
    record Ground(
            Promised promised,
            Map<String, Set<String>> needs,
            Measured facts,
            Cases cases,
            Set<Measure> measures,
            OtherMeasures.Samples samples) {}

    /** So many services are read at a time. */
    private static final int BLOCK = 500;

    private final Ground ground;
    private final YearMonth month;
    private final long now;

    private final Map<String, Set<String>> closures = new HashMap<>();
    /** Facts of services that others need. */
    private final Map<String, List<Fact>> shared = new HashMap<>();

    private final Promised promised;
    private final CountedCases counted;

    private MonthEvaluation(Ground ground, YearMonth month, Instant now) {
        this.ground = ground;
        this.promised = ground.promised();
        this.month = month;
        this.now = now.getEpochSecond();
        this.counted = new CountedCases(promised, ground.measures(), month, this.now);
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
        Map<String, List<LineTimeline>> lines = new TreeMap<>();
        promised.lines().stream()
                .filter(line -> changed.isEmpty() || concerned(line, changed.get()))
                .forEach(line -> lines.computeIfAbsent(line.service(), key -> new ArrayList<>())
                        .add(line));
        Set<String> needed = new TreeSet<>();
        lines.values()
                .forEach(some ->
                        some.stream().filter(this::composed).forEach(line -> needed.addAll(closure(line.service()))));
        ground.facts().each(needed, shared::put);
        int all = lines.values().stream().mapToInt(List::size).sum();
        int done = 0;
        List<String> services = List.copyOf(lines.keySet());
        for (int start = 0; start < services.size(); start += BLOCK) {
            List<String> some = services.subList(start, Math.min(start + BLOCK, services.size()));
            ground.cases()
                    .of(
                            some.stream()
                                    .flatMap(service -> lines.get(service).stream())
                                    .toList(),
                            counted::judge);
            Map<String, List<ComputedResult>> results = new TreeMap<>();
            BiConsumer<String, List<Fact>> evaluated =
                    (service, facts) -> results.put(service, results(lines.get(service), facts));
            ground.facts()
                    .each(
                            some.stream()
                                    .filter(service -> !needed.contains(service))
                                    .toList(),
                            evaluated);
            some.stream().filter(needed::contains).forEach(service -> evaluated.accept(service, shared.get(service)));
            done += some.stream().mapToInt(service -> lines.get(service).size()).sum();
            progress.at(done, all);
            counted.clear();
            found.accept(results.values().stream().flatMap(List::stream).toList());
        }
    }

    private List<ComputedResult> results(List<LineTimeline> lines, List<Fact> facts) {
        List<ComputedResult> results = new ArrayList<>();
        for (LineTimeline line : lines) {
            for (String code : line.packageCodes()) {
                List<DateRange> promisedIn = line.validity(code);
                promised.levels(code).forEach(versions -> {
                    ServiceLevel level = versions.get(versions.size() - 1);
                    // what was promised before is in a rolling result no longer
                    DateRange asked = Promised.period(month, level.rolling() ? 1 : level.months());
                    if (ground.measures().contains(level.measure())
                            && level.ends(month)
                            && promisedIn.stream().anyMatch(dates -> dates.overlaps(asked))) {
                        result(line, promisedIn, versions, facts).ifPresent(results::add);
                    }
                });
            }
        }
        return results;
    }

    private boolean concerned(LineTimeline line, Set<String> changed) {
        return changed.contains(line.service())
                || (composed(line) && closure(line.service()).stream().anyMatch(changed::contains));
    }

    private boolean composed(LineTimeline line) {
        return line.packageCodes().stream()
                .flatMap(code -> promised.levels(code).stream())
                .anyMatch(versions -> versions.stream().anyMatch(ServiceLevel::composed));
    }

    private Optional<ComputedResult> result(
            LineTimeline whole, List<DateRange> promisedIn, List<ServiceLevel> versions, List<Fact> own) {
        ServiceLevel newest = versions.get(versions.size() - 1);
        DateRange period = Promised.period(month, newest.months());
        List<ServiceLevel> valid = versions.stream()
                .filter(version -> promisedIn.stream()
                        .flatMap(dates -> dates.intersection(period).stream())
                        .anyMatch(version.validity()::overlaps))
                .toList();
        List<Case.Judgement> cases = counted.of(whole, newest);
        List<DateRange> holding = valid.stream().map(ServiceLevel::validity).toList();
        LineTimeline line = whole.within(promisedIn);
        if (valid.isEmpty() || (!line.exists(period) && cases.isEmpty())) {
            return Optional.empty();
        }
        ServiceLevel level = valid.get(valid.size() - 1);
        boolean provisional = now < promised.second(period.end());
        Optional<Promised.Hours> hours = promised.hours(level.calendar(), period, holding);
        Optional<String> missing = level.notBuilt()
                .or(() -> hours.isPresent() ? Optional.empty() : Optional.of("calendar=" + level.calendar()));
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
                    level.policy("v0", Share.of(level.targetPercent()), line.leadTimeWorkingDays()),
                    provisional,
                    List.of()));
        }
        return Optional.of(
                level.measure().countsCases()
                        ? cases(line, level, valid, period, hours.get(), cases, provisional)
                        : measured(line.within(holding), level, valid, period, hours.get(), own, provisional));
    }

    private ComputedResult measured(
            LineTimeline line,
            ServiceLevel level,
            List<ServiceLevel> versions,
            DateRange period,
            Promised.Hours hours,
            List<Fact> own,
            boolean provisional) {
        long last = Math.min(promised.second(period.end()), now);
        Spans open = promised.open(hours, period);
        Spans existence = promised.seconds(line.existence(), period);
        Spans whole = open.intersection(existence);
        Spans agreed = whole.clip(promised.second(period.start()), last);
        Set<String> needed = level.composed() ? closure(line.service()) : Set.of();
        Fact.Target target = new Fact.Target(line.service(), line.offering(), line.agency(), needed);
        List<Fact> facts = Stream.concat(Stream.of(own), needed.stream().map(shared::get))
                .flatMap(List::stream)
                .filter(fact -> fact.scope().concerns(target))
                .toList();
        if (level.probed()) {
            facts = OtherMeasures.withProbes(
                    facts, level, target, promised.second(period.start()), last, ground.samples());
        }
        if (level.measure() != Measure.AVAILABILITY) {
            return new OtherMeasures(
                            line,
                            level,
                            hours,
                            new OtherMeasures.Time(
                                    promised.zone(), agreed, whole, promised.second(period.start()), last, provisional),
                            promised.targets(versions, agreed, period),
                            facts,
                            ground.samples())
                    .evaluate(target);
        }
        Availability.Outcome outcome =
                Availability.of(level.availability(), agreed, promised.targets(versions, agreed, period), facts, last);
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
                level.policy(hours.versions(), percent, line.leadTimeWorkingDays()),
                provisional,
                outcome.steps(),
                spent.isPresent() ? spent.getAsLong() : null);
    }

    private ComputedResult cases(
            LineTimeline line,
            ServiceLevel level,
            List<ServiceLevel> versions,
            DateRange period,
            Promised.Hours hours,
            List<Case.Judgement> counted,
            boolean provisional) {
        long met = counted.stream().filter(Case.Judgement::met).count();
        Spans agreed = versions.size() == 1 && !provisional
                ? Spans.NONE
                : promised.open(hours, period).intersection(promised.seconds(line.existence(), period));
        Share target = Availability.weighted(promised.targets(versions, agreed, period));
        ResultStatus status;
        if (counted.isEmpty()) {
            status = ResultStatus.NOT_MEASURABLE;
        } else if (level.minimumSamples() != null && counted.size() < level.minimumSamples()) {
            status = ResultStatus.INSUFFICIENT_DATA;
        } else {
            status = Share.of(met, counted.size()).compareTo(target) >= 0 ? ResultStatus.MET : ResultStatus.BREACHED;
        }
        OptionalLong spent = provisional && Finding.said(status)
                ? Outlook.spent(agreed, now, counted.size() - met, counted.size(), target)
                : OptionalLong.empty();
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
                level.policy(hours.versions(), percent, line.leadTimeWorkingDays()),
                provisional,
                steps,
                spent.isPresent() ? spent.getAsLong() : null);
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
