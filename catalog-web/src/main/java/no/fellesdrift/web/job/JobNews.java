package no.fellesdrift.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import no.fellesdrift.job.JobDesk;
import no.fellesdrift.job.JobKind;
import no.fellesdrift.job.JobView;
import no.fellesdrift.party.CurrentCaller;

/** What the reader has under way, and what has ended since: told above every page. */
@Named
@RequestScoped
public class JobNews {

    @Inject
    JobDesk desk;

    @Inject
    CurrentCaller caller;

    @Inject
    HttpServletRequest request;

    private List<JobView> jobs;

    /** None on an error page, where no desk opens. */
    public List<JobView> getJobs() {
        if (jobs == null) {
            jobs = isStarter() && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null
                    ? desk.news()
                    : List.of();
        }
        return jobs;
    }

    /** Whether there is anything that the reader may start. */
    public boolean isStarter() {
        return JobKind.isAnythingFor(caller.get());
    }
}
