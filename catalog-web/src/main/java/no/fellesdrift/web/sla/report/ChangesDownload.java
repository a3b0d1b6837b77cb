package no.fellesdrift.web.sla.report;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.report.ChangeView;
import no.fellesdrift.sla.report.ReportDesk;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** What changed after its publication, as a file; read page by page, since each row is put together of two results. */
@WebServlet({"/download/changes.csv", "/download/changes.xlsx"})
public class ChangesDownload extends ListDownload<ChangeView> {

    private static final long serialVersionUID = 1L;

    private static final Download<ChangeView> FILE = new Download<>(
            "changes",
            List.of(
                    new Column<>("report", ChangeView::report),
                    new Column<>("organisationName", ChangeView::organisationName),
                    new Column<>("line", change -> change.after().line()),
                    new Column<>("level", change -> change.after().level()),
                    new Column<>("measure", change -> change.after().measure()),
                    new Column<>("before", change -> change.before().id()),
                    new Column<>("statusBefore", change -> change.before().status()),
                    new Column<>("percentBefore", change -> change.before().percent(4)),
                    new Column<>("after", change -> change.after().id()),
                    new Column<>("statusAfter", change -> change.after().status()),
                    new Column<>("percentAfter", change -> change.after().percent(4)),
                    new Column<>("evaluatedAt", change -> change.after().evaluatedAt()),
                    new Column<>("why", ChangeView::why),
                    new Column<>("facts", ChangesDownload::facts),
                    new Column<>("policyChanged", ChangeView::policy),
                    new Column<>("correction", ChangeView::correction)));

    @Inject
    transient ReportDesk desk;

    private static String facts(ChangeView change) {
        return change.facts().stream()
                .map(fact -> fact.kind() + " " + fact.key())
                .collect(Collectors.joining(", "));
    }

    @Override
    protected Download<ChangeView> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "endret-etter-publisering";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<ChangeView> each) {
        Asked asked = new Asked(request::getParameter);
        Paged<ChangeView> page;
        int number = 0;
        do {
            page = desk.changes(
                    asked.period(), Optional.empty(), new PageRequest(number++, PageRequest.MAX_SIZE, sort(request)));
            page.items().forEach(each);
        } while (number < page.pages());
    }
}
