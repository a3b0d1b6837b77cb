package no.fellesdrift.price;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.kernel.DateRange;

/** Cuts stretches of days where the calendar month changes. */
final class Months {

    private Months() {}

    /** @throws IllegalStateException when the stretch is open */
    static List<DateRange> cut(DateRange days) {
        LocalDate end = days.lastDay().plusDays(1);
        List<DateRange> pieces = new ArrayList<>();
        LocalDate from = days.start();
        while (from.isBefore(end)) {
            LocalDate next = from.withDayOfMonth(1).plusMonths(1);
            pieces.add(new DateRange(from, next.isBefore(end) ? next : end));
            from = next;
        }
        return pieces;
    }
}
