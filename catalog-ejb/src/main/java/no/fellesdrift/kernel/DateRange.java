package no.fellesdrift.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Local dates from {@code start} inclusive to {@code end} exclusive; an absent end is open. Never empty. */
public record DateRange(LocalDate start, LocalDate end) {

    /** @throws IllegalArgumentException when the end is not after the start */
    public DateRange {
        if (end != null && !end.isAfter(start)) {
            throw new IllegalArgumentException("A range ends after it starts: [" + start + ", " + end + ")");
        }
    }

    public static DateRange from(LocalDate start) {
        return new DateRange(start, null);
    }

    public static DateRange of(YearMonth month) {
        return new DateRange(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    public boolean isOpen() {
        return end == null;
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && (end == null || date.isBefore(end));
    }

    public boolean contains(DateRange other) {
        return !other.start.isBefore(start) && (end == null || (other.end != null && !other.end.isAfter(end)));
    }

    public boolean overlaps(DateRange other) {
        return intersection(other).isPresent();
    }

    public Optional<DateRange> intersection(DateRange other) {
        LocalDate from = start.isAfter(other.start) ? start : other.start;
        LocalDate to = end == null ? other.end : other.end == null || end.isBefore(other.end) ? end : other.end;
        return to == null || to.isAfter(from) ? Optional.of(new DateRange(from, to)) : Optional.empty();
    }

    /** @throws IllegalStateException when the range is open */
    public long days() {
        return ChronoUnit.DAYS.between(start, closedEnd());
    }

    /** @throws IllegalStateException when the range is open */
    public LocalDate lastDay() {
        return closedEnd().minusDays(1);
    }

    private LocalDate closedEnd() {
        if (end == null) {
            throw new IllegalStateException("An open range has no last day: from " + start);
        }
        return end;
    }

    @Override
    public String toString() {
        return "[" + start + ", " + (end == null ? "…" : end) + ")";
    }
}
