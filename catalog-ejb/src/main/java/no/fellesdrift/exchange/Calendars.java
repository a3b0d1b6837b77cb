package no.fellesdrift.exchange;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a calendar: weekly ranges, holidays, overrides and breaks. */
final class Calendars {

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|24:00(:00)?");
    private static final Set<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().substring(0, 3))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> MEMBERS =
            Set.of("tz", "weekly", "holidays", "holidays_recurring", "overrides", "overrides_recurring", "breaks");

    private Calendars() {}

    static Object zone(Row row) {
        return calendar(row).get("tz");
    }

    private static Map<String, Object> calendar(Row row) {
        return JsonTree.object(row.get("calendar"));
    }

    static void check(Row row, Faults faults) {
        Map<String, Object> calendar = calendar(row);
        if (calendar.isEmpty()) {
            faults.add(row, "calendar", FaultKind.REQUIRED);
            return;
        }
        for (String member : calendar.keySet()) {
            if (!MEMBERS.contains(member)) {
                faults.add(row, "calendar." + member, FaultKind.COLUMN_UNKNOWN, member);
            }
        }
        try {
            ZoneId.of(String.valueOf(calendar.get("tz")));
        } catch (DateTimeException e) {
            faults.add(row, "calendar.tz", FaultKind.CHOICE, calendar.get("tz"), "Europe/Oslo, UTC, …");
        }
        boolean open = ranges(row, "weekly", Calendars::weekday, faults);
        days(row, "holidays", Calendars::date, faults);
        days(row, "holidays_recurring", Calendars::monthDay, faults);
        open |= ranges(row, "overrides", Calendars::date, faults);
        open |= ranges(row, "overrides_recurring", Calendars::monthDay, faults);
        List<Object> breaks = JsonTree.array(calendar.get("breaks"));
        for (int i = 0; i < breaks.size(); i++) {
            List<Object> pair = JsonTree.array(breaks.get(i));
            String path = "calendar.breaks[" + i + "]";
            try {
                if (pair.size() != 2
                        || !Column.readInstant(String.valueOf(pair.get(1)))
                                .isAfter(Column.readInstant(String.valueOf(pair.get(0))))) {
                    faults.add(row, path, FaultKind.END_NOT_AFTER_START, pair, pair);
                }
            } catch (BadField e) {
                faults.add(row, path, e.kind(), e.arguments());
            }
        }
        if (!open) {
            faults.add(row, "calendar.weekly", FaultKind.NEVER_OPEN, row.get("code"));
        }
    }

    /** Refuses a day that is not written as it must be. */
    @FunctionalInterface
    private interface Day {
        void check(String text) throws BadField;
    }

    private static void weekday(String text) throws BadField {
        if (!DAYS.contains(text)) {
            throw new BadField(FaultKind.CHOICE, text, "MON, TUE, WED, THU, FRI, SAT, SUN");
        }
    }

    private static void date(String text) throws BadField {
        Column.readDate(text);
    }

    private static void monthDay(String text) throws BadField {
        try {
            MonthDay.parse("--" + text);
        } catch (DateTimeException e) {
            throw new BadField(FaultKind.DATE, text);
        }
    }

    private static void days(Row row, String member, Day day, Faults faults) {
        List<Object> days = JsonTree.array(calendar(row).get(member));
        for (int i = 0; i < days.size(); i++) {
            try {
                day.check(String.valueOf(days.get(i)));
            } catch (BadField e) {
                faults.add(row, "calendar." + member + "[" + i + "]", e.kind(), e.arguments());
            }
        }
    }

    /** Checks the ranges of a member, and says whether any of them is open. */
    private static boolean ranges(Row row, String member, Day day, Faults faults) {
        boolean open = false;
        for (Map.Entry<String, Object> one :
                JsonTree.object(calendar(row).get(member)).entrySet()) {
            String path = "calendar." + member + "." + one.getKey();
            try {
                day.check(one.getKey());
            } catch (BadField e) {
                faults.add(row, path, e.kind(), e.arguments());
            }
            List<Object> ranges = JsonTree.array(one.getValue());
            for (int i = 0; i < ranges.size(); i++) {
                List<Object> range = JsonTree.array(ranges.get(i));
                if (range.size() != 2
                        || !range.stream()
                                .allMatch(time ->
                                        TIME.matcher(String.valueOf(time)).matches())) {
                    faults.add(row, path + "[" + i + "]", FaultKind.TIME_OF_DAY, range);
                } else if (!range.get(0).equals(range.get(1))) {
                    open = true;
                }
            }
        }
        return open;
    }

    static void store(List<Row> rows, Store store) throws SQLException {
        List<Long> ids = store.insert(
                "service_calendar", true, rows.stream().map(Row::stored).toList());
        List<Map<String, Object>> ranges = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> calendar = calendar(rows.get(i));
            long id = ids.get(i);
            store(id, "WEEKLY", calendar.get("weekly"), ranges);
            store(id, "HOLIDAY", calendar.get("holidays"), ranges);
            store(id, "HOLIDAY_RECURRING", calendar.get("holidays_recurring"), ranges);
            store(id, "OVERRIDE", calendar.get("overrides"), ranges);
            store(id, "OVERRIDE_RECURRING", calendar.get("overrides_recurring"), ranges);
            for (Object one : JsonTree.array(calendar.get("breaks"))) {
                List<Object> pair = JsonTree.array(one);
                ranges.add(range(id, "BREAK", pair.get(0), pair.get(0), pair.get(1)));
            }
        }
        store.insert("service_calendar_range", false, ranges);
    }

    private static void store(long id, String kind, Object member, List<Map<String, Object>> rows) {
        JsonTree.array(member).forEach(day -> rows.add(range(id, kind, day, null, null)));
        JsonTree.object(member).forEach((day, ranges) -> {
            if (JsonTree.array(ranges).isEmpty()) {
                rows.add(range(id, kind, day, null, null));
            }
            for (Object one : JsonTree.array(ranges)) {
                List<Object> pair = JsonTree.array(one);
                rows.add(range(id, kind, day, pair.get(0), pair.get(1)));
            }
        });
    }

    private static Map<String, Object> range(long id, String kind, Object day, Object from, Object to) {
        Map<String, Object> row = new HashMap<>();
        row.put("service_calendar_id", id);
        row.put("kind", kind);
        row.put("day", day);
        row.put("from_time", from);
        row.put("to_time", to);
        return row;
    }
}
