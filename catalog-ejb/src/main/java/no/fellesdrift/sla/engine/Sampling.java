package no.fellesdrift.sla.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Share;

/**
 * Levels over samples: how many are within a threshold, what a percentile is, how much of the agreed time a resource was
 * below its limit. Pure functions of hours of samples; the order in which samples came does not matter.
 *
 * <p>A sample belongs to the agreed time when the five minutes it was taken in begin there. A failed sample is never
 * within a threshold and is worse than any value.
 */
public final class Sampling {

    /** Hours of one metric that touch {@code [from, to)}, epoch seconds, in order of time; several of the same may come. */
    @FunctionalInterface
    public interface Hours {
        void forEach(long from, long to, Consumer<SampleHour> each);
    }

    private static final Share HUNDRED = Share.of(100);

    private final Hours hours;
    private final Spans agreed;
    private final String metric;
    private final String service;

    /**
     * @param agreed open time, clipped to period, line and now
     * @param metric names the steps, with {@code service}
     */
    public Sampling(Hours hours, Spans agreed, String metric, String service) {
        this.hours = hours;
        this.agreed = agreed;
        this.metric = metric;
        this.service = service;
    }

    private interface Slot {
        void at(long start, NavigableMap<BigDecimal, Long> values, long failed);
    }

    /** The five minutes that begin in the agreed time. */
    private void slots(Slot each) {
        if (agreed.isEmpty()) {
            return;
        }
        hours.forEach(agreed.from(0), agreed.to(agreed.size() - 1), hour -> {
            for (long start = hour.start(); start < hour.start() + SampleHour.HOUR; start += SampleHour.SLOT) {
                if (agreed.contains(start)) {
                    each.at(start, hour.values(start), hour.failed(start, start + SampleHour.SLOT));
                }
            }
        });
    }

    /** How many samples of one day, in words of numbers alone: {@code response_ms 1430/1440}. */
    private final class Days {

        private static final long DAY = 86_400;

        private final List<Step> steps = new ArrayList<>();
        private long day = Long.MIN_VALUE;
        private long from;
        private long to;
        private long good;
        private long counted;

        void add(long start, long goodOnes, long all) {
            long own = Math.floorDiv(start, DAY);
            if (own != day) {
                close();
                day = own;
                from = start;
            }
            to = start + SampleHour.SLOT;
            good += goodOnes;
            counted += all;
        }

        List<Step> close() {
            if (counted > 0) {
                steps.add(Step.interval(
                        Step.Kind.SAMPLES,
                        metric + " " + good + "/" + counted,
                        service,
                        from,
                        to,
                        to - from,
                        good == counted ? Step.Effect.WITHIN : Step.Effect.SOME_BEYOND,
                        null));
            }
            good = 0;
            counted = 0;
            return steps;
        }
    }

    /** The share of samples within the threshold: additive, and exact for any threshold. */
    public Finding within(Share threshold, Direction direction, Share target, Integer minimumSamples) {
        long[] sums = new long[2];
        Days days = new Days();
        slots((start, values, failed) -> {
            long good = 0;
            long all = failed;
            for (Map.Entry<BigDecimal, Long> value : values.entrySet()) {
                all += value.getValue();
                good += direction.good(Share.of(value.getKey()), threshold) ? value.getValue() : 0;
            }
            if (all > 0) {
                sums[0] += good;
                sums[1] += all;
                days.add(start, good, all);
            }
        });
        return Finding.share(sums[0], sums[1], target, minimumSamples, days.close());
    }

    /**
     * A percentile of all samples, against the threshold.
     *
     * @param percentile from 0 to 100
     * @return without a number, and breached, when so many failed that a failed one is the percentile
     */
    public Finding percentile(
            Share percentile, boolean linear, Share threshold, Direction direction, Integer minimumSamples) {
        NavigableMap<BigDecimal, Long> all = new TreeMap<>();
        long[] failedSum = new long[1];
        Days days = new Days();
        slots((start, values, failed) -> {
            long good = 0;
            long count = failed;
            for (Map.Entry<BigDecimal, Long> value : values.entrySet()) {
                all.merge(value.getKey(), value.getValue(), Long::sum);
                count += value.getValue();
                good += direction.good(Share.of(value.getKey()), threshold) ? value.getValue() : 0;
            }
            failedSum[0] += failed;
            if (count > 0) {
                days.add(start, good, count);
            }
        });
        Ranked ranked = new Ranked(all, failedSum[0], direction);
        List<Step> steps = days.close();
        if (ranked.size == 0) {
            return Finding.notMeasurable(steps);
        }
        boolean enough = minimumSamples == null || ranked.size >= minimumSamples;
        Share value = linear ? ranked.linear(percentile) : ranked.nearest(percentile);
        return value == null
                ? new Finding(enough ? ResultStatus.BREACHED : ResultStatus.INSUFFICIENT_DATA, null, null, null, steps)
                : Finding.number(value, threshold, direction, enough, steps);
    }

