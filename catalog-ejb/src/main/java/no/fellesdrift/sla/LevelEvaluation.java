package no.fellesdrift.sla;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Rejection;

/**
 * When a month is evaluated, and how much of it: all its lines when what was promised changed or somebody asks, only
 * those of services that have new facts otherwise. Both find the same.
 */
class LevelEvaluation {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    @Inject
    ServiceLevels levels;

    @Inject
    EvaluatedFacts facts;

    @Inject
    TicketCases tickets;

    @Inject
    SampleHours samples;

    @Inject
    ReportDeliveries deliveries;

    @Inject
    DirtyMonths dirty;

    @Inject
    SlaResults results;

    @Inject
    Clock clock;

    @Inject
    Event<LevelsEvaluated> evaluated;

    /** @throws Rejection PERIOD_NOT_BEGUN */
    void mustHaveBegun(YearMonth period) {
        if (start(period).isAfter(now(period))) {
            throw new Rejection(SlaReason.PERIOD_NOT_BEGUN, period);
        }
    }

    /** All of a month. @throws Rejection PERIOD_NOT_BEGUN */
    EvaluationView of(YearMonth period, Progress progress) {
        return run(period, progress, Optional.empty());
    }

    /**
     * Brings a month that is over and was evaluated up to what has been recorded since; the worked months also the first
     * time. Any other month waits until somebody asks: without measurements it would look perfect.
     */
    void refresh(YearMonth period) {
        Optional<SlaResults.Evaluated> before = results.evaluated(period).filter(last -> last.seen() != null);
        if (before.isEmpty()) {
            if (worked().contains(period)) {
                of(period, Progress.NONE);
            }
        } else if (ended(period)) {
            Instant from = from(period, levels.levels());
            boolean whole = before.get().evaluatedAt().isBefore(start(period.plusMonths(1)))
                    || !facts.ground(from, start(period.plusMonths(1)))
                            .equals(before.get().seen());
            Set<String> changed = whole ? Set.of() : dirty.services(period);
            if (whole || !changed.isEmpty()) {
                run(
                        period,
                        Progress.NONE,
                        whole || changed.contains(DirtyMonths.ALL) ? Optional.empty() : Optional.of(changed));
            }
        }
    }

    /** Whether anything was told about a month; one without measurements would look perfect. */
    boolean measured(YearMonth period) {
        return facts.any(start(period), start(period.plusMonths(1)));
    }

    boolean ended(YearMonth period) {
        return !start(period.plusMonths(1)).isAfter(now(period));
    }

    /** The months that the settings speak of. */
    List<YearMonth> worked() {
        List<YearMonth> months = new ArrayList<>();
        setting("worked_month").map(YearMonth::parse).ifPresent(worked -> {
            months.add(worked);
            if (setting(measuresOf(worked.minusMonths(1))).isPresent()) {
                months.add(worked.minusMonths(1));
            }
        });
        return months;
    }

    private EvaluationView run(YearMonth period, Progress progress, Optional<Set<String>> changed) {
        mustHaveBegun(period);
        Instant now = now(period);
        results.lock(period);
        List<Long> marks = dirty.marks(period);
        List<ServiceLevel> promised = levels.levels();
        Instant from = from(period, promised);
        Instant to = start(period.plusMonths(1));
        Map<String, List<CountedCases.Running>> orders =
                levels.orders(from, to).stream().collect(Collectors.groupingBy(CountedCases.Running::line));
        MonthEvaluation.Cases cases = (lines, each) -> {
            lines.forEach(line -> orders.getOrDefault(line.line(), List.of()).forEach(each));
            tickets.between(
                    from,
                    to,
                    lines.stream().map(LineTimeline::offering).collect(Collectors.toCollection(TreeSet::new)),
                    each);
        };
        Instant recorded = facts.lastRecorded();
        Instant watermark = recorded.isAfter(now) ? recorded : now;
        SlaResults.Appending appending = results.append(period, now, watermark);
        MonthEvaluation.of(
                new MonthEvaluation.Ground(
                        new Promised(ZONE, levels.lines(), promised, levels.calendars()),
                        levels.needs(),
                        deliveries.with(
                                facts.touching(from, to),
                                promised,
                                YearMonth.from(from.atZone(ZONE)),
                                period.plusMonths(1)),
                        cases,
                        measures(period),
                        samples::forEach),
                period,
                now,
                changed,
                progress,
                appending);
        int appended = appending.finish();
        dirty.clear(marks);
        results.evaluated(period, now, watermark, facts.ground(from, to));
        evaluated.fire(new LevelsEvaluated(period, ended(period), appended));
        return new EvaluationView(period.toString(), appending.seen(), appended, now, watermark);
    }

    /** What ends with a month may be a quarter or a year: where the longest of them begins. */
    private static Instant from(YearMonth period, List<ServiceLevel> promised) {
        int months = promised.stream()
                .filter(level -> level.ends(period))
                .mapToInt(ServiceLevel::months)
                .max()
                .orElse(1);
        return start(period.minusMonths(months - 1L));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toInstant();
    }

    /** The worked month and those before it are looked at from the instant the settings give, others from the clock. */
    private Instant now(YearMonth period) {
        Optional<Instant> settled = setting("evaluated_at")
                .map(text -> OffsetDateTime.parse(text).toInstant())
                .filter(at -> setting("worked_month")
                        .map(YearMonth::parse)
                        .filter(worked -> !period.isAfter(worked))
                        .isPresent());
        return settled.orElseGet(clock::instant);
    }

    /** All, but for a month of the worked month's year that the settings narrow. */
    private Set<Measure> measures(YearMonth period) {
        boolean sameYear = setting("worked_month")
                .map(YearMonth::parse)
                .filter(worked -> worked.getYear() == period.getYear())
                .isPresent();
        Optional<String> narrowed = sameYear ? setting(measuresOf(period)) : Optional.empty();
        if (narrowed.isEmpty()) {
            return EnumSet.allOf(Measure.class);
        }
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (String name : narrowed.get().split("[;, ]+", -1)) {
            measures.add(Measure.valueOf(name));
        }
        return measures;
    }

    private static String measuresOf(YearMonth period) {
        return period.getMonth().name().toLowerCase(Locale.ROOT) + "_measures";
    }

    private Optional<String> setting(String name) {
        return levels.setting(name);
    }
}
