package no.fellesdrift.sla.engine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.fellesdrift.sla.engine.InputFault.Kind;

/**
 * Reads a calendar as files and API calls write it: {@code {tz, weekly: {MON: [["07:30", "16:00"]]}, holidays: [date],
 * holidays_recurring: [MM-DD], overrides: {date: [[…]]}, overrides_recurring: {MM-DD: [[…]]}, breaks: [[instant,
 * instant]]}}.
 */
public final class CalendarReader {

    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private CalendarReader() {}

    /** @throws InputFault naming the path of what is wrong */
    public static ServiceCalendar.Definition read(Input calendar) {
        Map<DayOfWeek, List<ServiceCalendar.Range>> weekly = new EnumMap<>(DayOfWeek.class);
        Input week = calendar.optional("weekly");
        for (String name : week.isNull() ? List.<String>of() : week.names()) {
            int day = DAYS.indexOf(name);
            if (day < 0) {
                throw week.optional(name).fault(Kind.NOT_A_DAY);
            }
            weekly.put(DayOfWeek.of(day + 1), ranges(week.optional(name)));
        }
        Set<LocalDate> holidays = new HashSet<>();
        calendar.items("holidays").forEach(day -> holidays.add(day.date()));
        Set<MonthDay> recurring = new HashSet<>();
        calendar.items("holidays_recurring").forEach(day -> recurring.add(day.monthDay()));
        Map<LocalDate, List<ServiceCalendar.Range>> overrides = new HashMap<>();
        if (calendar.has("overrides")) {
            Input all = calendar.get("overrides");
            for (String name : all.names()) {
                overrides.put(new Input(all.path() + "." + name, name).date(), ranges(all.optional(name)));
            }
        }
        Map<MonthDay, List<ServiceCalendar.Range>> overridesRecurring = new HashMap<>();
        if (calendar.has("overrides_recurring")) {
            Input all = calendar.get("overrides_recurring");
            for (String name : all.names()) {
                overridesRecurring.put(new Input(all.path() + "." + name, name).monthDay(), ranges(all.optional(name)));
            }
        }
        List<long[]> breaks = new ArrayList<>();
        for (Input pair : calendar.items("breaks")) {
            long[] closed = pair.instants();
            if (closed[1] < closed[0]) {
                throw pair.fault(Kind.ENDS_BEFORE_START);
            }
            breaks.add(closed);
        }
        return new ServiceCalendar.Definition(
                calendar.get("tz").zone(), weekly, holidays, recurring, overrides, overridesRecurring, breaks);
    }

    /** None when nothing is said: closed. */
    private static List<ServiceCalendar.Range> ranges(Input list) {
        List<ServiceCalendar.Range> ranges = new ArrayList<>();
        for (Input pair : list.isNull() ? List.<Input>of() : list.list()) {
            List<Input> times = pair.list();
            if (times.size() != 2) {
                throw pair.fault(Kind.NOT_A_LIST);
            }
            int from = times.get(0).timeOfDay();
            int to = times.get(1).timeOfDay();
            if (to < from) {
                throw pair.fault(Kind.ENDS_BEFORE_START);
            }
            ranges.add(new ServiceCalendar.Range(from, to));
        }
        return ranges;
    }
}
