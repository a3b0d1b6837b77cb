package no.fellesdrift.web.charge.claim;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.charge.claim.ClaimDesk;
import no.fellesdrift.charge.claim.ClaimLine;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** The list of claims as a file; texts are in bokmål, as in the other files. */
@WebServlet({"/download/claims.csv", "/download/claims.xlsx"})
public class ClaimDownload extends ListDownload<ClaimLine> {

    private static final long serialVersionUID = 1L;

    private static final Download<ClaimLine> FILE = new Download<>(
            "claims",
            List.of(
                    new Column<>("number", ClaimLine::number),
                    new Column<>("contract", ClaimLine::contract),
                    new Column<>("supplier", ClaimLine::supplier),
                    new Column<>("supplierName", ClaimLine::supplierName),
                    new Column<>("service", claim -> claim.serviceName().nb()),
                    new Column<>("period", ClaimLine::period),
                    new Column<>("state", ClaimLine::state),
                    new Column<>("amount", ClaimLine::amount),
                    new Column<>("breaches", ClaimLine::breaches),
                    new Column<>("draftedBy", ClaimLine::draftedByName),
                    new Column<>("sentBy", ClaimLine::sentByName),
                    new Column<>("sentOn", ClaimLine::sentOn),
                    new Column<>("answeredOn", ClaimLine::answeredOn),
                    new Column<>("answer", ClaimLine::answer),
                    new Column<>("settledOn", ClaimLine::settledOn)));

    @Inject
    transient ClaimDesk desk;

    @Override
    protected Download<ClaimLine> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "krav";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<ClaimLine> each) {
        desk.forEach(ClaimsPage.filter(new Asked(request::getParameter)), sort(request), each);
    }
}
