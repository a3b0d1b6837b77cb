package no.fellesdrift.sla.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A set of seconds, kept as sorted half-open {@code [from, to)} spans of epoch seconds that neither overlap nor touch,
 * with the running sum of their lengths: how many seconds lie before an instant, and which instant has so many before
 * it, are one binary search each. The sum is made when it is first asked for, since most sets are only cut and joined.
 * Immutable.
 */
public final class Spans {

    public static final Spans NONE = new Spans(new long[0], new long[0], 0);

    private final long[] from;
    private final long[] to;
    private final long seconds;
    /** {@code prefix[i]}: seconds in the spans before span {@code i}; one longer than the others; null until asked for. */
    private volatile long[] prefix;

    private Spans(long[] from, long[] to, int size) {
        this.from = from.length == size ? from : Arrays.copyOf(from, size);
        this.to = to.length == size ? to : Arrays.copyOf(to, size);
        long all = 0;
        for (int i = 0; i < size; i++) {
            all += to[i] - from[i];
        }
        this.seconds = all;
    }

    /** Takes spans in order of their starts and joins those that overlap or touch. */
    static final class InOrder {
        private long[] from;
        private long[] to;
        private int size;

        InOrder(int expected) {
            from = new long[expected];
            to = new long[expected];
        }

        /** @param start not before that of the span before; an empty or inverted span is dropped */
        void add(long start, long end) {
            if (end <= start) {
                return;
            }
            if (size > 0 && start <= to[size - 1]) {
                to[size - 1] = Math.max(to[size - 1], end);
                return;
            }
            if (size == from.length) {
                from = Arrays.copyOf(from, Math.max(4, size * 2));
                to = Arrays.copyOf(to, from.length);
            }
            from[size] = start;
            to[size++] = end;
        }

        Spans spans() {
            return size == 0 ? NONE : new Spans(from, to, size);
        }
    }

    /** One span; empty when the end is not after the start. */
    public static Spans of(long start, long end) {
        return end > start ? new Spans(new long[] {start}, new long[] {end}, 1) : NONE;
    }

    /** The union of any number of spans in any order; empty and inverted ones are dropped. */
    public static Spans union(List<long[]> pairs) {
        List<long[]> sorted = new ArrayList<>(pairs);
        sorted.sort((one, other) -> Long.compare(one[0], other[0]));
        InOrder union = new InOrder(sorted.size());
        for (long[] pair : sorted) {
            union.add(pair[0], pair[1]);
        }
        return union.spans();
    }

    public Spans union(Spans other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        InOrder union = new InOrder(size() + other.size());
        int i = 0;
        int j = 0;
        while (i < from.length || j < other.from.length) {
            if (j == other.from.length || (i < from.length && from[i] <= other.from[j])) {
                union.add(from[i], to[i++]);
            } else {
                union.add(other.from[j], other.to[j++]);
            }
        }
        return union.spans();
    }

    public Spans intersection(Spans other) {
        if (isEmpty() || other.isEmpty()) {
            return NONE;
        }
        Spans near = other.clip(from[0], to[to.length - 1]);
        return near.size() == 1 ? clip(near.from[0], near.to[0]) : near.isEmpty() ? NONE : common(near);
    }

    private Spans common(Spans other) {
        long[] starts = new long[size() + other.size()];
        long[] ends = new long[size() + other.size()];
        int size = 0;
        for (int i = 0, j = 0; i < from.length && j < other.from.length; ) {
            long start = Math.max(from[i], other.from[j]);
            long end = Math.min(to[i], other.to[j]);
            if (start < end) {
                starts[size] = start;
                ends[size++] = end;
            }
            if (to[i] < other.to[j]) {
                i++;
            } else {
                j++;
            }
        }
        return new Spans(starts, ends, size);
    }

    /** What of this lies outside the other. */
    public Spans minus(Spans other) {
        if (isEmpty() || other.isEmpty()) {
            return this;
        }
        Spans near = other.clip(from[0], to[to.length - 1]);
        return near.isEmpty() ? this : without(near);
    }

