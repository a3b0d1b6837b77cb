package no.fellesdrift.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * The working days that lead times are promised in. A room below keeps the calendars and answers; this room only
 * counts.
 */
public interface OfficeDays {

    /** Where a delivery's local date is read, and where the office is. */
    ZoneId ZONE = ZoneId.of("Europe/Oslo");

    /** Whether the office is open at all on that day. */
    boolean isWorkingDay(LocalDate date);

    /**
     * The day on which so many working days have passed. The day of the start is not counted; a start on a day that is
     * not a working day moves to the next one first.
     */
    default LocalDate after(Instant start, int workingDays) {
        LocalDate date = next(LocalDate.ofInstant(start, ZONE));
        for (int i = 0; i < workingDays; i++) {
            date = next(date.plusDays(1));
        }
        return date;
    }

    /** Working days from one day, not counted, to another, counted; negative when the other comes first. */
    default int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** The so-manieth working day of a month, from 1; of the months after it when it has fewer. */
    default LocalDate nth(YearMonth month, int workingDay) {
        LocalDate day = next(month.atDay(1));
        for (int i = 1; i < workingDay; i++) {
            day = next(day.plusDays(1));
        }
        return day;
    }

    private LocalDate next(LocalDate date) {
        LocalDate day = date;
        for (int tried = 0; !isWorkingDay(day); tried++) {
            if (tried > 366) {
                throw new IllegalStateException("The office never opens after " + date);
            }
            day = day.plusDays(1);
        }
        return day;
    }
}
