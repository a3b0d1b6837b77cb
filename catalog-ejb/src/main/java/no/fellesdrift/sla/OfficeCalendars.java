package no.fellesdrift.sla;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

/** The calendar OFFICE answers which days lead times are counted in. Read once per request. */
@RequestScoped
class OfficeCalendars implements OfficeDays {

    private static final String OFFICE = "OFFICE";

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Map<String, Set<String>> days;

    @Override
    public boolean isWorkingDay(LocalDate date) {
        if (days == null) {
            days = read();
        }
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

    /** The days by kind; an override without hours closes its day. */
    private Map<String, Set<String>> read() {
        Map<String, Set<String>> read = new HashMap<>();
        Rows.list(
                em.unwrap(Connection.class),
                """
                select r.kind, r.day, r.from_time
                from service_calendar_range r join service_calendar c on c.id = r.service_calendar_id
                where c.code = ? and c.calendar_version =
                  (select max(n.calendar_version) from service_calendar n where n.code = c.code)
                """,
                List.of(OFFICE),
                row -> read.computeIfAbsent(
                                row.getString("kind").equals("OVERRIDE") && row.getString("from_time") == null
                                        ? "CLOSED"
                                        : row.getString("kind"),
                                kind -> new HashSet<>())
                        .add(row.getString("day")));
        return read;
    }
}
