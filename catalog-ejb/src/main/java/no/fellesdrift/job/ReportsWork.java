package no.fellesdrift.job;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.sla.report.ReportIssueDesk;

/** The drafts of a month's service reports, agency by agency. */
@Dependent
class ReportsWork implements Work {

    @Inject
    ReportIssueDesk reports;

    @Override
    public JobKind kind() {
        return JobKind.REPORTS;
    }

    @Override
    public List<String> run(Task task) {
        ReportIssueDesk.Generated done = reports.generateAll(YearMonth.parse(task.subject()), task.progress());
        return List.of(String.valueOf(done.made()), String.valueOf(done.left()));
    }
}
