package no.fellesdrift.kernel;

import java.time.Instant;
import java.util.Optional;

/** Instants from {@code start} inclusive to {@code end} exclusive; an absent end is open. Never empty. */
public record Interval(Instant start, Instant end) {

    /** @throws IllegalArgumentException when the end is not after the start */
    public Interval {
        if (end != null && !end.isAfter(start)) {
            throw new IllegalArgumentException("An interval ends after it starts: [" + start + ", " + end + ")");
        }
    }

    public boolean isOpen() {
        return end == null;
    }

    public boolean contains(Instant at) {
        return !at.isBefore(start) && (end == null || at.isBefore(end));
    }

    public boolean overlaps(Interval other) {
        return intersection(other).isPresent();
    }

    public Optional<Interval> intersection(Interval other) {
        Instant from = start.isAfter(other.start) ? start : other.start;
        Instant to = end == null ? other.end : other.end == null || end.isBefore(other.end) ? end : other.end;
        return to == null || to.isAfter(from) ? Optional.of(new Interval(from, to)) : Optional.empty();
    }

    /** Whole seconds. @throws IllegalStateException when the interval is open */
    public long seconds() {
        if (end == null) {
            throw new IllegalStateException("An open interval has no length: from " + start);
        }
        return end.getEpochSecond() - start.getEpochSecond();
    }

    @Override
    public String toString() {
        return "[" + start + ", " + (end == null ? "…" : end) + ")";
    }
}
