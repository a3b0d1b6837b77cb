package no.fellesdrift.web.charge;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.charge.ChargeView;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.ListDownload;

/** The list of charges as a file, with the page's own address of filters. */
@WebServlet({"/download/charges.csv", "/download/charges.xlsx"})
public class ChargeDownload extends ListDownload<ChargeView> {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ChargeDesk desk;

    @Override
    protected Download<ChargeView> file() {
        return ChargeFile.FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "avregning"
                + ChargesPage.filter(request::getParameter)
                        .period()
                        .map(period -> "-" + period)
                        .orElse("");
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<ChargeView> each) {
        desk.forEach(ChargesPage.filter(request::getParameter), sort(request), each);
    }
}
