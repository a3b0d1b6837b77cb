package no.fellesdrift.sla.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import no.fellesdrift.kernel.Share;

/** Levels over backups, recoveries and numbers of other kinds. Pure; the order in which they came does not matter. */
public final class Runs {

    /** How several numbers of a period become one. */
    public enum Aggregation {
        LATEST,
        SUM,
        MEAN,
        HIGHEST,
        LOWEST
    }

    private Runs() {}

    /**
     * Successful of scheduled runs. A day of the schedule counts each of its runs, and one that failed when there was
     * none; runs of the same scheduled instant are one, successful when one of them was. Runs outside the schedule do
     * not count.
     *
     * @param days of the schedule, all over
     * @param zone of the days
     */
    public static Finding backups(
            List<Fact.Backup> runs,
            SortedSet<LocalDate> days,
            ZoneId zone,
            String service,
            Share target,
            Integer minimumSamples) {
        TreeMap<Long, Fact.Backup> byInstant = new TreeMap<>();
        for (Fact.Backup run : runs) {
            byInstant.merge(run.scheduled(), run, Runs::better);
        }
        Map<LocalDate, List<Fact.Backup>> byDay = new TreeMap<>();
        byInstant
                .values()
                .forEach(run -> byDay.computeIfAbsent(
                                LocalDate.ofInstant(Instant.ofEpochSecond(run.scheduled()), zone),
                                day -> new ArrayList<>())
                        .add(run));
        long good = 0;
        long counted = 0;
        List<Step> steps = new ArrayList<>();
        for (LocalDate day : days) {
            List<Fact.Backup> told = byDay.getOrDefault(day, List.of());
            if (told.isEmpty()) {
                counted++;
                long start = day.atStartOfDay(zone).toEpochSecond();
                long end = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
                steps.add(Step.interval(
                        Step.Kind.BACKUP, day.toString(), service, start, end, end - start, Step.Effect.MISSING, null));
            }
            for (Fact.Backup run : told) {
                counted++;
                good += run.successful() ? 1 : 0;
                long end = Math.max(run.scheduled(), run.finished());
                steps.add(Step.interval(
                        Step.Kind.BACKUP,
                        run.key(),
                        run.scope().service(),
                        run.scheduled(),
                        end,
                        end - run.scheduled(),
                        run.successful() ? Step.Effect.SUCCESSFUL : Step.Effect.FAILED,
                        null));
            }
        }
        return Finding.share(good, counted, target, minimumSamples, steps);
    }

    private static Fact.Backup better(Fact.Backup one, Fact.Backup other) {
        if (one.successful() != other.successful()) {
            return one.successful() ? one : other;
        }
        return one.key().compareTo(other.key()) <= 0 ? one : other;
    }

    /**
     * Recoveries whose service was back in so many open seconds from their declaration. One counts in the period in
     * which it was restored, or in which its time ran out.
     *
     * @param to end of the period, or now when that is earlier: what came later is not known
     */
    public static Finding recoveryTime(
            List<Fact.Recovery> recoveries,
            ServiceCalendar calendar,
            long seconds,
            long from,
            long to,
            Share target,
            Integer minimumSamples) {
        long good = 0;
        long counted = 0;
        List<Step> steps = new ArrayList<>();
        for (Fact.Recovery recovery : sorted(recoveries)) {
            long due = calendar.due(recovery.declared(), seconds, Boundary.END_OF_PERIOD);
            boolean restored = recovery.restored() < to;
            long counts = Math.min(recovery.restored(), due);
            if (counts < from || counts >= to) {
                continue;
            }
            long until = restored ? recovery.restored() : to;
            long elapsed = calendar.seconds(recovery.declared(), until);
            boolean met = restored && elapsed <= seconds;
            counted++;
            good += met ? 1 : 0;
            steps.add(new Step(
                    Step.Kind.RECOVERY,
                    recovery.key(),
                    recovery.scope().service(),
                    recovery.declared(),
                    until,
                    elapsed,
                    met ? Step.Effect.IN_TIME : restored ? Step.Effect.LATE : Step.Effect.OVERDUE,
                    null,
                    due,
                    null));
        }
        return Finding.share(good, counted, target, minimumSamples, steps);
    }

