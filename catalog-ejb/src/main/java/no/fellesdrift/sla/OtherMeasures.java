package no.fellesdrift.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.Availability;
import no.fellesdrift.sla.engine.Direction;
import no.fellesdrift.sla.engine.Fact;
import no.fellesdrift.sla.engine.Finding;
import no.fellesdrift.sla.engine.Outages;
import no.fellesdrift.sla.engine.Outlook;
import no.fellesdrift.sla.engine.Probes;
import no.fellesdrift.sla.engine.Runs;
import no.fellesdrift.sla.engine.SampleHour;
import no.fellesdrift.sla.engine.Sampling;
import no.fellesdrift.sla.engine.Spans;
import no.fellesdrift.sla.engine.UnknownPolicy;

/** A level of a line in a period that is neither availability nor a count of cases: hands its facts to its computation. */
final class OtherMeasures {

    /** How long a sample stands for what follows, where the agreement does not say. */
    private static final int HOLD = 0;

    /** The same of a probe. */
    private static final int PROBE_HOLDS = 300;

    /** Samples gathered by the hour, of one metric and a line, that touch {@code [from, to)}, in order of time. */
    @FunctionalInterface
    interface Samples {
        void forEach(Fact.Target line, String metric, long from, long to, Consumer<SampleHour> each);
    }

    /**
     * @param agreed clipped to period, line and now
     * @param whole the agreed time of the whole period, whatever the time is now
     * @param from the period's start, epoch second
     * @param last the earlier of the period's end and now
     */
    record Time(ZoneId zone, Spans agreed, Spans whole, long from, long last, boolean provisional) {}

    private final LineTimeline line;
    private final ServiceLevel level;
    private final Promised.Hours calendar;
    private final Time time;
    private final List<Availability.TargetPart> targets;
    private final List<Fact> facts;
    private final Samples samples;

    OtherMeasures(
            LineTimeline line,
            ServiceLevel level,
            Promised.Hours calendar,
            Time time,
            List<Availability.TargetPart> targets,
            List<Fact> facts,
            Samples samples) {
        this.line = line;
        this.level = level;
        this.calendar = calendar;
        this.time = time;
        this.targets = targets;
        this.facts = facts;
        this.samples = samples;
    }

    /** The facts, and what the level's probes found in {@code [from, last)} besides. */
    static List<Fact> withProbes(
            List<Fact> facts, ServiceLevel level, Fact.Target whom, long from, long last, Samples samples) {
        Integer hold = level.sampled().holdSeconds();
        String metric = level.sampled().metric();
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(Probes.facts(
                (start, end, each) -> samples.forEach(whom, metric, start, end, each),
                new Fact.Scope(whom.service(), null, null),
                metric,
                from,
                last,
                hold == null ? PROBE_HOLDS : hold));
        return all;
    }

    ComputedResult evaluate(Fact.Target whom) {
        Share target =
                level.unit() == Unit.PERCENT ? Availability.weighted(targets).times(Share.of(100)) : level.target();
        Finding found = find(whom, Availability.weighted(targets));
        return new ComputedResult(
                line,
                level,
                found.status(),
                null,
                found.numerator(),
                found.denominator(),
                target,
                found.coverage(),
                null,
                level.policy(calendar.versions(), target, line.leadTimeWorkingDays()),
                time.provisional(),
                found.steps(),
                spentAt(found));
    }

    /** When more will have missed than is allowed, where it is counted; what is a single number has no rate. */
    private Long spentAt(Finding found) {
        if (!time.provisional() || !Finding.said(found.status())) {
            return null;
        }
        OptionalLong at = switch (level.unit()) {
            case PERCENT ->
                Outlook.spent(
                        time.whole(),
                        time.last(),
                        found.denominator() - found.numerator(),
                        found.denominator(),
                        Availability.weighted(targets));
            case COUNT ->
                Outlook.when(
                        time.whole(),
                        time.last(),
                        found.numerator() / found.denominator(),
                        level.target().floor().longValueExact());
            case SECONDS, NUMBER -> OptionalLong.empty();
        };
        return at.isPresent() ? at.getAsLong() : null;
    }

