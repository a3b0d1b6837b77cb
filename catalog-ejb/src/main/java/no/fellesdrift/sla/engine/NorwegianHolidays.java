package no.fellesdrift.sla.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Norwegian public holidays (lov om 1 og 17 mai som høgtidsdagar, 1947-04-26-1, and the church's days), Sundays
 * included. Half-days before them are calendar data of an agreement, not holidays.
 */
public final class NorwegianHolidays {

    private NorwegianHolidays() {}

    /** In order; a date that is two holidays, as 17 May 2027, stands once. */
    public static List<LocalDate> of(int year) {
        LocalDate easter = easter(year);
        return Stream.of(
                        LocalDate.of(year, 1, 1),
                        easter.minusDays(3),
                        easter.minusDays(2),
                        easter,
                        easter.plusDays(1),
                        LocalDate.of(year, 5, 1),
                        LocalDate.of(year, 5, 17),
                        easter.plusDays(39),
                        easter.plusDays(49),
                        easter.plusDays(50),
                        LocalDate.of(year, 12, 25),
                        LocalDate.of(year, 12, 26))
                .distinct()
                .sorted()
                .toList();
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
