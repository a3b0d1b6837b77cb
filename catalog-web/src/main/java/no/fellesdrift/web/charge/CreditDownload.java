package no.fellesdrift.web.charge;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.charge.CreditDesk;
import no.fellesdrift.charge.ServiceCredit;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** A month's service credits as a file: the columns are the fields of the API. */
@WebServlet({"/download/credits.csv", "/download/credits.xlsx"})
public class CreditDownload extends ListDownload<ServiceCredit> {

    private static final long serialVersionUID = 1L;

    private static final Download<ServiceCredit> FILE = new Download<>(
            "credits",
            List.of(
                    new Column<>("id", ServiceCredit::id),
                    new Column<>("period", ServiceCredit::period),
                    new Column<>("organisation", ServiceCredit::organisation),
                    new Column<>("organisationName", ServiceCredit::organisationName),
                    new Column<>("line", ServiceCredit::line),
                    new Column<>("service", ServiceCredit::service),
                    new Column<>("serviceName", credit -> credit.serviceName().nb()),
                    new Column<>("offering", ServiceCredit::offering),
                    new Column<>("level", ServiceCredit::level),
                    new Column<>("result", ServiceCredit::result),
                    new Column<>("provisional", ServiceCredit::provisional),
                    new Column<>("achieved", ServiceCredit::achieved),
                    new Column<>("base", ServiceCredit::base),
                    new Column<>("tierPercent", ServiceCredit::tierPercent),
                    new Column<>("percent", ServiceCredit::percent),
                    new Column<>("amount", ServiceCredit::amount),
                    new Column<>("state", ServiceCredit::state),
                    new Column<>("proposedBy", ServiceCredit::proposedBy),
                    new Column<>("proposedAt", ServiceCredit::proposedAt),
                    new Column<>("decidedBy", ServiceCredit::decidedBy),
                    new Column<>("decidedOn", ServiceCredit::decidedOn),
                    new Column<>("reason", ServiceCredit::reason),
                    new Column<>("working", credit -> credit.working().replace("\n", "; "))));

    @Inject
    transient CreditDesk desk;

    @Inject
    transient LevelDesk levels;

    @Override
    protected Download<ServiceCredit> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "tjenestekreditter-"
                + CreditsPage.filter(new Asked(request::getParameter), levels).period();
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<ServiceCredit> each) {
        desk.forEach(CreditsPage.filter(new Asked(request::getParameter), levels), sort(request), each);
    }
}
