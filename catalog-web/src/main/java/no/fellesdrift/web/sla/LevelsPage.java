package no.fellesdrift.web.sla;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.job.JobDesk;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.ResultQuery;
import no.fellesdrift.sla.ResultView;
import no.fellesdrift.sla.SlaReason;
import no.fellesdrift.sla.StatusCounts;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.web.frame.Messages;

/** A month's levels, level by level. */
@Named
@ViewScoped
public class LevelsPage implements Serializable {

    private static final int SIZE = 50;

    @Inject
    transient LevelDesk desk;

    @Inject
    transient JobDesk jobs;

    @Inject
    transient Messages messages;

    private String period;
    private String organisation;
    private String service;
    private String measure;
    private String status;
    private int page;
    private String sort;

    private transient List<YearMonth> periods;
    private transient List<LevelDesk.Choice> organisations;
    private transient List<LevelDesk.Choice> services;
    private transient Paged<ResultView> results;
    private transient StatusCounts counts;

    /** Reads the list when the page opens. */
    public void open() {
        YearMonth month = month();
        periods = desk.periods();
        organisations = desk.organisations(month);
        services = desk.services(month);
        ResultQuery query = new ResultQuery(month, agency(), null, service, null, measure, status);
        results = desk.results(query, new PageRequest(Math.max(0, page), SIZE, sorts()));
        counts = desk.counts(new ResultQuery(month, agency(), null, service, null, measure, null));
    }

    private List<String> sorts() {
        return sort != null && sort.matches("-?(service|line|status)") ? List.of(sort) : List.of();
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    /** Has the month evaluated again; the page stays, and tells how far it is. */
    public String evaluate() {
        try {
            jobs.evaluateLevels(month());
        } catch (Rejection refused) {
            messages.refused(refused);
            open();
            return null;
        }
        return "index?faces-redirect=true&period=" + period;
    }

    private YearMonth month() {
        if (period == null || period.isBlank()) {
            period = desk.currentPeriod().toString();
        }
        try {
            return YearMonth.parse(period);
        } catch (DateTimeException e) {
            throw new Rejection(SlaReason.PERIOD_MALFORMED, period);
        }
    }

    private Optional<OrgNumber> agency() {
        if (organisation == null || organisation.isBlank()) {
            return Optional.empty();
        }
        if (!OrgNumber.isValid(organisation)) {
            throw new Rejection(SlaReason.UNKNOWN_ORGANISATION, organisation);
        }
        return Optional.of(OrgNumber.of(organisation));
    }

    /** The kind of tag of a status: how it is coloured. */
    public String kind(ResultView result) {
        return switch (result.status()) {
            case MET -> "ok";
            case BREACHED -> "bad";
            case NOT_MEASURABLE, INSUFFICIENT_DATA, NOT_EVALUATED -> "dash";
        };
    }

    public String icon(ResultView result) {
        return switch (result.status()) {
            case MET -> "check-circle";
            case BREACHED -> "times-circle";
            case NOT_MEASURABLE -> "minus-circle";
            case INSUFFICIENT_DATA, NOT_EVALUATED -> "exclamation-circle";
        };
    }

    public List<YearMonth> getPeriods() {
        return periods;
    }

    public List<LevelDesk.Choice> getOrganisations() {
        return organisations;
    }

    public List<LevelDesk.Choice> getServices() {
        return services;
    }

    public Measure[] getMeasures() {
        return Measure.values();
    }

    public ResultStatus[] getStatuses() {
        return ResultStatus.values();
    }

    public Paged<ResultView> getResults() {
        return results;
    }

    public StatusCounts getCounts() {
        return counts;
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

    public String getService() {
        return service;
    }

    public void setService(String service) {
        this.service = service;
    }

    public String getMeasure() {
        return measure;
    }

    public void setMeasure(String measure) {
        this.measure = measure;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
