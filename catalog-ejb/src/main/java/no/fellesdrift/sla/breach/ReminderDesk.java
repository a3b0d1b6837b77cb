package no.fellesdrift.sla.breach;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import no.fellesdrift.kernel.Roles;

/** Reminds of what is to be done about breaches. */
@Stateless
public class ReminderDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    /** So many days before its day an action is reminded of. */
    private static final int DAYS_BEFORE = 3;

    /** So many days later an action that is still not done is told again. */
    private static final int DAYS_BETWEEN = 7;

    @Inject
    Breaches breaches;

    @Inject
    Clock clock;

    @Inject
    Event<ActionsDue> due;

    /**
     * Tells of actions whose day comes within three days, once, and of those whose day has passed, once a week.
     *
     * @return how many
     */
    @RolesAllowed(Roles.SYSTEM)
    public int remind() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        List<ActionsDue.Action> actions =
                breaches.untold(today, today.plusDays(DAYS_BEFORE), today.minusDays(DAYS_BETWEEN));
        if (!actions.isEmpty()) {
            actions.forEach(action -> breaches.told(action, today));
            due.fire(new ActionsDue(actions));
        }
        return actions.size();
    }
}
