package no.fellesdrift.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.order.ApprovalDesk;
import no.fellesdrift.sla.breach.ReminderDesk;

/** Brings to light every hour what has waited too long for somebody. */
@Singleton
@RunAs(Roles.SYSTEM)
public class Escalation {

    private static final Logger LOG = System.getLogger(Escalation.class.getName());

    @Inject
    ApprovalDesk approval;

    @Inject
    ReminderDesk reminders;

    /** Five minutes past every hour. */
    @Schedule(hour = "*", minute = "5", persistent = false)
    public void hourly() {
        LOG.log(
                Level.INFO,
                "{0} orders have waited too long for their approver since the last look",
                approval.escalateSilent());
        LOG.log(Level.INFO, "{0} actions are due or overdue and were told of since the last look", reminders.remind());
    }
}
