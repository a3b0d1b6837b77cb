package no.fellesdrift.sla;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.order.OfficeDays;

/** The days of the calendar OFFICE, in the version that holds on each date, as they were when read. */
public final class WorkingDays implements OfficeDays {

    private static final String OFFICE = "OFFICE";

    /** @param days by kind of day */
    private record Version(DateRange valid, Map<String, Set<String>> days) {

        boolean has(String kind, String day) {
            return days.getOrDefault(kind, Set.of()).contains(day);
        }
    }

    private final List<Version> versions;

    private WorkingDays(List<Version> versions) {
        this.versions = versions;
    }

    /** Without that calendar there is {@linkplain #isEmpty() no} working day. */
    public static WorkingDays of(Connection connection) {
        Map<Integer, Version> read = new TreeMap<>();
        Rows.list(connection, """
                select c.calendar_version, c.valid_from, c.valid_to, r.kind, r.day, r.from_time
                from service_calendar c join service_calendar_range r on r.service_calendar_id = c.id
                where c.code = ?
                """, List.of(OFFICE), row -> {
            DateRange valid = Rows.range(row, "");
            return read.computeIfAbsent(row.getInt("calendar_version"), version -> new Version(valid, new HashMap<>()))
                    .days()
                    .computeIfAbsent(
                            // an override without hours closes its day
                            row.getString("kind").equals("OVERRIDE") && row.getString("from_time") == null
                                    ? "CLOSED"
                                    : row.getString("kind"),
                            kind -> new HashSet<>())
                    .add(row.getString("day"));
        });
        return new WorkingDays(List.copyOf(read.values()));
    }

    public boolean isEmpty() {
        return versions.isEmpty();
    }

    /** Before the first version its days are taken as they came to be, after the last as they were. */
    @Override
    public boolean isWorkingDay(LocalDate date) {
        if (versions.isEmpty()) {
            return false;
        }
        Version version = versions.stream()
                .filter(one -> one.valid().contains(date))
                .findFirst()
                .orElseGet(
                        () -> versions.get(date.isBefore(versions.get(0).valid().start()) ? 0 : versions.size() - 1));
        String monthDay = date.toString().substring(5);
        if (version.has("HOLIDAY", date.toString())
                || version.has("HOLIDAY_RECURRING", monthDay)
                || version.has("CLOSED", date.toString())) {
            return false;
        }
        return version.has("OVERRIDE", date.toString())
                || version.has("OVERRIDE_RECURRING", monthDay)
                || version.has(
                        "WEEKLY",
                        date.getDayOfWeek()
                                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                                .toUpperCase(Locale.ROOT));
    }
}
