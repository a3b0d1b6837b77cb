package no.fellesdrift.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import no.fellesdrift.job.JobDesk;
import no.fellesdrift.job.JobFilter;
import no.fellesdrift.job.JobKind;
import no.fellesdrift.job.JobReason;
import no.fellesdrift.job.JobState;
import no.fellesdrift.job.JobView;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.web.frame.Asked;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;

/** The job list, and the two things that are done in it: starting a job again, and going to what came out. */
@Named
@RequestScoped
public class JobsPage {

    private static final int SIZE = 25;

    /** A page that looks again by itself says so: nobody has seen anything by that. */
    private static final String LOOKS_AGAIN = "X-Looks-Again";

    @Inject
    JobDesk desk;

    @Inject
    Me me;

    @Inject
    Messages messages;

    @Inject
    JobWords words;

    @Inject
    HttpServletRequest request;

    private Paged<JobView> jobs;

    /** Before the page is shown: {@code open=<id>} goes on to the result; a person's visit puts the notices away. */
    public void arrive() throws IOException {
        if (request.getHeader(LOOKS_AGAIN) != null) {
            return;
        }
        Optional<JobView> opened = asked().text("open").map(JobsPage::id).map(desk::job);
        desk.see();
        if (opened.filter(job -> job.state() == JobState.DONE).isPresent()) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().redirect(request.getContextPath() + JobSentences.page(opened.get()));
            context.responseComplete();
        }
    }

    /** The button of a row. */
    public String again() {
        JobView started = desk.again(id(request.getParameter("again")));
        messages.done("job.started-again", words.title(started));
        return "index?faces-redirect=true";
    }

    private static long id(String text) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw new Rejection(JobReason.NOT_FOUND, text);
        }
        return Long.parseLong(text);
    }

    public Paged<JobView> getJobs() {
        if (jobs == null) {
            Asked asked = asked();
            jobs = desk.list(filter(asked), new PageRequest(asked.page(), SIZE, asked.sort()));
        }
        return jobs;
    }

    /** What the whole list of an address is narrowed to. */
    static JobFilter filter(Asked asked) {
        return new JobFilter(asked.choice("state", JobState.class), asked.choice("kind", JobKind.class));
    }

    private Asked asked() {
        return new Asked(request::getParameter);
    }

    public boolean isFiltered() {
        return !filter(asked()).equals(JobFilter.ALL);
    }

    public boolean isEverybodys() {
        return me.has("ADMINISTRATOR");
    }

    public JobState[] getStates() {
        return JobState.values();
    }

    public JobKind[] getKinds() {
        return JobKind.values();
    }
}
