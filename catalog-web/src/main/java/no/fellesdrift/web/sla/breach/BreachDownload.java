package no.fellesdrift.web.sla.breach;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.breach.BreachDesk;
import no.fellesdrift.sla.breach.BreachLine;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** The list of breaches as a file; texts are in bokmål, as in the other files. */
@WebServlet({"/download/breaches.csv", "/download/breaches.xlsx"})
public class BreachDownload extends ListDownload<BreachLine> {

    private static final long serialVersionUID = 1L;

    private static final Download<BreachLine> FILE = new Download<>(
            "breaches",
            List.of(
                    new Column<>("number", BreachLine::number),
                    new Column<>("period", BreachLine::period),
                    new Column<>("organisation", BreachLine::organisation),
                    new Column<>("organisationName", BreachLine::organisationName),
                    new Column<>("line", BreachLine::line),
                    new Column<>("service", BreachLine::service),
                    new Column<>("serviceName", breach -> breach.serviceName().nb()),
                    new Column<>("level", BreachLine::level),
                    new Column<>("measure", BreachLine::measure),
                    new Column<>("priority", BreachLine::priority),
                    new Column<>("result", BreachLine::result),
                    new Column<>("kind", BreachLine::kind),
                    new Column<>("cause", BreachLine::cause),
                    new Column<>("consequence", BreachLine::consequence),
                    new Column<>("state", BreachLine::state),
                    new Column<>("owner", BreachLine::owner),
                    new Column<>("ownerName", BreachLine::ownerName),
                    new Column<>("openedAt", BreachLine::openedAt),
                    new Column<>("earlier", BreachLine::earlier),
                    new Column<>("actions", BreachLine::actions),
                    new Column<>("actionsLeft", BreachLine::actionsLeft),
                    new Column<>("nextDue", BreachLine::nextDue)));

    @Inject
    transient BreachDesk desk;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected Download<BreachLine> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "brudd";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<BreachLine> each) {
        desk.forEach(
                BreachesPage.narrowed(
                        new Asked(request::getParameter), caller.get().id()),
                sort(request),
                each);
    }
}
