package no.fellesdrift.sla;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.LocalDate;
import no.fellesdrift.order.OfficeDays;

/** The calendar OFFICE answers which days lead times are counted in. Read once per request. */
@RequestScoped
class OfficeCalendars implements OfficeDays {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private WorkingDays days;

    @Override
    public boolean isWorkingDay(LocalDate date) {
        if (days == null) {
            days = WorkingDays.of(em.unwrap(Connection.class));
        }
        return days.isWorkingDay(date);
    }
}
