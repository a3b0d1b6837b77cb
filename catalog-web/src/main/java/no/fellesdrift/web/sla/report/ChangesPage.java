package no.fellesdrift.web.sla.report;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.report.ChangeView;
import no.fellesdrift.sla.report.ReportDesk;
import no.fellesdrift.web.frame.Asked;

/** The results that changed after they had been published, and why. */
@Named
@RequestScoped
public class ChangesPage {

    private static final int SIZE = 50;

    @Inject
    ReportDesk desk;

    @Inject
    HttpServletRequest request;

    private Optional<YearMonth> month;
    private Paged<ChangeView> changes;

    @PostConstruct
    void open() {
        Asked asked = new Asked(request::getParameter);
        month = asked.period();
        changes = desk.changes(month, Optional.empty(), new PageRequest(asked.page(), SIZE, asked.sort()));
    }

    public Paged<ChangeView> getChanges() {
        return changes;
    }

    public List<YearMonth> getPeriods() {
        return desk.periods();
    }

    public String getPeriod() {
        return month.map(YearMonth::toString).orElse(null);
    }
}
