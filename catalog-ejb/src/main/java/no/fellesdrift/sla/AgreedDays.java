package no.fellesdrift.sla;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.engine.ServiceCalendar;

/** The agreed service time of a result, day by day, by the calendar version that it was computed with. */
class AgreedDays {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final Pattern CALENDAR = Pattern.compile("(?:^|; )calendar=(\\S+) v([0-9]+)(?:;|$)");
    private static final Pattern PERIOD = Pattern.compile("(?:^|; )period=([A-Z_]+)(?:;|$)");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    @Inject
    ServiceLevels levels;

    /** None for what has no agreed time: cases, and what was not evaluated. */
    List<ExplanationView.DayView> of(ResultView result) {
        Optional<ServiceCalendar> calendar =
                result.availability() == null ? Optional.empty() : calendar(result.policy());
        if (calendar.isEmpty()) {
            return List.of();
        }
        List<DateRange> existence =
                ranges("select valid_from, valid_to from agreement_line_row where line = ?", result.line());
        List<DateRange> validity =
                ranges("select valid_from, valid_to from service_level where level = ?", result.level());
        YearMonth last = YearMonth.parse(result.period());
        LocalDate end = last.plusMonths(1).atDay(1);
        long until = result.provisional() ? result.evaluatedAt().getEpochSecond() : Long.MAX_VALUE;
        List<ExplanationView.DayView> days = new ArrayList<>();
        for (LocalDate day = last.minusMonths(months(result.policy()) - 1L).atDay(1);
                day.isBefore(end);
                day = day.plusDays(1)) {
            days.add(new ExplanationView.DayView(
                    day,
                    holds(existence, day) && holds(validity, day)
                            ? calendar.get().seconds(midnight(day), Math.min(midnight(day.plusDays(1)), until))
                            : 0));
        }
        return days;
    }

    private Optional<ServiceCalendar> calendar(String policy) {
        Matcher found = CALENDAR.matcher(policy);
        return found.find()
                ? levels.calendars().getOrDefault(found.group(1), List.of()).stream()
                        .filter(version -> version.version() == Integer.parseInt(found.group(2)))
                        .map(Promised.CalendarVersion::calendar)
                        .findFirst()
                : Optional.empty();
    }

    private static int months(String policy) {
        Matcher found = PERIOD.matcher(policy);
        return switch (found.find() ? found.group(1) : "MONTH") {
            case "QUARTER" -> 3;
            case "HALF_YEAR" -> 6;
            case "YEAR" -> 12;
            default -> 1;
        };
    }

    private List<DateRange> ranges(String sql, String code) {
        return Rows.list(em.unwrap(Connection.class), sql, List.of(code), row -> Rows.range(row, ""));
    }

    private static boolean holds(List<DateRange> ranges, LocalDate day) {
        return ranges.stream().anyMatch(range -> range.contains(day));
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toEpochSecond();
    }
}