    private Finding find(Fact.Target whom, Share target) {
        Integer least = level.minimumSamples();
        return switch (level.measure()) {
            case LONGEST_OUTAGE -> outages().longest(level.target());
            case OUTAGE_COUNT -> outages().longerThan(level.thresholdSeconds(), level.target());
            case TIME_TO_RESTORE -> outages().timeToRestore(level.target());
            case TIME_BETWEEN_OUTAGES -> outages().timeBetween(level.target());
            case RESPONSE_TIME ->
                level.sampled().percentile() == null
                        ? sampling(whom).within(threshold(), direction(), target, least)
                        : sampling(whom)
                                .percentile(
                                        Share.of(level.sampled().percentile()),
                                        "LINEAR_INCLUSIVE"
                                                .equals(level.sampled().percentileMethod()),
                                        threshold(),
                                        direction(),
                                        least);
            case CAPACITY ->
                sampling(whom)
                        .capacity(
                                threshold(),
                                direction(),
                                level.sampled().holdSeconds() == null
                                        ? HOLD
                                        : level.sampled().holdSeconds(),
                                level.unknown() == null
                                        ? UnknownPolicy.REMOVED
                                        : UnknownPolicy.valueOf(level.unknown()),
                                level.minimumCoverage(),
                                target);
            case BACKUP -> Runs.backups(of(Fact.Backup.class), days(), time.zone(), line.service(), target, least);
            case RECOVERY_TIME ->
                Runs.recoveryTime(
                        of(Fact.Recovery.class),
                        calendar.calendar(),
                        level.thresholdSeconds(),
                        time.from(),
                        time.last(),
                        target,
                        least);
            case RECOVERY_POINT ->
                Runs.recoveryPoint(
                        of(Fact.Recovery.class), level.thresholdSeconds(), time.from(), time.last(), target, least);
            case CUSTOM ->
                Runs.number(
                        of(Fact.Value.class).stream()
                                .filter(value ->
                                        value.metric().equals(level.sampled().metric()))
                                .toList(),
                        Runs.Aggregation.valueOf(level.sampled().aggregation()),
                        time.from(),
                        time.last(),
                        threshold(),
                        direction(),
                        least);
            case REPORT_DELIVERY ->
                Runs.reports(
                        of(Fact.Report.class).stream()
                                .filter(report -> line.exists(new DateRange(day(report.from()), day(report.to()))))
                                .toList(),
                        time.from(),
                        time.last(),
                        target,
                        least);
            case AVAILABILITY, RESPONSE, RESOLUTION, LEAD_TIME ->
                throw new IllegalStateException(level.measure() + " is computed elsewhere");
        };
    }

    private Outages outages() {
        Availability.Policy policy = level.availability();
        return new Outages(
                Availability.of(policy, time.agreed(), targets, facts, time.last()),
                facts,
                !policy.degradedWeight().isZero(),
                time.last());
    }

    private Sampling sampling(Fact.Target whom) {
        String metric = level.sampled().metric();
        return new Sampling(
                (from, to, each) -> samples.forEach(whom, metric, from, to, each),
                time.agreed(),
                metric,
                line.service());
    }

    private Share threshold() {
        return Share.of(level.sampled().thresholdValue());
    }

    private Direction direction() {
        return Direction.valueOf(level.sampled().direction());
    }

    private <T extends Fact> List<T> of(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The days of the schedule in which the line exists and that are over. */
    private SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        if ("REPORTED".equals(level.sampled().schedule())) {
            of(Fact.Backup.class).stream()
                    .filter(run -> run.scheduled() >= time.from() && run.scheduled() < time.last())
                    .forEach(run -> days.add(day(run.scheduled())));
            return days;
        }
        for (LocalDate day = day(time.from()); second(day.plusDays(1)) <= time.last(); day = day.plusDays(1)) {
            LocalDate one = day;
            if (line.exists(one)
                    && ("CALENDAR_DAY".equals(level.sampled().schedule())
                            || calendar.calendar().isWorkingDay(one))) {
                days.add(one);
            }
        }
        return days;
    }

    private LocalDate day(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), time.zone());
    }

    private long second(LocalDate date) {
        return date.atStartOfDay(time.zone()).toEpochSecond();
    }
}
