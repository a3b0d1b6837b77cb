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

/** The agreed service time of a result, day by day, each by the calendar version that holds on it. */
class AgreedDays {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final Pattern CALENDAR = Pattern.compile("(?:^|; )calendar=(\\S+) v[1-9]");
    private static final Pattern PERIOD = Pattern.compile("(?:^|; )period=([A-Z0-9_]+)(?:;|$)");

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
        List<DateRange> promised = promised(result);
        YearMonth last = YearMonth.parse(result.period());
        LocalDate end = last.plusMonths(1).atDay(1);
        long until = result.provisional() ? result.evaluatedAt().getEpochSecond() : Long.MAX_VALUE;
        List<ExplanationView.DayView> days = new ArrayList<>();
        for (LocalDate day = last.minusMonths(months(result.policy()) - 1L).atDay(1);
                day.isBefore(end);
                day = day.plusDays(1)) {
            days.add(new ExplanationView.DayView(
                    day,
                    holds(existence, day) && holds(validity, day) && holds(promised, day)
                            ? calendar.get().seconds(midnight(day), Math.min(midnight(day.plusDays(1)), until))
                            : 0));
        }
        return days;
    }

    private Optional<ServiceCalendar> calendar(String policy) {
        Matcher found = CALENDAR.matcher(policy);
        return found.find()
                ? Optional.ofNullable(levels.calendars().get(found.group(1))).map(Promised::over)
                : Optional.empty();
    }

    private static int months(String policy) {
        Matcher found = PERIOD.matcher(policy);
        return switch (found.find() ? found.group(1) : "MONTH") {
            case "QUARTER", "ROLLING_3_MONTHS" -> 3;
            case "HALF_YEAR", "ROLLING_6_MONTHS" -> 6;
            case "YEAR", "ROLLING_12_MONTHS" -> 12;
            default -> 1;
        };
    }

    /** When the line is promised the package of the level. */
    private List<DateRange> promised(ResultView result) {
        return ranges("""
                select cast('1970-01-01' as date) valid_from,
                       (select min(o.valid_from) from agreement_line_package o where o.line = l.line) valid_to
                from agreement_line l
                where l.line = ? and l.service_level_package in (select package from service_level where level = ?)
                union all
                select valid_from, valid_to from agreement_line_package
                where line = ? and service_level_package in (select package from service_level where level = ?)
                """, result.line(), result.level(), result.line(), result.level());
    }

    private List<DateRange> ranges(String sql, String... codes) {
        return Rows.list(em.unwrap(Connection.class), sql, List.of(codes), row -> Rows.range(row, ""));
    }

    private static boolean holds(List<DateRange> ranges, LocalDate day) {
        return ranges.stream().anyMatch(range -> range.contains(day));
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toEpochSecond();
    }
}
