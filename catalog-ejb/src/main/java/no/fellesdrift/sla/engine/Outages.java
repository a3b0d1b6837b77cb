package no.fellesdrift.sla.engine;

import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.kernel.Share;

/**
 * What is asked of the outages of a period besides the time they took: the longest, how many, how long on average, how
 * far apart. Outages that overlap or touch are one, also over a night without agreed time; each is as long as the
 * downtime in it that counts.
 */
public final class Outages {

    private final Availability.Outcome outcome;
    private final List<Long> lengths = new ArrayList<>();

    /**
     * @param facts those that concern the line
     * @param weighted reduced quality counts
     * @param lastSecond as in {@link Availability#of}
     */
    public Outages(Availability.Outcome outcome, List<? extends Fact> facts, boolean weighted, long lastSecond) {
        this.outcome = outcome;
        List<long[]> times = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Outage outage && (weighted || !outage.degraded())) {
                times.add(new long[] {outage.from(), Math.min(outage.to(), lastSecond)});
            } else if (fact instanceof Fact.Maintenance work && work.serviceDown()) {
                times.add(new long[] {work.actualFrom(), Math.min(work.actualTo(), lastSecond)});
            }
        }
        Spans down = outcome.down();
        Spans all = Spans.union(times);
        for (int i = 0; i < all.size(); i++) {
            long seconds = down.secondsBetween(all.from(i), all.to(i));
            if (seconds > 0) {
                lengths.add(seconds);
            }
        }
    }

    /** Seconds of the longest, at most so many; none is zero. */
    public Finding longest(Share most) {
        long longest = lengths.stream().mapToLong(Long::longValue).max().orElse(0);
        return number(Share.of(longest), most, Direction.AT_MOST);
    }

    /** How many take longer than so many seconds, at most so many. */
    public Finding longerThan(long seconds, Share most) {
        return number(
                Share.of(lengths.stream().filter(length -> length > seconds).count()), most, Direction.AT_MOST);
    }

    /** Mean seconds until service is restored; without an outage there is nothing to measure. */
    public Finding timeToRestore(Share most) {
        return lengths.isEmpty()
                ? Finding.notMeasurable(outcome.steps())
                : number(
                        Share.of(lengths.stream().mapToLong(Long::longValue).sum(), lengths.size()),
                        most,
                        Direction.AT_MOST);
    }

    /** Mean seconds up per outage; without an outage there is nothing to measure. */
    public Finding timeBetween(Share least) {
        return lengths.isEmpty()
                ? Finding.notMeasurable(outcome.steps())
                : number(Share.of(outcome.base() - outcome.downtime(), lengths.size()), least, Direction.AT_LEAST);
    }

    private Finding number(Share number, Share threshold, Direction direction) {
        if (outcome.status() == ResultStatus.NOT_MEASURABLE) {
            return Finding.notMeasurable(outcome.steps());
        }
        Finding found = Finding.number(
                number, threshold, direction, outcome.status() != ResultStatus.INSUFFICIENT_DATA, outcome.steps());
        return new Finding(found.status(), found.numerator(), found.denominator(), outcome.coverage(), found.steps());
    }
}
