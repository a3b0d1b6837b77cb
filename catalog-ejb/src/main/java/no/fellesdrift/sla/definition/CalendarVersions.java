package no.fellesdrift.sla.definition;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.Rows;

/** Service calendars in all their versions. */
class CalendarVersions {

    private static final String COLUMNS =
            "select id, code, calendar_version, name_nb, name_nn, name_en, zone, valid_from, valid_to"
                    + " from service_calendar";

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** A row of a calendar: {@code from} and {@code to} are null on a day without hours. */
    private record Part(long calendar, String kind, String day, String from, String to) {}

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** By code and validity. */
    List<CalendarVersionView> all() {
        List<Part> parts = Rows.list(
                connection(),
                "select service_calendar_id, kind, day, from_time, to_time from service_calendar_range order by id",
                List.of(),
                CalendarVersions::part);
        return Rows.list(connection(), COLUMNS + " order by code, valid_from", List.of(), row -> view(row, parts));
    }

    /** The versions of one calendar in order of validity; none when there is no such calendar. */
    List<CalendarVersionView> of(String code) {
        List<Part> parts = Rows.list(connection(), """
                select r.service_calendar_id, r.kind, r.day, r.from_time, r.to_time
                from service_calendar_range r join service_calendar c on c.id = r.service_calendar_id
                where c.code = ? order by r.id
                """, List.of(code), CalendarVersions::part);
        return Rows.list(
                connection(), COLUMNS + " where code = ? order by valid_from", List.of(code), row -> view(row, parts));
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }

    private static CalendarVersionView view(ResultSet row, List<Part> all) throws SQLException {
        long id = row.getLong("id");
        List<Part> parts = all.stream().filter(part -> part.calendar() == id).toList();
        return new CalendarVersionView(
                row.getString("code"),
                row.getInt("calendar_version"),
                Rows.text(row, "name"),
                row.getString("zone"),
                Rows.range(row, ""),
                ranges(parts, "WEEKLY"),
                days(parts, "HOLIDAY"),
                days(parts, "HOLIDAY_RECURRING"),
                ranges(parts, "OVERRIDE"),
                ranges(parts, "OVERRIDE_RECURRING"),
                parts.stream()
                        .filter(part -> part.kind().equals("BREAK"))
                        .map(part -> List.of(part.from() == null ? part.day() : part.from(), part.to()))
                        .toList());
    }

    private static List<String> days(List<Part> parts, String kind) {
        return parts.stream()
                .filter(part -> part.kind().equals(kind))
                .map(Part::day)
                .sorted()
                .toList();
    }

    private static Map<String, List<List<String>>> ranges(List<Part> parts, String kind) {
        Map<String, List<List<String>>> ranges = new LinkedHashMap<>();
        parts.stream().filter(part -> part.kind().equals(kind)).forEach(part -> {
            List<List<String>> day = ranges.computeIfAbsent(part.day(), key -> new ArrayList<>());
            if (part.from() != null) {
                day.add(List.of(part.from(), part.to()));
            }
        });
        return ranges;
    }

    /** Levels that are reckoned on the calendar on the date or later. */
    List<String> periodsOn(String code, LocalDate from) {
        return Rows.list(
                connection(),
                "select distinct period from service_level where calendar = ? and (valid_to is null or valid_to > ?)",
                List.of(code, from),
                row -> row.getString(1));
    }

    /** Ends a version on the day the next one begins. @return whether it was still the newest */
    boolean end(CalendarVersionView version, LocalDate on) {
        return Rows.update(connection(), """
                        update service_calendar set valid_to = ?, version = version + 1
                        where code = ? and calendar_version = ? and (valid_to is null or valid_to > ?)
                        """, List.of(on, version.code(), version.version(), on)) == 1;
    }

    void add(CalendarVersionView version) {
        long id = Rows.list(
                        connection(), "select next value for service_calendar_seq", List.of(), row -> row.getLong(1))
                .get(0);
        List<Object> head = new ArrayList<>(List.of(
                id,
                version.code(),
                version.version(),
                version.name().nb(),
                version.name().nn(),
                version.name().en(),
                version.zone(),
                version.valid().start()));
        head.add(version.valid().end());
        Rows.update(connection(), """
                insert into service_calendar (id, version, code, calendar_version, name_nb, name_nn, name_en, zone,
                                              valid_from, valid_to)
                values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
                """, head);
        List<List<Object>> rows = new ArrayList<>();
        days(rows, id, "WEEKLY", version.weekly());
        version.holidays().forEach(day -> rows.add(row(id, "HOLIDAY", day, null, null)));
        version.holidaysRecurring().forEach(day -> rows.add(row(id, "HOLIDAY_RECURRING", day, null, null)));
        days(rows, id, "OVERRIDE", version.overrides());
        days(rows, id, "OVERRIDE_RECURRING", version.overridesRecurring());
        version.breaks().forEach(pair -> rows.add(row(id, "BREAK", pair.get(0), pair.get(0), pair.get(1))));
        Rows.insert(
                connection(),
                "insert into service_calendar_range (service_calendar_id, kind, day, from_time, to_time)"
                        + " values (?, ?, ?, ?, ?)",
                rows);
    }

    private static void days(List<List<Object>> rows, long id, String kind, Map<String, List<List<String>>> days) {
        days.forEach((day, ranges) -> {
            if (ranges.isEmpty()) {
                rows.add(row(id, kind, day, null, null));
            }
            ranges.forEach(range -> rows.add(row(id, kind, day, range.get(0), range.get(1))));
        });
    }

    private static List<Object> row(long id, String kind, String day, String from, String to) {
        return Arrays.asList(id, kind, day, from, to);
    }
}
