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
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.order.OfficeDays;

/** The days of the newest version of the calendar OFFICE, as they were when read. */
public final class WorkingDays implements OfficeDays {

    private static final String OFFICE = "OFFICE";

    private final Map<String, Set<String>> days;

    private WorkingDays(Map<String, Set<String>> days) {
        this.days = days;
    }

    /** Without that calendar there is {@linkplain #isEmpty() no} working day. */
    public static WorkingDays of(Connection connection) {
        Map<String, Set<String>> read = new HashMap<>();
        Rows.list(
                connection,
                """
                select r.kind, r.day, r.from_time
                from service_calendar_range r join service_calendar c on c.id = r.service_calendar_id
                where c.code = ? and c.calendar_version =
                  (select max(n.calendar_version) from service_calendar n where n.code = c.code)
                """,
                List.of(OFFICE),
                row -> read.computeIfAbsent(
                                // an override without hours closes its day
                                row.getString("kind").equals("OVERRIDE") && row.getString("from_time") == null
                                        ? "CLOSED"
                                        : row.getString("kind"),
                                kind -> new HashSet<>())
                        .add(row.getString("day")));
        return new WorkingDays(read);
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    @Override
    public boolean isWorkingDay(LocalDate date) {
        String monthDay = date.toString().substring(5);
        if (has("HOLIDAY", date.toString()) || has("HOLIDAY_RECURRING", monthDay)) {
            return false;
        }
        if (has("CLOSED", date.toString())) {
            return false;
        }
        return has("OVERRIDE", date.toString())
                || has("OVERRIDE_RECURRING", monthDay)
                || has(
                        "WEEKLY",
                        date.getDayOfWeek()
                                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                                .toUpperCase(Locale.ROOT));
    }

    private boolean has(String kind, String day) {
        return days.getOrDefault(kind, Set.of()).contains(day);
    }
}
