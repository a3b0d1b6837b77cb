package no.fellesdrift.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.sla.engine.Case;
import no.fellesdrift.sla.engine.CaseRule;

/**
 * Which cases count for which line and level in one month's evaluation, and how. Each counts once per measure, in the
 * first period at whose end it is found stopped or overdue.
 */
final class CountedCases {

    /**
     * A ticket or an order with the clocks that run on it.
     *
     * @param line the line it belongs to; null to find it by agency, offering and local date of opening
     * @param clocks one case per measure
     * @param starts instants at which a clock may begin instead, by the name of the choice; one that has not come is not there
     */
    record Running(
            String line,
            String agency,
            String offering,
            long openedAt,
            Map<Measure, Case> clocks,
            Map<String, Long> starts) {

        /** The clock of a measure as the choice begins it; empty while it has not begun. */
        Optional<Case> clock(Measure measure, String start) {
            Case clock = clocks.get(measure);
            return ServiceLevel.START.equals(start)
                    ? Optional.of(clock)
                    : Optional.ofNullable(starts.get(start)).map(clock::startingAt);
        }
    }

    private final Promised promised;
    private final Set<Measure> measures;
    private final YearMonth month;
    private final long now;
    /** By line and level. */
    private final Map<String, Map<String, List<Case.Judgement>>> judgements = new HashMap<>();

    /**
     * @param measures those to be evaluated
     * @param now epoch second; what had not stopped by then is open
     */
    CountedCases(Promised promised, Set<Measure> measures, YearMonth month, long now) {
        this.promised = promised;
        this.measures = measures;
        this.month = month;
        this.now = now;
    }

    /** Those of a line that count for a level in the periods that end with the month. */
    List<Case.Judgement> of(LineTimeline line, ServiceLevel level) {
        return judgements.getOrDefault(line.line(), Map.of()).getOrDefault(level.level(), List.of());
    }

    /**
     * Counts a case: once per measure, in the first period at whose end it is found stopped or overdue. Levels for one
     * priority share their count; a level for all priorities has its own.
     */
    void judge(Running running) {
        LineTimeline line = lineOf(running);
        if (line == null) {
            return;
        }
        running.clocks().keySet().forEach(measure -> {
            if (!measures.contains(measure)) {
                return;
            }
            Set<Integer> lengths = new LinkedHashSet<>();
            List<ServiceLevel> levels = promised.levels(line.packageCode()).stream()
                    .map(versions -> versions.get(versions.size() - 1))
                    .filter(level ->
                            level.measure() == measure && level.notBuilt().isEmpty() && level.ends(month))
                    .toList();
            levels.forEach(level -> lengths.add(level.caseMonths()));
            for (int length : lengths) {
                for (boolean everyPriority : new boolean[] {false, true}) {
                    levels.stream()
                            .filter(level ->
                                    level.caseMonths() == length && (level.priority() == null) == everyPriority)
                            .collect(Collectors.groupingBy(ServiceLevel::start))
                            .forEach((start, some) -> running.clock(measure, start)
                                    .ifPresent(clock -> judge(line, running, clock, length, some)));
                }
            }
        });
    }

    /** A clock may begin before the case is one: an order that was sent is none before it is approved. */
    private void judge(LineTimeline line, Running running, Case clock, int length, List<ServiceLevel> levels) {
        long known = Math.max(clock.start(), running.openedAt());
        LocalDate opened = LocalDate.ofInstant(Instant.ofEpochSecond(known), promised.zone());
        YearMonth first = YearMonth.from(opened);
        YearMonth end = first.plusMonths((length - first.getMonthValue() % length) % length);
        for (; !end.isAfter(month); end = end.plusMonths(length)) {
            DateRange period = Promised.period(end, length);
            long periodEnd = Math.min(promised.second(period.end()), now);
            boolean counts = false;
            for (ServiceLevel level : holding(levels, period)) {
                if (level.priority() != null && !level.priority().equals(level.judgingPriority(clock, periodEnd))) {
                    continue;
                }
                Optional<Promised.CalendarVersion> calendar = promised.calendar(level, period);
                if (calendar.isEmpty() || known >= periodEnd) {
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
                .flatMap(level -> promised.versions(level).stream()
                        .filter(version -> version.validity().overlaps(period))
                        .reduce((earlier, later) -> later)
                        .stream())
                .toList();
        return holding.isEmpty()
                ? levels.stream().map(level -> promised.versions(level).get(0)).toList()
                : holding;
    }

    private LineTimeline lineOf(Running running) {
        return (running.line() != null
                        ? promised.line(running.line())
                        : promised.line(running.agency(), running.offering(), running.openedAt()))
                .orElse(null);
    }
}