    /** Values in ascending order, the failed ones at the bad end. */
    private static final class Ranked {

        private final NavigableMap<BigDecimal, Long> values;
        private final long before;
        private final long size;

        Ranked(NavigableMap<BigDecimal, Long> values, long failed, Direction direction) {
            this.values = values;
            this.before = direction == Direction.AT_LEAST ? failed : 0;
            this.size =
                    failed + values.values().stream().mapToLong(Long::longValue).sum();
        }

        /** @param rank from 1; null for a failed one */
        private Share at(long rank) {
            long left = rank - before;
            if (left <= 0) {
                return null;
            }
            for (Map.Entry<BigDecimal, Long> value : values.entrySet()) {
                left -= value.getValue();
                if (left <= 0) {
                    return Share.of(value.getKey());
                }
            }
            return null;
        }

        Share nearest(Share percentile) {
            long rank = percentile
                    .dividedBy(HUNDRED)
                    .times(Share.of(size))
                    .negate()
                    .floor()
                    .negate()
                    .longValueExact();
            return at(Math.max(1, rank));
        }

        Share linear(Share percentile) {
            Share rank = percentile.dividedBy(HUNDRED).times(Share.of(size - 1));
            long below = rank.floor().longValueExact();
            Share low = at(below + 1);
            Share rest = rank.minus(Share.of(below));
            if (rest.isZero() || low == null) {
                return low;
            }
            Share high = at(below + 2);
            return high == null ? null : low.plus(high.minus(low).times(rest));
        }
    }

    /**
     * The agreed time in which the number stayed within the threshold. In five minutes with samples the worst of them
     * holds; it goes on holding for a while where none come, and after that nothing is known.
     *
     * @param hold seconds after the end of five minutes with samples
     * @param unknown what time without samples counts as
     */
    public Finding capacity(
            Share threshold,
            Direction direction,
            int hold,
            UnknownPolicy unknown,
            Share minimumCoverage,
            Share target) {
        if (agreed.isEmpty()) {
            return Finding.notMeasurable(List.of());
        }
        TreeMap<Long, BigDecimal> worst = new TreeMap<>();
        long first = agreed.from(0);
        hours.forEach(first - hold - SampleHour.HOUR, agreed.to(agreed.size() - 1), hour -> {
            for (long start = hour.start(); start < hour.start() + SampleHour.HOUR; start += SampleHour.SLOT) {
                NavigableMap<BigDecimal, Long> values = hour.values(start);
                if (!values.isEmpty()) {
                    worst.merge(
                            start,
                            direction == Direction.AT_MOST ? values.lastKey() : values.firstKey(),
                            direction == Direction.AT_MOST ? BigDecimal::max : BigDecimal::min);
                }
            }
        });
        List<long[]> good = new ArrayList<>();
        List<long[]> bad = new ArrayList<>();
        for (Map.Entry<Long, BigDecimal> slot : worst.entrySet()) {
            Long next = worst.higherKey(slot.getKey());
            long until = slot.getKey() + SampleHour.SLOT + hold;
            long end = next == null ? until : Math.min(next, until);
            boolean within = direction.good(Share.of(slot.getValue()), threshold);
            (within ? good : bad).add(new long[] {slot.getKey(), end});
        }
        Spans within = agreed.intersection(Spans.union(good));
        Spans beyond = agreed.intersection(Spans.union(bad));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < beyond.size(); i++) {
            steps.add(Step.interval(
                    Step.Kind.SAMPLES,
                    metric,
                    service,
                    beyond.from(i),
                    beyond.to(i),
                    beyond.to(i) - beyond.from(i),
                    Step.Effect.BEYOND_THRESHOLD,
                    null));
        }
        long all = agreed.seconds();
        long measured = within.seconds() + beyond.seconds();
        long numerator = within.seconds() + (unknown == UnknownPolicy.UP ? all - measured : 0);
        long denominator = unknown == UnknownPolicy.REMOVED ? measured : all;
        if (denominator == 0) {
            return Finding.notMeasurable(steps);
        }
        Share coverage = Share.of(measured, all);
        ResultStatus status = coverage.compareTo(minimumCoverage) < 0
                ? ResultStatus.INSUFFICIENT_DATA
                : Share.of(numerator, denominator).compareTo(target) >= 0 ? ResultStatus.MET : ResultStatus.BREACHED;
        return new Finding(status, numerator, denominator, coverage, steps);
    }
}
