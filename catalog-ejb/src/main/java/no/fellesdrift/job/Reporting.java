package no.fellesdrift.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.sla.report.ReportScheduleDesk;

/** Makes last month's service reports on their day, and records every hour which of them were left unanswered. */
@Singleton
@RunAs(Roles.SYSTEM)
public class Reporting {

    private static final Logger LOG = System.getLogger(Reporting.class.getName());

    @Inject
    ReportScheduleDesk reports;

    /** Thirty-five minutes past every hour; what is done is not done again. */
    @Schedule(hour = "*", minute = "35", persistent = false)
    public void hourly() {
        LOG.log(Level.INFO, "{0} service reports drafted by themselves since the last look", reports.generateDue());
        LOG.log(Level.INFO, "{0} service reports left unanswered since the last look", reports.lapse());
    }
}
