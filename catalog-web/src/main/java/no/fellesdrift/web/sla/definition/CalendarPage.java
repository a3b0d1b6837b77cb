package no.fellesdrift.web.sla.definition;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.sla.definition.CalendarDesk;
import no.fellesdrift.sla.definition.CalendarVersionView;
import no.fellesdrift.sla.engine.NorwegianHolidays;
import no.fellesdrift.sla.engine.ServiceCalendar;
import no.fellesdrift.sla.engine.Spans;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** One service calendar, and a year of it drawn month by month. */
@Named
@RequestScoped
public class CalendarPage {

    private static final int LAST_YEAR = 2199;

    @Inject
    CalendarDesk desk;

    @Inject
    HttpServletRequest request;

    @Inject
    Texts t;

    @Inject
    Format f;

    private List<CalendarVersionView> versions;
    private CalendarVersionView shown;
    private ServiceCalendar compiled;
    private int year;
    private LocalDate today;
    private Set<LocalDate> publicHolidays;
    private List<MonthOfYear> months;

    /**
     * A day.
     *
     * @param kind open, other (other hours than the weekday's), holiday, closed, or empty for a cell before the first
     * @param sign what stands beside the number, so that no kind is told by colour alone
     * @param words for those who do not see it
     */
    public record Day(String number, String kind, String sign, String words) {}

    public record MonthOfYear(String name, List<List<Day>> weeks, int openDays, long openSeconds) {}

    /** A day that is not like other days of its week. */
    public record Special(LocalDate date, String kind, String hours, boolean norwegian) {}

