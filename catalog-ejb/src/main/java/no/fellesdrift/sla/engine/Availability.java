package no.fellesdrift.sla.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.Share;

/**
 * Availability of one line and level in one period, after the service-level design: A agreed, M maintenance, X excluded,
 * D downtime, U unknown, all as sets of seconds; percentages are never averaged, and the target is compared exactly.
 *
 * <p>A pure function of its input: the order in which facts arrive does not matter.
 */
public final class Availability {

    private static final long HOUR = 3_600;
    private static final Comparator<Fact.Outage> IN_TIME = (one, other) ->
            one.from() == other.from() ? one.key().compareTo(other.key()) : Long.compare(one.from(), other.from());

    /**
     * What the agreement chose.
     *
     * @param removed maintenance and exclusions leave the base; otherwise they stay in it as up
     * @param noticeHours elapsed hours from announcement to window; exactly so many is in time
     * @param quotaHours of agreed time per line and period; null without limit
     * @param minimumCoverage share of agreed time; zero when none is agreed
     * @param degradedWeight how much of a second of reduced quality is downtime; zero when it does not count
     */
    public record Policy(
            boolean removed,
            int noticeHours,
            Integer quotaHours,
            UnknownPolicy unknown,
            Share minimumCoverage,
            Share degradedWeight) {

        /** Reduced quality does not count. */
        public Policy(
                boolean removed, int noticeHours, Integer quotaHours, UnknownPolicy unknown, Share minimumCoverage) {
            this(removed, noticeHours, quotaHours, unknown, minimumCoverage, Share.ZERO);
        }
    }

    /** A target and the agreed seconds it held for, as a share of one. */
    public record TargetPart(Share target, long agreedSeconds) {}

    /**
     * @param maintenance seconds of M
     * @param excluded seconds of X that are not maintenance already
     * @param grossDowntime agreed seconds of all outages, before maintenance and exclusions are taken out
     * @param downtimeByCause adds up to the downtime
     * @param target share of one
     * @param errorBudget whole seconds of the base that the target leaves
     * @param numerator with the denominator exact; whole seconds but where weighted time is no whole number of them
     * @param errorBudgetRemaining signed
     * @param down the downtime itself, with reduced quality where that counts
     */
    public record Outcome(
            ResultStatus status,
            long agreed,
            long maintenance,
            long excluded,
            long base,
            long grossDowntime,
            long downtime,
            long unknown,
            Map<Cause, Long> downtimeByCause,
            long numerator,
            long denominator,
            Share target,
            long errorBudget,
            long errorBudgetRemaining,
            Spans down,
            List<Step> steps) {

        /** Share of agreed time that was measured; zero when no time was agreed. */
        public Share coverage() {
            return agreed == 0 ? Share.ZERO : Share.of(agreed - unknown, agreed);
        }
    }

    private final Policy policy;
    private final Spans agreed;
    private final List<Step> steps = new ArrayList<>();

    private Availability(Policy policy, Spans agreed) {
        this.policy = policy;
        this.agreed = agreed;
    }

    /**
     * @param agreed A: open time of the calendar, already clipped to period, line and now
     * @param targets the versions of the target in the period with the agreed seconds of each
     * @param facts those that concern the line
     * @param lastSecond epoch second at which what is still open is cut off: the earlier of period end and now
     */
    public static Outcome of(
            Policy policy, Spans agreed, List<TargetPart> targets, List<? extends Fact> facts, long lastSecond) {
        return new Availability(policy, agreed).evaluate(targets, facts, lastSecond);
    }

