package no.fellesdrift.web.sla.report;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.fellesdrift.job.JobDesk;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.report.ReportDesk;
import no.fellesdrift.sla.report.ReportFilter;
import no.fellesdrift.sla.report.ReportIssueDesk;
import no.fellesdrift.sla.report.ReportRow;
import no.fellesdrift.sla.report.ReportState;
import no.fellesdrift.web.frame.AddressReason;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;

/** The service reports, by the filters of the address, and the making of new ones. */
@Named
@ViewScoped
public class ReportsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 50;
    private static final Set<String> SORTS =
            Set.of("number", "period", "organisation", "state", "breached", "publishedAt", "answerDue");

    @Inject
    transient ReportDesk desk;

    @Inject
    transient ReportIssueDesk issue;

    @Inject
    transient LevelDesk levels;

    @Inject
    transient JobDesk jobs;

    @Inject
    transient Messages messages;

    @Inject
    transient Me me;

    private String period;
    private String organisation;
    private String state;
    private boolean silent;
    private int page;
    private String sort;
    private String month;
    private String agency;

    private transient Paged<ReportRow> reports;

    /** Reads the list when the page opens. */
    public void open() {
        List<String> sorts = sort != null && SORTS.contains(sort.replaceFirst("^-", "")) ? List.of(sort) : List.of();
        reports = desk.list(
                new ReportFilter(
                        asked(period, YearMonth::parse, true),
                        asked(organisation, OrgNumber::of, false),
                        asked(state, ReportState::valueOf, false),
                        silent),
                new PageRequest(Math.max(0, page), SIZE, sorts));
    }

    private static <T> Optional<T> asked(String text, Function<String, T> reader, boolean month) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.strip()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new Rejection(month ? AddressReason.NO_MONTH : AddressReason.NO_CHOICE, text);
        }
    }

    // ---------------------------------------------------------------- making

    /** One agency's draft, or those of all of them as a job. */
    public String make() {
        try {
            YearMonth wanted = YearMonth.parse(month);
            if (agency == null || agency.isBlank()) {
                jobs.generateReports(wanted);
                return "reports?faces-redirect=true&period=" + month;
            }
            String number = issue.generate(wanted, OrgNumber.of(agency)).number();
            messages.done("sla.report.did.make", number);
            return "report?faces-redirect=true&number=" + number;
        } catch (Rejection refused) {
            messages.refused(refused);
            open();
            return null;
        }
    }

    public boolean isMaker() {
        return me.has("SERVICE_LEVEL_MANAGER");
    }

    /** The months that were evaluated, newest first; what is not over is refused with its reason. */
    public List<YearMonth> getMonths() {
        return levels.periods();
    }

    public List<LevelDesk.Choice> getAgencies() {
        return levels.organisations(levels.currentPeriod());
    }

    // ---------------------------------------------------------------- showing

    /** The kind of tag of a state: how it is coloured. */
    public String kind(ReportState of) {
        return switch (of) {
            case DRAFT, IN_REVIEW -> "dash";
            case PUBLISHED -> "info";
            case ACKNOWLEDGED, FROZEN -> "ok";
            case DISPUTED -> "warn";
        };
    }

    public String icon(ReportState of) {
        return switch (of) {
            case DRAFT -> "pencil";
            case IN_REVIEW -> "eye";
            case PUBLISHED -> "send";
            case ACKNOWLEDGED -> "check-circle";
            case DISPUTED -> "exclamation-triangle";
            case FROZEN -> "lock";
        };
    }

    public Paged<ReportRow> getReports() {
        return reports;
    }

    public List<YearMonth> getPeriods() {
        return desk.periods();
    }

    public ReportState[] getStates() {
        return ReportState.values();
    }

    public String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public boolean isSilent() {
        return silent;
    }

    public void setSilent(boolean silent) {
        this.silent = silent;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getMonth() {
        return month == null ? levels.currentPeriod().toString() : month;
    }

    public void setMonth(String month) {
        this.month = month;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String agency) {
        this.agency = agency;
    }
}