    private Spans without(Spans other) {
        long[] starts = new long[size() + other.size()];
        long[] ends = new long[size() + other.size()];
        int size = 0;
        int j = 0;
        for (int i = 0; i < from.length; i++) {
            long start = from[i];
            while (j < other.to.length && other.to[j] <= start) {
                j++;
            }
            for (int k = j; k < other.from.length && other.from[k] < to[i]; k++) {
                if (other.from[k] > start) {
                    starts[size] = start;
                    ends[size++] = other.from[k];
                }
                start = Math.max(start, other.to[k]);
            }
            if (start < to[i]) {
                starts[size] = start;
                ends[size++] = to[i];
            }
        }
        return new Spans(starts, ends, size);
    }

    /** What of this lies in {@code [start, end)}, found by two binary searches. */
    public Spans clip(long start, long end) {
        int at = Arrays.binarySearch(to, start);
        int first = at >= 0 ? at + 1 : -at - 1;
        at = Arrays.binarySearch(from, end);
        int after = at >= 0 ? at : -at - 1;
        if (first >= after || end <= start) {
            return NONE;
        }
        if (first == 0 && after == from.length && from[0] >= start && to[after - 1] <= end) {
            return this;
        }
        long[] starts = Arrays.copyOfRange(from, first, after);
        long[] ends = Arrays.copyOfRange(to, first, after);
        starts[0] = Math.max(starts[0], start);
        ends[ends.length - 1] = Math.min(ends[ends.length - 1], end);
        return new Spans(starts, ends, starts.length);
    }

    /** The first so many seconds, in order of time. */
    public Spans first(long seconds) {
        if (seconds >= seconds()) {
            return this;
        }
        return seconds <= 0 ? NONE : clip(from[0], reach(seconds));
    }

    /** All seconds of the set. */
    public long seconds() {
        return seconds;
    }

    /** Seconds of the set before the instant. */
    public long secondsBefore(long instant) {
        int i = spanStartingAtOrBefore(instant);
        return i < 0 ? 0 : sums()[i] + Math.min(instant, to[i]) - from[i];
    }

    public long secondsBetween(long start, long end) {
        return end <= start ? 0 : secondsBefore(end) - secondsBefore(start);
    }

    public boolean contains(long instant) {
        int i = spanStartingAtOrBefore(instant);
        return i >= 0 && instant < to[i];
    }

    /**
     * The earliest instant that has so many seconds of the set before it.
     *
     * @param seconds from 1 to {@link #seconds()}
     */
    public long reach(long seconds) {
        int i = Arrays.binarySearch(sums(), seconds);
        int span = i >= 0 ? i - 1 : -i - 2;
        return from[span] + (seconds - sums()[span]);
    }

    /**
     * The instant inside the set that has so many seconds of the set before it: where {@link #reach} gives the end of a
     * span, this gives the start of the next.
     *
     * @param seconds from 0 to one below {@link #seconds()}
     */
    public long next(long seconds) {
        int i = Arrays.binarySearch(sums(), seconds);
        int span = i >= 0 ? i : -i - 2;
        return from[span] + (seconds - sums()[span]);
    }

    private long[] sums() {
        long[] made = prefix;
        if (made == null) {
            made = new long[from.length + 1];
            for (int i = 0; i < from.length; i++) {
                made[i + 1] = made[i] + (to[i] - from[i]);
            }
            prefix = made;
        }
        return made;
    }

    /** The index of the last span that starts at or before the instant; −1 when none does. */
    int spanStartingAtOrBefore(long instant) {
        int i = Arrays.binarySearch(from, instant);
        return i >= 0 ? i : -i - 2;
    }

    public int size() {
        return from.length;
    }

    public boolean isEmpty() {
        return from.length == 0;
    }

    public long from(int i) {
        return from[i];
    }

    public long to(int i) {
        return to[i];
    }

    /** Copies, as {@code {from, to}}. */
    public List<long[]> pairs() {
        return IntStream.range(0, from.length)
                .mapToObj(i -> new long[] {from[i], to[i]})
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spans that && Arrays.equals(from, that.from) && Arrays.equals(to, that.to);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < from.length; i++) {
            text.append('[').append(from[i]).append(", ").append(to[i]).append(')');
        }
        return text.toString();
    }
}
