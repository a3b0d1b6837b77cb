package no.fellesdrift.sla.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * One case as far as one measure sees it: a clock that starts, may stop, run on and stop again. All instants are epoch
 * seconds. Everything is read as it was known at an end of a period; what happened later does not change it.
 *
 * @param stop the last stop; null when there is none
 * @param withdrawn from when it is no case any more (an order that was cancelled); null when it stays one
 * @param pauses {@code {from, to}}, may overlap, {@link Long#MAX_VALUE} while it lasts
 * @param reopenings {@code {solved, reopened}}: earlier stops after which the clock went on
 * @param priorities changes in any order
 */
public record Case(
        String key,
        String service,
        long start,
        Long stop,
        Long withdrawn,
        String priority,
        List<long[]> pauses,
        List<long[]> reopenings,
        List<PriorityChange> priorities) {

    /** @param at epoch second from which the new priority is in force */
    public record PriorityChange(long at, String to) {}

    /** What a case is found to be at an end of a period. */
    public enum Found {
        STOPPED,
        OPEN,
        WITHDRAWN
    }

    public Case {
        pauses = List.copyOf(pauses);
        reopenings = List.copyOf(reopenings);
        priorities = priorities.stream()
                .sorted(Comparator.comparingLong(PriorityChange::at))
                .toList();
    }

    /** The same case with a clock that begins at another instant; what lies before that does not concern it. */
    public Case startingAt(long instant) {
        return new Case(
                key,
                service,
                instant,
                stop == null ? null : Long.valueOf(Math.max(stop, instant)),
                withdrawn,
                priority,
                pauses.stream()
                        .filter(pause -> pause[1] > instant)
                        .map(pause -> new long[] {Math.max(pause[0], instant), pause[1]})
                        .toList(),
                reopenings.stream().filter(reopening -> reopening[0] >= instant).toList(),
                priorities);
    }

    /** The last stop before the end, unless the case runs again there; empty while it runs. */
    public OptionalLong stopKnownAt(long end) {
        long last = Long.MIN_VALUE;
        if (stop != null && stop < end) {
            last = stop;
        }
        for (long[] reopening : reopenings) {
            if (reopening[0] < end && reopening[0] > last && reopening[1] >= end) {
                last = reopening[0];
            }
        }
        return last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last);
    }

    public Found foundAt(long end) {
        if (stopKnownAt(end).isPresent()) {
            return Found.STOPPED;
        }
        return withdrawn != null && withdrawn < end ? Found.WITHDRAWN : Found.OPEN;
    }

    /** The priority that judges the case: the one in force at its stop (a change at that very second counts), or at the end. */
    public String priorityAt(long end) {
        OptionalLong stopped = stopKnownAt(end);
        String inForce = priority;
        for (PriorityChange change : priorities) {
            if (stopped.isPresent() ? change.at() <= stopped.getAsLong() : change.at() < end) {
                inForce = change.to();
            }
        }
        return inForce;
    }

    /** When the clock that counts at this end began: at the opening, or where the rule begins it anew. */
    private long clockStart(CaseRule rule, long end) {
        OptionalLong stopped = stopKnownAt(end);
        long until = stopped.orElse(end - 1);
        long from = start;
        if (rule.restart()) {
            for (long[] reopening : reopenings) {
                if (reopening[1] <= until) {
                    from = Math.max(from, reopening[1]);
                }
            }
        }
        if (rule.fromChange()) {
            for (PriorityChange change : priorities) {
                if (change.at() <= until) {
                    from = Math.max(from, change.at());
                }
            }
        }
        return from;
    }

    /**
     * How the case counts at this end under this rule.
     *
     * @return null when it does not count: it runs and is not overdue, or is a case no more
     */
    public Judgement judge(CaseRule rule, long end) {
        OptionalLong stopped = stopKnownAt(end);
        if (foundAt(end) == Found.WITHDRAWN) {
            return null;
        }
        List<long[]> standing = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        long begun = clockStart(rule, end);
        if (begun > start) {
            steps.add(pauseStep(start, begun, rule, Step.Effect.BEFORE_RESTART));
        }
        for (long[] pause : pauses) {
            if (pause[0] < end && pause[0] < stopped.orElse(end)) {
                // a pause that had not ended at that end lasts, as far as was known
                long to = pause[1] > end ? Long.MAX_VALUE : pause[1];
                if (rule.subtractPauses()) {
                    standing.add(new long[] {pause[0], to});
                }
                steps.add(pauseStep(
                        pause[0],
                        Math.min(to, stopped.orElse(end)),
                        rule,
                        rule.subtractPauses() ? Step.Effect.PAUSED : Step.Effect.PAUSE_IGNORED));
            }
        }
        for (long[] reopening : reopenings) {
            if (reopening[1] < end && reopening[0] < stopped.orElse(end)) {
                standing.add(reopening);
                steps.add(
                        pauseStep(reopening[0], Math.min(reopening[1], stopped.orElse(end)), rule, Step.Effect.SOLVED));
            }
        }
        Spans paused = Spans.union(standing);
        OptionalLong due = rule.workingDays() != null
                ? OptionalLong.of(rule.calendar().dueInWorkingDays(begun, rule.workingDays(), rule.workingDayPolicy()))
                : rule.calendar().due(begun, rule.seconds(), rule.boundary(), paused);
        long until = stopped.orElse(end);
        long elapsed = rule.calendar().open(begun, until).minus(paused).seconds();
        if (stopped.isPresent()) {
            boolean met = rule.workingDays() != null ? until <= due.getAsLong() : elapsed <= rule.seconds();
            return judgement(end, until, elapsed, due, met, met ? Step.Effect.IN_TIME : Step.Effect.LATE, steps);
        }
        return due.isPresent() && due.getAsLong() < end
                ? judgement(end, until, elapsed, due, false, Step.Effect.OVERDUE, steps)
                : null;
    }

    private Judgement judgement(
            long end, long until, long elapsed, OptionalLong due, boolean met, Step.Effect effect, List<Step> pauses) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                Step.Kind.CASE,
                key,
                service,
                start,
                until,
                elapsed,
                effect,
                null,
                due.isPresent() ? due.getAsLong() : null,
                priorityAt(end)));
        steps.addAll(pauses);
        return new Judgement(met, elapsed, steps);
    }

    private Step pauseStep(long from, long to, CaseRule rule, Step.Effect effect) {
        return Step.interval(
                Step.Kind.PAUSE, key, service, from, to, rule.calendar().seconds(from, to), effect, null);
    }

    /** @param elapsed open seconds from start to stop, or to the period's end, without pauses */
    public record Judgement(boolean met, long elapsed, List<Step> steps) {
        public Judgement {
            steps = List.copyOf(steps);
        }
    }
}
