package no.fellesdrift.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.sla.engine.Case;
import no.fellesdrift.sla.engine.CaseRule;
import no.fellesdrift.sla.engine.ServiceCalendar;

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
     * Counts a case. Levels for one priority share their count; a level for all priorities has its own. Where the line was
     * promised several packages one after another, each judges the part of a period in which it was promised.
     */
    void judge(Running running) {
        LineTimeline line = lineOf(running);
        if (line != null) {
            running.clocks().keySet().stream()
                    .filter(measures::contains)
                    .forEach(measure -> judge(line, measure, running));
        }
    }

    /** Forgets what was counted; what it took is the evaluation's by then. */
    void clear() {
        judgements.clear();
    }

    private void judge(LineTimeline line, Measure measure, Running running) {
        LocalDate opened = date(running.openedAt());
        for (LineTimeline.Part part : line.packages()) {
            DateRange valid = part.validity();
            if (valid.end() != null && !valid.end().isAfter(opened)) {
                continue;
            }
            boolean ends = valid.end() != null && !valid.end().isAfter(after());
            boolean counted = false;
            for (List<ServiceLevel> levels : sharing(part, measure, !ends)) {
                Optional<Case> clock = running.clock(measure, levels.get(0).start());
                counted |= clock.isPresent() && judge(line, part, clock.get(), running.openedAt(), levels);
            }
            if (!ends || counted || stopped(running.clocks().get(measure), valid.end())) {
                return;
            }
        }
    }

    /** The newest versions of a package's levels for a measure, by those that count a case together. */
    private Collection<List<ServiceLevel>> sharing(LineTimeline.Part part, Measure measure, boolean onlyOfThisMonth) {
        return promised.levels(part.packageCode()).stream()
                .map(versions -> versions.get(versions.size() - 1))
                .filter(level -> level.measure() == measure
                        && level.notBuilt().isEmpty()
                        && (!onlyOfThisMonth || level.ends(month)))
                .collect(Collectors.groupingBy(
                        level -> level.caseMonths() + "/" + (level.priority() == null) + level.start(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    /**
     * A clock may begin before the case is one: an order that was sent is none before it is approved.
     *
     * @return whether it counted before the month was over
     */
    private boolean judge(
            LineTimeline line, LineTimeline.Part part, Case clock, long openedAt, List<ServiceLevel> levels) {
        int length = levels.get(0).caseMonths();
        long known = Math.max(clock.start(), openedAt);
        LocalDate opened = date(known);
        LocalDate since =
                opened.isBefore(part.validity().start()) ? part.validity().start() : opened;
        YearMonth first = YearMonth.from(since);
        YearMonth end = first.plusMonths((length - first.getMonthValue() % length) % length);
        for (; ; end = end.plusMonths(length)) {
            Optional<DateRange> period = Promised.period(end, length).intersection(part.validity());
            if (period.isEmpty() || period.get().end().isAfter(after())) {
                return false;
            }
            if (known < end(period.get().end())
                    && counts(line, clock, holding(levels, period.get()), period.get(), end)) {
                return true;
            }
            if (stopped(clock, period.get().end())) {
                // it had stopped in this period or before: it is none of a later one
                return false;
            }
        }
    }

    private boolean counts(LineTimeline line, Case clock, List<ServiceLevel> levels, DateRange period, YearMonth end) {
        long periodEnd = end(period.end());
        boolean counts = false;
        for (ServiceLevel level : levels) {
            if (level.priority() != null && !level.priority().equals(level.judgingPriority(clock, periodEnd))) {
                continue;
            }
            Optional<ServiceCalendar> calendar = promised.everyDay(level.calendar());
            if (calendar.isEmpty()) {
                continue;
            }
            CaseRule rule = level.rule(calendar.get(), line.leadTimeWorkingDays());
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
        return counts;
    }

    private boolean stopped(Case clock, LocalDate end) {
        return clock.stopKnownAt(end(end)).isPresent();
    }

    private LocalDate date(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), promised.zone());
    }

    /** Until when a period that ends before the date is looked at. */
    private long end(LocalDate date) {
        return Math.min(promised.second(date), now);
    }

    private LocalDate after() {
        return month.plusMonths(1).atDay(1);
    }

    /**
     * The versions that judge a period: of each level the last that holds in it. A period before all of them is judged by
     * their first versions, so that a case which was overdue then is not taken for one of now.
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
