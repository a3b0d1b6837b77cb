package no.fellesdrift.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Rejection;

/**
 * The rows of one line in order of time, and what a delivery does to them. Days before the delivery keep their
 * quantity: the row it falls in ends there and the next one begins. Units agreed for later days move with it.
 */
final class LineTimeline {

    private final LineNumber line;
    private final List<LineRow> rows;
    private final List<LineRow> begun = new ArrayList<>();
    private final List<LineRow> gone = new ArrayList<>();

    LineTimeline(LineNumber line, List<LineRow> rows) {
        this.line = line;
        this.rows = new ArrayList<>(rows);
        this.rows.sort(Comparator.comparing(row -> row.valid().start()));
    }

    List<LineRow> rows() {
        return List.copyOf(rows);
    }

    /** Rows that were not there before. */
    List<LineRow> begun() {
        return List.copyOf(begun);
    }

    /** Rows that were agreed and never came to be. */
    List<LineRow> gone() {
        return List.copyOf(gone);
    }

    Optional<LineRow> on(LocalDate date) {
        return rows.stream().filter(row -> row.valid().contains(date)).findFirst();
    }

    /** Whether the line exists on the date, or is agreed to begin after it. */
    boolean openOrComing(LocalDate date) {
        return rows.stream()
                .anyMatch(
                        row -> row.valid().contains(date) || row.valid().start().isAfter(date));
    }

    /** The line begins. */
    void begin(BigDecimal quantity, DateRange valid, OrderNumber order) {
        LineRow first = new LineRow(line, 1, quantity, valid, order);
        rows.add(first);
        begun.add(first);
    }

    /**
     * A line agreed from a later day was delivered before it: the agreed day holds.
     *
     * @throws Rejection LINE_NOT_OPEN, when the line has begun already
     */
    void deliveredAhead(LocalDate date) {
        if (rows.isEmpty() || !rows.get(0).valid().start().isAfter(date)) {
            throw new Rejection(AgreementReason.LINE_NOT_OPEN, line, date);
        }
    }

    /**
     * Units are added, or taken away when negative, from a date on.
     *
     * @throws Rejection LINE_NOT_OPEN, when the line does not exist on the date and will not; FEWER_THAN_NOTHING
     */
    void add(BigDecimal units, LocalDate date, OrderNumber order) {
        if (!openOrComing(date)) {
            throw new Rejection(AgreementReason.LINE_NOT_OPEN, line, date);
        }
        for (LineRow row : List.copyOf(rows)) {
            boolean holds = row.valid().contains(date);
            if (!holds && !row.valid().start().isAfter(date)) {
                continue;
            }
            BigDecimal quantity = row.quantity().add(units);
            if (quantity.signum() < 0) {
                throw new Rejection(
                        AgreementReason.FEWER_THAN_NOTHING,
                        line,
                        row.quantity().stripTrailingZeros().toPlainString(),
                        units.negate().stripTrailingZeros().toPlainString());
            }
            if (holds && row.valid().start().isBefore(date)) {
                LineRow next = new LineRow(
                        line,
                        nextRow(),
                        quantity,
                        new DateRange(date, row.valid().end()),
                        order);
                row.endOn(date);
                rows.add(next);
                begun.add(next);
            } else {
                row.become(quantity, holds ? order : row.fromOrder());
            }
        }
    }

    /**
     * The line does not exist from the date on.
     *
     * @throws Rejection LINE_NOT_OPEN; LINE_BEGINS_THEN, when nothing of it would be left
     */
    void end(LocalDate date) {
        LineRow holding = on(date).orElseThrow(() -> new Rejection(AgreementReason.LINE_NOT_OPEN, line, date));
        if (holding.valid().start().equals(date) && rows.get(0) == holding) {
            throw new Rejection(AgreementReason.LINE_BEGINS_THEN, line, date);
        }
        for (LineRow row : List.copyOf(rows)) {
            if (!row.valid().start().isBefore(date)) {
                rows.remove(row);
                gone.add(row);
            }
        }
        if (holding.valid().start().isBefore(date)) {
            holding.endOn(date);
        }
    }

    private int nextRow() {
        return rows.stream().mapToInt(LineRow::rowNo).max().orElse(0) + 1;
    }
}
