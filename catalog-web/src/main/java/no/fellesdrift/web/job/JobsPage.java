package no.fellesdrift.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
        Optional<JobView> opened = parameter("open").map(JobsPage::id).map(desk::job);
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
            JobFilter filter = new JobFilter(chosen("state", JobState.values()), chosen("kind", JobKind.values()));
            jobs = desk.list(filter, new PageRequest(page(), SIZE, sort()));
        }
        return jobs;
    }

    /** What the address does not know narrows nothing. */
    private <E extends Enum<E>> Optional<E> chosen(String name, E[] all) {
        return parameter(name)
                .flatMap(text -> Arrays.stream(all)
                        .filter(one -> one.name().equals(text))
                        .findFirst());
    }

    private int page() {
        return parameter("page")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    private List<String> sort() {
        return parameter("sort").map(List::of).orElse(List.of());
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
    }

    public boolean isFiltered() {
        return parameter("state").isPresent() || parameter("kind").isPresent();
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