    @PostConstruct
    void open() {
        versions =
                desk.versions(Optional.ofNullable(request.getParameter("code")).orElse(""));
        today = desk.today();
        String asked = request.getParameter("year");
        year = asked != null && asked.matches("(19|20|21)\\d\\d") ? Integer.parseInt(asked) : today.getYear();
        LocalDate middle = year == today.getYear() ? today : LocalDate.of(year, 7, 1);
        String number = request.getParameter("version");
        shown = versions.stream()
                .filter(version -> String.valueOf(version.version()).equals(number))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(version -> version.valid().contains(middle))
                        .findFirst())
                .orElseGet(() -> versions.get(versions.size() - 1));
        compiled = shown.compiled();
        publicHolidays = new HashSet<>(NorwegianHolidays.of(year));
        months = Arrays.stream(Month.values())
                .map(month -> month(YearMonth.of(year, month)))
                .toList();
    }

    private MonthOfYear month(YearMonth month) {
        List<List<Day>> weeks = new ArrayList<>();
        List<Day> week = new ArrayList<>();
        for (int before = 1; before < month.atDay(1).getDayOfWeek().getValue(); before++) {
            week.add(new Day("", "", "", ""));
        }
        int open = 0;
        for (LocalDate date = month.atDay(1); YearMonth.from(date).equals(month); date = date.plusDays(1)) {
            week.add(day(date));
            open += compiled.isWorkingDay(date) ? 1 : 0;
            if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                weeks.add(week);
                week = new ArrayList<>();
            }
        }
        while (!week.isEmpty() && week.size() < 7) {
            week.add(new Day("", "", "", ""));
        }
        if (!week.isEmpty()) {
            weeks.add(week);
        }
        return new MonthOfYear(
                month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, t.locale()),
                weeks,
                open,
                compiled.seconds(
                        midnight(month.atDay(1)), midnight(month.plusMonths(1).atDay(1))));
    }

    private long midnight(LocalDate date) {
        return date.atStartOfDay(compiled.zone()).toEpochSecond();
    }

    private Day day(LocalDate date) {
        String kind = kind(date);
        String words = switch (kind) {
            case "open" -> "";
            case "other" -> hours(date);
            default -> t.get("sla.definition.day." + kind);
        };
        String sign = switch (kind) {
            case "other" -> "½";
            case "holiday" -> "H";
            case "closed" -> "–";
            default -> "";
        };
        return new Day(String.valueOf(date.getDayOfMonth()), kind, sign, words);
    }

    private String kind(LocalDate date) {
        String text = date.toString();
        String monthDay = text.substring(5);
        if (shown.holidays().contains(text) || shown.holidaysRecurring().contains(monthDay)) {
            return "holiday";
        }
        if (!compiled.isWorkingDay(date)) {
            return "closed";
        }
        return shown.overrides().containsKey(text) || shown.overridesRecurring().containsKey(monthDay) || isBroken(date)
                ? "other"
                : "open";
    }

    private boolean isBroken(LocalDate date) {
        return shown.breaks().stream()
                .anyMatch(pair -> OffsetDateTime.parse(pair.get(0)).toEpochSecond() < midnight(date.plusDays(1))
                        && OffsetDateTime.parse(pair.get(1)).toEpochSecond() > midnight(date));
    }

    /** The hours that are open on the date, from the calendar as it is reckoned with. */
    private String hours(LocalDate date) {
        ZoneId zone = compiled.zone();
        long next = midnight(date.plusDays(1));
        Spans open = compiled.open(midnight(date), next);
        List<String> hours = new ArrayList<>();
        for (long[] pair : open.pairs()) {
            hours.add(clock(pair[0], zone) + "–" + (pair[1] >= next ? "24:00" : clock(pair[1], zone)));
        }
        return hours.isEmpty() ? t.get("sla.calculator.closed") : String.join(", ", hours);
    }

    private static String clock(long second, ZoneId zone) {
        return java.time.LocalTime.ofInstant(java.time.Instant.ofEpochSecond(second), zone)
                .toString();
    }

    public List<CalendarVersionView> getVersions() {
        return versions;
    }

    public CalendarVersionView getShown() {
        return shown;
    }

    public List<String> getWeek() {
        return DefinitionsPage.week(shown, t);
    }

    public int getYear() {
        return year;
    }

    public String getYearText() {
        return String.valueOf(year);
    }

    public Integer getYearBefore() {
        return year > 1900 ? year - 1 : null;
    }

    public Integer getYearAfter() {
        return year < LAST_YEAR ? year + 1 : null;
    }

    public List<MonthOfYear> getMonths() {
        return months;
    }

    /** Weekdays as the heads of a month's columns. */
    public List<String> getWeekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, t.locale()))
                .toList();
    }

    /** How many days of the year are open, and how long that is. */
    public String getSummary() {
        return t.of(
                "sla.definition.year",
                String.valueOf(year),
                months.stream().mapToInt(MonthOfYear::openDays).sum(),
                f.duration(months.stream().mapToLong(MonthOfYear::openSeconds).sum()));
    }

    /** Holidays and days with other hours of the year. */
    public List<Special> getSpecials() {
        List<Special> specials = new ArrayList<>();
        for (LocalDate date = LocalDate.of(year, 1, 1); date.getYear() == year; date = date.plusDays(1)) {
            String kind = kind(date);
            boolean closedByOverride = kind.equals("closed")
                    && (shown.overrides().containsKey(date.toString())
                            || shown.overridesRecurring()
                                    .containsKey(date.toString().substring(5)));
            if (kind.equals("holiday") || kind.equals("other") || closedByOverride) {
                specials.add(new Special(date, kind, hours(date), publicHolidays.contains(date)));
            }
        }
        return specials;
    }

    /** Norwegian public holidays on which the calendar is open as on any other day. */
    public String getMissing() {
        return String.join(
                ", ",
                publicHolidays.stream()
                        .filter(date -> kind(date).equals("open"))
                        .sorted()
                        .map(f::date)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** NOW, COMING or PAST. */
    public String state(CalendarVersionView version) {
        if (version.valid().contains(today)) {
            return "NOW";
        }
        return version.valid().start().isAfter(today) ? "COMING" : "PAST";
    }
}
