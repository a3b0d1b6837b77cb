package no.fellesdrift.web.agreement;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.AgreementView;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;

/** The agreements the reader may see as a file. */
@WebServlet({"/download/agreements.csv", "/download/agreements.xlsx"})
public class AgreementDownload extends ListDownload<AgreementView> {

    private static final long serialVersionUID = 1L;

    private static final Download<AgreementView> FILE = new Download<>(
            "agreements",
            List.of(
                    new Column<>("number", AgreementView::number),
                    new Column<>("version", AgreementView::agreementVersion),
                    new Column<>("organisation", AgreementView::agency),
                    new Column<>("organisationName", AgreementView::agencyName),
                    new Column<>("type", AgreementView::type),
                    new Column<>("title", AgreementView::title),
                    new Column<>("state", AgreementView::state),
                    new Column<>("signedOn", AgreementView::signedOn),
                    new Column<>("validFrom", agreement -> agreement.valid().start()),
                    new Column<>("validTo", agreement -> agreement.valid().end()),
                    new Column<>("revisionDue", AgreementView::revisionDue)));

    @Inject
    transient AgreementDesk desk;

    @Override
    protected Download<AgreementView> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "avtaler";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<AgreementView> each) {
        desk.forEach(AgreementsPage.filter(request::getParameter), sort(request), each);
    }
}
