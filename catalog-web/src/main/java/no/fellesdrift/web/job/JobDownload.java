package no.fellesdrift.web.job;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.job.JobDesk;
import no.fellesdrift.job.JobView;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** The job list as a file; sentences are in bokmål, as in the other files. */
@WebServlet({"/download/jobs.csv", "/download/jobs.xlsx"})
public class JobDownload extends ListDownload<JobView> {

    private static final long serialVersionUID = 1L;

    private static final String LANGUAGE = "nb";

    private static final Download<JobView> FILE = new Download<>(
            "jobs",
            List.of(
                    new Column<>("id", JobView::id),
                    new Column<>("kind", JobView::kind),
                    new Column<>("subject", JobView::subject),
                    new Column<>("title", job -> JobSentences.title(LANGUAGE, job)),
                    new Column<>("state", JobView::state),
                    new Column<>("outcome", job -> JobSentences.outcome(LANGUAGE, job)),
                    new Column<>("startedBy", JobView::startedBy),
                    new Column<>("startedByName", JobView::startedByName),
                    new Column<>("queuedAt", JobView::queuedAt),
                    new Column<>("beganAt", JobView::beganAt),
                    new Column<>("endedAt", JobView::endedAt),
                    new Column<>("attempt", JobView::attempt)));

    @Inject
    transient JobDesk desk;

    @Override
    protected Download<JobView> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "kjoringer";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<JobView> each) {
        desk.forEach(JobsPage.filter(new Asked(request::getParameter)), sort(request), each);
    }
}