    /** Recoveries that lost data of at most so many seconds, by the period of the failure; those not yet known are left out. */
    public static Finding recoveryPoint(
            List<Fact.Recovery> recoveries, long seconds, long from, long to, Share target, Integer minimumSamples) {
        long good = 0;
        long counted = 0;
        List<Step> steps = new ArrayList<>();
        for (Fact.Recovery recovery : sorted(recoveries)) {
            if (recovery.lastGood() == null || recovery.failure() < from || recovery.failure() >= to) {
                continue;
            }
            long lost = recovery.failure() - recovery.lastGood();
            counted++;
            good += lost <= seconds ? 1 : 0;
            steps.add(Step.interval(
                    Step.Kind.RECOVERY,
                    recovery.key(),
                    recovery.scope().service(),
                    recovery.lastGood(),
                    recovery.failure(),
                    lost,
                    lost <= seconds ? Step.Effect.WITHIN : Step.Effect.BEYOND_THRESHOLD,
                    null));
        }
        return Finding.share(good, counted, target, minimumSamples, steps);
    }

    /**
     * Service reports published on their agreed day or before, by the period of that day.
     *
     * @param to end of the period, or now when that is earlier: what was published later is not known
     */
    public static Finding reports(List<Fact.Report> reports, long from, long to, Share target, Integer minimumSamples) {
        long good = 0;
        long counted = 0;
        List<Step> steps = new ArrayList<>();
        for (Fact.Report report : reports.stream()
                .filter(one -> one.due() >= from && one.due() < to)
                .sorted(Comparator.comparingLong(Fact.Report::due).thenComparing(Fact.Report::key))
                .toList()) {
            boolean published = report.published() < to;
            boolean met = report.published() <= report.due();
            // one of a month that is not over has no time before it
            long until = Math.max(report.to(), published ? report.published() : to);
            counted++;
            good += met ? 1 : 0;
            steps.add(new Step(
                    Step.Kind.REPORT,
                    report.key(),
                    report.scope().service(),
                    report.to(),
                    until,
                    until - report.to(),
                    met ? Step.Effect.IN_TIME : published ? Step.Effect.LATE : Step.Effect.OVERDUE,
                    null,
                    report.due(),
                    null));
        }
        return Finding.share(good, counted, target, minimumSamples, steps);
    }

    private static List<Fact.Recovery> sorted(List<Fact.Recovery> recoveries) {
        return recoveries.stream()
                .sorted(Comparator.comparingLong(Fact.Recovery::declared).thenComparing(Fact.Recovery::key))
                .toList();
    }

    /** One number of all of a period, against the threshold. */
    public static Finding number(
            List<Fact.Value> values,
            Aggregation aggregation,
            long from,
            long to,
            Share threshold,
            Direction direction,
            Integer minimumSamples) {
        List<Fact.Value> counted = values.stream()
                .filter(value -> value.at() >= from && value.at() < to)
                .sorted(Comparator.comparingLong(Fact.Value::at).thenComparing(Fact.Value::key))
                .toList();
        if (counted.isEmpty()) {
            return Finding.notMeasurable(List.of());
        }
        List<Step> steps = counted.stream()
                .map(value -> Step.interval(
                        Step.Kind.VALUE,
                        value.key() + " " + value.value().stripTrailingZeros().toPlainString(),
                        value.scope().service(),
                        value.at(),
                        value.at(),
                        0,
                        direction.good(Share.of(value.value()), threshold)
                                ? Step.Effect.WITHIN
                                : Step.Effect.BEYOND_THRESHOLD,
                        null))
                .toList();
        List<Share> numbers =
                counted.stream().map(value -> Share.of(value.value())).toList();
        Share sum = numbers.stream().reduce(Share.ZERO, Share::plus);
        Share number = switch (aggregation) {
            case LATEST -> numbers.get(numbers.size() - 1);
            case SUM -> sum;
            case MEAN -> sum.dividedBy(Share.of(numbers.size()));
            case HIGHEST -> numbers.stream().reduce(Share::max).orElseThrow();
            case LOWEST -> numbers.stream().reduce(Share::min).orElseThrow();
        };
        boolean enough = minimumSamples == null || counted.size() >= minimumSamples;
        return Finding.number(number, threshold, direction, enough, steps);
    }
}
