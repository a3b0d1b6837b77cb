package no.fellesdrift.sla.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Outages and unmeasured time, out of probes that found a service up or down: what a probe found holds until the next
 * one, but only for a while; after that nothing is known. Of probes in the same second one that found it down counts.
 */
public final class Probes {

    private final Fact.Scope scope;
    private final String metric;
    private final long to;
    private final int hold;
    private final List<long[]> down = new ArrayList<>();
    private final List<long[]> unknown = new ArrayList<>();
    /** Until when the last probe is followed, and what it found. */
    private long last;

    private boolean up = true;
    private long known;

    private Probes(Fact.Scope scope, String metric, long from, long to, int hold) {
        this.scope = scope;
        this.metric = metric;
        this.to = to;
        this.hold = hold;
        this.last = from;
        this.known = from;
    }

    /**
     * @param hold seconds for which a probe holds when no other comes
     * @return outages and unknown times in {@code [from, to)}, none touching another of its kind
     */
    public static List<Fact> facts(
            Sampling.Hours hours, Fact.Scope scope, String metric, long from, long to, int hold) {
        Probes probes = new Probes(scope, metric, from, to, hold);
        SampleHour[] current = new SampleHour[1];
        hours.forEach(from - hold - SampleHour.HOUR, to, hour -> {
            if (current[0] == null || current[0].start() != hour.start()) {
                probes.hour(current[0]);
                current[0] = new SampleHour(hour.start());
            }
            current[0].add(hour);
        });
        probes.hour(current[0]);
        probes.until(to);
        return probes.facts();
    }

    private void hour(SampleHour hour) {
        if (hour != null) {
            hour.within(hour.start(), hour.start() + SampleHour.HOUR)
                    .forEach((offset, probe) -> probe(hour.start() + offset, probe.down() == 0));
        }
    }

    private void probe(long at, boolean isUp) {
        if (at < to) {
            until(at);
            up = isUp;
            last = Math.max(last, at);
            known = Math.max(known, at + hold);
        }
    }

    /** What the last probe found holds until then, or for as long as it does. */
    private void until(long at) {
        if (at <= last) {
            return;
        }
        long end = Math.min(at, Math.max(known, last));
        if (!up) {
            add(down, last, end);
        }
        add(unknown, end, at);
    }

    private static void add(List<long[]> spans, long start, long end) {
        if (end <= start) {
            return;
        }
        long[] before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (before != null && before[1] == start) {
            before[1] = end;
        } else {
            spans.add(new long[] {start, end});
        }
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        down.forEach(span -> facts.add(new Fact.Outage(metric, scope, span[0], span[1], Cause.PROVIDER, false)));
        unknown.forEach(span -> facts.add(new Fact.Unknown(metric, scope, span[0], span[1])));
        return facts;
    }
}
