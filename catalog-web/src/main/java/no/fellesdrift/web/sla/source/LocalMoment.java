package no.fellesdrift.web.sla.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import no.fellesdrift.web.frame.Written;

/**
 * What people type of an instant: a local date and time of Oslo. A time that the clocks skip in March moves forward, one
 * that comes twice in October is its first.
 */
final class LocalMoment {

    private LocalMoment() {}

    /** Null when either is missing. */
    static Instant instant(LocalDate date, LocalTime time) {
        return date == null || time == null
                ? null
                : LocalDateTime.of(date, time).atZone(Written.OSLO).toInstant();
    }

    static LocalDate date(Instant instant) {
        return instant == null ? null : instant.atZone(Written.OSLO).toLocalDate();
    }

    static LocalTime time(Instant instant) {
        return instant == null ? null : instant.atZone(Written.OSLO).toLocalTime();
    }

    /** What is odd about a typed time: {@code SKIPPED}, {@code TWICE} or nothing. */
    static String oddity(LocalDate date, LocalTime time) {
        if (date == null || time == null) {
            return "";
        }
        return switch (Written.OSLO
                .getRules()
                .getValidOffsets(LocalDateTime.of(date, time))
                .size()) {
            case 0 -> "SKIPPED";
            case 1 -> "";
            default -> "TWICE";
        };
    }
}
