package no.fellesdrift.web.sla.report;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.report.ReportDesk;
import no.fellesdrift.sla.report.ReportFilter;
import no.fellesdrift.sla.report.ReportRow;
import no.fellesdrift.sla.report.ReportState;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.AddressReason;

/** The list of service reports as a file: the columns are the fields of the API. */
@WebServlet({"/download/reports.csv", "/download/reports.xlsx"})
public class ReportsDownload extends ListDownload<ReportRow> {

    private static final long serialVersionUID = 1L;

    private static final Download<ReportRow> FILE = new Download<>(
            "reports",
            List.of(
                    new Column<>("number", ReportRow::number),
                    new Column<>("period", ReportRow::period),
                    new Column<>("edition", ReportRow::edition),
                    new Column<>("organisation", ReportRow::organisation),
                    new Column<>("organisationName", ReportRow::organisationName),
                    new Column<>("state", ReportRow::state),
                    new Column<>("lines", ReportRow::lines),
                    new Column<>("breached", ReportRow::breached),
                    new Column<>("answered", ReportRow::answered),
                    new Column<>("disputed", ReportRow::disputed),
                    new Column<>("generatedAt", ReportRow::generatedAt),
                    new Column<>("publishedAt", ReportRow::publishedAt),
                    new Column<>("answerDue", ReportRow::answerDue),
                    new Column<>("silentAt", ReportRow::silentAt),
                    new Column<>("frozenAt", ReportRow::frozenAt)));

    @Inject
    transient ReportDesk desk;

    @Override
    protected Download<ReportRow> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "tjenesterapporter";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<ReportRow> each) {
        desk.forEach(
                new ReportFilter(
                        asked(request, "period", YearMonth::parse),
                        asked(request, "organisation", OrgNumber::of),
                        asked(request, "state", ReportState::valueOf),
                        Boolean.parseBoolean(request.getParameter("silent"))),
                sort(request),
                each);
    }

    private static <T> Optional<T> asked(HttpServletRequest request, String name, Function<String, T> reader) {
        String text = request.getParameter(name);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.strip()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new Rejection(AddressReason.NO_CHOICE, text);
        }
    }
}
