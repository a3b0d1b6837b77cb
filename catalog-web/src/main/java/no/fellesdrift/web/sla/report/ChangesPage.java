package no.fellesdrift.web.sla.report;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.report.ChangeView;
import no.fellesdrift.sla.report.ReportDesk;
import no.fellesdrift.web.frame.AddressReason;

/** The results that changed after they had been published, and why. */
@Named
@RequestScoped
public class ChangesPage {

    private static final int SIZE = 50;

    @Inject
    ReportDesk desk;

    @Inject
    HttpServletRequest request;

    private String period;
    private Paged<ChangeView> changes;

    @PostConstruct
    void open() {
        period = request.getParameter("period");
        changes = desk.changes(month(), Optional.empty(), new PageRequest(page(), SIZE, List.of()));
    }

    private Optional<YearMonth> month() {
        if (period == null || period.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(period));
        } catch (DateTimeException unreadable) {
            throw new Rejection(AddressReason.NO_MONTH, period);
        }
    }

    private int page() {
        String page = request.getParameter("page");
        return page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
    }

    public Paged<ChangeView> getChanges() {
        return changes;
    }

    public List<YearMonth> getPeriods() {
        return desk.periods();
    }

    public String getPeriod() {
        return period;
    }
}
