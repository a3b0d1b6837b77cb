package no.fellesdrift.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.sla.engine.ServiceCalendar;

/** What is promised, before anything is measured: the same for everyone who takes a package. */
@Stateless
public class PromiseDesk {

    @Inject
    Promises promises;

    @Inject
    ServiceLevels levels;

    /** By package, measure and priority. */
    @RolesAllowed(Roles.USER)
    public List<PromiseView> promises(Collection<String> packages, LocalDate on) {
        return promises.of(packages, on);
    }

    /** The service hours that hold on a date, by code. */
    @RolesAllowed(Roles.USER)
    public Map<String, ServiceCalendar> calendars(LocalDate on) {
        Map<String, ServiceCalendar> calendars = new TreeMap<>();
        levels.calendars()
                .forEach((code, versions) -> versions.stream()
                        .filter(version -> version.validity().contains(on))
                        .forEach(version -> calendars.put(code, new ServiceCalendar(version.definition()))));
        return calendars;
    }
}
