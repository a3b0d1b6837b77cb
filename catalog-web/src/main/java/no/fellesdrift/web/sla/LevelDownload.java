package no.fellesdrift.web.sla;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.ResultQuery;
import no.fellesdrift.sla.SlaReason;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;

/** A month's service levels as a file: the columns are the fields of the API. */
@WebServlet({"/download/levels.csv", "/download/levels.xlsx"})
public class LevelDownload extends ListDownload<ResultItem> {

    private static final long serialVersionUID = 1L;

    private static final Download<ResultItem> FILE = new Download<>(
            "levels",
            List.of(
                    new Column<>("period", ResultItem::period),
                    new Column<>("organisation", ResultItem::organisation),
                    new Column<>("line", ResultItem::line),
                    new Column<>("service", ResultItem::service),
                    new Column<>("offering", ResultItem::offering),
                    new Column<>("level", ResultItem::level),
                    new Column<>("measure", ResultItem::measure),
                    new Column<>("priority", ResultItem::priority),
                    new Column<>("status", ResultItem::status),
                    new Column<>("reason", ResultItem::reason),
                    new Column<>("numerator", ResultItem::numerator),
                    new Column<>("denominator", ResultItem::denominator),
                    new Column<>("percent", ResultItem::percent),
                    new Column<>("targetPercent", ResultItem::targetPercent),
                    new Column<>("unit", ResultItem::unit),
                    new Column<>("achieved", ResultItem::achieved),
                    new Column<>("target", ResultItem::target),
                    new Column<>("coverage", ResultItem::coverage),
                    new Column<>("agreedSeconds", ResultItem::agreedSeconds),
                    new Column<>("maintenanceSeconds", ResultItem::maintenanceSeconds),
                    new Column<>("excludedSeconds", ResultItem::excludedSeconds),
                    new Column<>("baseSeconds", ResultItem::baseSeconds),
                    new Column<>("grossDowntimeSeconds", ResultItem::grossDowntimeSeconds),
                    new Column<>("downtimeSeconds", ResultItem::downtimeSeconds),
                    new Column<>("unknownSeconds", ResultItem::unknownSeconds),
                    new Column<>("errorBudgetSeconds", ResultItem::errorBudgetSeconds),
                    new Column<>("errorBudgetRemainingSeconds", ResultItem::errorBudgetRemainingSeconds),
                    new Column<>("counted", ResultItem::counted),
                    new Column<>("metCount", ResultItem::metCount),
                    new Column<>("version", ResultItem::version),
                    new Column<>("provisional", ResultItem::provisional),
                    new Column<>("evaluatedAt", ResultItem::evaluatedAt)));

    @Inject
    transient LevelDesk desk;

    @Override
    protected Download<ResultItem> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "tjenesteniva-" + month(request);
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<ResultItem> each) {
        ResultQuery query = new ResultQuery(
                month(request),
                parameter(request, "organisation").map(LevelDownload::agency),
                null,
                parameter(request, "service").orElse(null),
                null,
                parameter(request, "measure").orElse(null),
                parameter(request, "status").orElse(null));
        desk.forEach(query, sort(request), result -> each.accept(ResultItem.of(result)));
    }

    private YearMonth month(HttpServletRequest request) {
        try {
            return parameter(request, "period").map(YearMonth::parse).orElseGet(desk::currentPeriod);
        } catch (DateTimeException unreadable) {
            throw new Rejection(SlaReason.PERIOD_MALFORMED, request.getParameter("period"));
        }
    }

    private static OrgNumber agency(String typed) {
        if (!OrgNumber.isValid(typed)) {
            throw new Rejection(SlaReason.UNKNOWN_ORGANISATION, typed);
        }
        return OrgNumber.of(typed);
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
    }
}