    private Outcome evaluate(List<TargetPart> targets, List<? extends Fact> facts, long lastSecond) {
        Map<Cause, List<Fact.Outage>> outages = new EnumMap<>(Cause.class);
        List<Fact.Maintenance> works = new ArrayList<>();
        List<Fact.Unknown> unknowns = new ArrayList<>();
        List<Fact.Exclusion> exclusions = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Outage outage) {
                outages.computeIfAbsent(outage.cause(), cause -> new ArrayList<>())
                        .add(outage);
            } else if (fact instanceof Fact.Maintenance work) {
                works.add(work);
            } else if (fact instanceof Fact.Unknown unknown) {
                unknowns.add(unknown);
            } else if (fact instanceof Fact.Exclusion exclusion) {
                exclusions.add(exclusion);
            }
        }
        outages.values().forEach(some -> some.sort(IN_TIME));
        works.sort(Comparator.comparingLong(Fact.Maintenance::windowFrom).thenComparing(Fact.Maintenance::key));

        exclusions.sort(Comparator.comparingLong(Fact.Exclusion::from).thenComparing(Fact.Exclusion::key));
        unknowns.sort(Comparator.comparingLong(Fact.Unknown::from).thenComparing(Fact.Unknown::key));

        Spans maintenance = maintenance(works);
        Spans excludedAll = Spans.NONE;
        for (Fact.Exclusion exclusion : exclusions) {
            Spans span = agreed.clip(exclusion.from(), exclusion.to());
            if (exclusion.approved()) {
                note(Step.Kind.EXCLUSION, exclusion, span.minus(excludedAll), Step.Effect.EXCLUDED, null);
                excludedAll = excludedAll.union(span);
            } else {
                note(Step.Kind.EXCLUSION, exclusion, span, Step.Effect.NOT_APPROVED, null);
            }
        }
        Spans excluded = excludedAll.minus(maintenance);
        Spans takenOut = maintenance.union(excludedAll);

        Map<Cause, Spans> byCause = new EnumMap<>(Cause.class);
        Spans gross = Spans.NONE;
        for (Cause cause : Cause.values()) {
            Spans before = gross;
            gross = gross.union(
                    outages(outages.getOrDefault(cause, List.of()), lastSecond, takenOut, maintenance, before));
            for (Fact.Maintenance work : works) {
                if (work.serviceDown() && work.performedBy() == cause) {
                    Spans span = agreed.clip(work.actualFrom(), Math.min(work.actualTo(), lastSecond));
                    Spans counted = span.minus(takenOut);
                    Spans fresh = counted.minus(gross);
                    note(Step.Kind.MAINTENANCE, work, fresh, Step.Effect.DOWNTIME, cause);
                    note(Step.Kind.MAINTENANCE, work, counted.minus(fresh), Step.Effect.OVERLAPS, cause);
                    gross = gross.union(span);
                }
            }
            byCause.put(cause, gross.minus(before).minus(takenOut));
        }
        Spans downtime = gross.minus(takenOut);

        Spans degraded = policy.degradedWeight().isZero() ? Spans.NONE : degraded(facts, lastSecond);
        degraded = degraded.minus(takenOut).minus(downtime);
        Spans known = takenOut.union(downtime).union(degraded);
        Spans.InOrder unmeasuredTimes = new Spans.InOrder(unknowns.size());
        long reached = Long.MIN_VALUE;
        for (Fact.Unknown fact : unknowns) {
            Spans span = agreed.clip(fact.from(), fact.to());
            Spans fresh = span.minus(known).clip(reached, Long.MAX_VALUE);
            note(Step.Kind.UNKNOWN, fact, fresh, Step.Effect.UNKNOWN, null);
            note(Step.Kind.UNKNOWN, fact, span.intersection(known), Step.Effect.KNOWN_OTHERWISE, null);
            unmeasuredTimes.add(fact.from(), fact.to());
            reached = Math.max(reached, fact.to());
        }
        Spans unknown = agreed.intersection(unmeasuredTimes.spans()).minus(known);

        long all = agreed.seconds();
        long base = policy.removed() ? all - takenOut.seconds() : all;
        long down = downtime.seconds();
        long unmeasured = unknown.seconds();
        long denominator = policy.unknown() == UnknownPolicy.REMOVED ? base - unmeasured : base;
        long numerator = switch (policy.unknown()) {
            case UP -> base - down;
            case DOWN, REMOVED -> base - down - unmeasured;
        };
        Share lost = policy.degradedWeight().times(Share.of(degraded.seconds()));
        long parts = lost.denominator().longValueExact();
        numerator = numerator * parts - lost.numerator().longValueExact();
        denominator *= parts;
        Share target = weighted(targets);
        long budget = Share.of(base).times(Share.ONE.minus(target)).floor().longValueExact();
        Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        byCause.forEach((cause, spans) -> causes.put(cause, spans.seconds()));
        return new Outcome(
                status(all, unmeasured, numerator, denominator, target),
                all,
                maintenance.seconds(),
                excluded.seconds(),
                base,
                gross.seconds(),
                down,
                unmeasured,
                causes,
                numerator,
                denominator,
                target,
                budget,
                budget
                        - down
                        - (policy.unknown() == UnknownPolicy.DOWN ? unmeasured : 0)
                        + lost.negate().floor().longValueExact(),
                downtime.union(degraded),
                List.copyOf(steps));
    }

    private ResultStatus status(long all, long unmeasured, long numerator, long denominator, Share target) {
        if (denominator == 0) {
            return ResultStatus.NOT_MEASURABLE;
        }
        if (Share.of(all - unmeasured, all).compareTo(policy.minimumCoverage()) < 0) {
            return ResultStatus.INSUFFICIENT_DATA;
        }
        return Share.of(numerator, denominator).compareTo(target) >= 0 ? ResultStatus.MET : ResultStatus.BREACHED;
    }

    /** M: the actual work inside its announced window, approved, announced in time, the first seconds of the quota. */
    private Spans maintenance(List<Fact.Maintenance> works) {
        Spans inTime = Spans.NONE;
        for (Fact.Maintenance work : works) {
            if (work.approved() && work.windowFrom() - work.announcedAt() >= policy.noticeHours() * HOUR) {
                inTime = inTime.union(inside(work));
            }
        }
        Spans maintenance = policy.quotaHours() == null ? inTime : inTime.first(policy.quotaHours() * HOUR);
        Spans told = Spans.NONE;
        for (Fact.Maintenance work : works) {
            Spans actual = agreed.clip(work.actualFrom(), work.actualTo());
            Spans inside = inside(work);
            if (!work.approved()) {
                note(Step.Kind.MAINTENANCE, work, actual, Step.Effect.NOT_APPROVED, null);
            } else if (work.windowFrom() - work.announcedAt() < policy.noticeHours() * HOUR) {
                note(Step.Kind.MAINTENANCE, work, actual, Step.Effect.ANNOUNCED_TOO_LATE, null);
            } else {
                note(
                        Step.Kind.MAINTENANCE,
                        work,
                        inside.intersection(maintenance).minus(told),
                        Step.Effect.MAINTENANCE,
                        null);
                note(Step.Kind.MAINTENANCE, work, inside.minus(maintenance), Step.Effect.BEYOND_QUOTA, null);
                note(Step.Kind.MAINTENANCE, work, actual.minus(inside), Step.Effect.OUTSIDE_WINDOW, null);
                told = told.union(inside);
            }
            if (actual.isEmpty() && work.actualTo() > work.actualFrom()) {
                outside(Step.Kind.MAINTENANCE, work, work.actualFrom(), work.actualTo());
            }
        }
        return maintenance;
    }

    private Spans inside(Fact.Maintenance work) {
        return agreed.clip(Math.max(work.actualFrom(), work.windowFrom()), Math.min(work.actualTo(), work.windowTo()));
    }

    /**
     * Notes what becomes of the outages of one cause and answers their agreed seconds, without those of reduced quality.
     * One sweep: in order of time, what earlier ones cover after the start of the next ends at one instant.
     *
     * @param before what counts already, for the causes before this
     */
    private Spans outages(List<Fact.Outage> outages, long lastSecond, Spans takenOut, Spans maintenance, Spans before) {
        Spans.InOrder down = new Spans.InOrder(outages.size());
        long reached = Long.MIN_VALUE;
        for (Fact.Outage outage : outages) {
            long to = Math.min(outage.to(), lastSecond);
            Spans span = agreed.clip(outage.from(), to);
            if (outage.degraded()) {
                note(
                        Step.Kind.OUTAGE,
                        outage,
                        span,
                        policy.degradedWeight().isZero() ? Step.Effect.DEGRADED : Step.Effect.DEGRADED_COUNTS,
                        outage.cause());
                continue;
            }
            Spans counted = span.minus(takenOut);
            Spans fresh = counted.minus(before).clip(reached, Long.MAX_VALUE);
            note(Step.Kind.OUTAGE, outage, fresh, Step.Effect.DOWNTIME, outage.cause());
            if (fresh.seconds() < counted.seconds()) {
                note(Step.Kind.OUTAGE, outage, counted.minus(fresh), Step.Effect.OVERLAPS, outage.cause());
            }
            if (counted.seconds() < span.seconds()) {
                Spans work = span.intersection(maintenance);
                note(Step.Kind.OUTAGE, outage, work, Step.Effect.UNDER_MAINTENANCE, outage.cause());
                note(Step.Kind.OUTAGE, outage, span.minus(counted).minus(work), Step.Effect.EXCLUDED, outage.cause());
            }
            if (span.isEmpty()) {
                outside(Step.Kind.OUTAGE, outage, outage.from(), to);
            }
            down.add(outage.from(), to);
            reached = Math.max(reached, to);
        }
        return agreed.intersection(down.spans());
    }

    private Spans degraded(List<? extends Fact> facts, long lastSecond) {
        List<long[]> times = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Outage outage && outage.degraded()) {
                times.add(new long[] {outage.from(), Math.min(outage.to(), lastSecond)});
            }
        }
        return agreed.intersection(Spans.union(times));
    }

    private void note(Step.Kind kind, Fact fact, Spans spans, Step.Effect effect, Cause cause) {
        for (int i = 0; i < spans.size(); i++) {
            steps.add(Step.interval(
                    kind,
                    fact.key(),
                    fact.scope().service(),
                    spans.from(i),
                    spans.to(i),
                    spans.to(i) - spans.from(i),
                    effect,
                    cause));
        }
    }

    /** One step for a fact that lies wholly outside the agreed time, as announced work at night does. */
    private void outside(Step.Kind kind, Fact fact, long from, long to) {
        steps.add(Step.interval(
                kind, fact.key(), fact.scope().service(), from, to, 0, Step.Effect.OUTSIDE_SERVICE_HOURS, null));
    }

    /** Σ agreed × target ÷ Σ agreed; the last target when no time was agreed. */
    public static Share weighted(List<TargetPart> parts) {
        long all = parts.stream().mapToLong(TargetPart::agreedSeconds).sum();
        if (all == 0) {
            return parts.isEmpty() ? Share.ONE : parts.get(parts.size() - 1).target();
        }
        return parts.stream()
                .map(part -> part.target().times(Share.of(part.agreedSeconds())))
                .reduce(Share.ZERO, Share::plus)
                .dividedBy(new Share(BigInteger.valueOf(all), BigInteger.ONE));
    }
}
