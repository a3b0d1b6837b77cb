package no.fellesdrift.sla.definition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;

/** Service calendars: when a service is promised, in versions over time. */
@Stateless
public class CalendarDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    @Inject
    CalendarVersions calendars;

    @Inject
    Clock clock;

    /** The versions in force today, by code; of a calendar that has not begun, the first. */
    @RolesAllowed(Roles.USER)
    public Paged<CalendarVersionView> list(PageRequest page) {
        LocalDate today = today();
        Map<String, CalendarVersionView> current = new LinkedHashMap<>();
        calendars.all().forEach(version -> {
            if (!current.containsKey(version.code()) || version.valid().contains(today)) {
                current.put(version.code(), version);
            }
        });
        return Paged.cut(List.copyOf(current.values()), page);
    }

    /**
     * The versions of a calendar in order of validity.
     *
     * @throws Rejection UNKNOWN_CALENDAR
     */
    @RolesAllowed(Roles.USER)
    public List<CalendarVersionView> versions(String code) {
        List<CalendarVersionView> versions = calendars.of(code);
        if (versions.isEmpty()) {
            throw new Rejection(DefinitionReason.UNKNOWN_CALENDAR, code);
        }
        return versions;
    }

    /** The local date that it is. */
    @RolesAllowed(Roles.USER)
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
