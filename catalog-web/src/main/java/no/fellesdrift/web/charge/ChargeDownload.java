package no.fellesdrift.web.charge;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.charge.ChargeFilter;
import no.fellesdrift.kernel.Rejection;

/** The list of the page as a file, with the page's own address of filters. */
@WebServlet({"/download/charges.csv", "/download/charges.xlsx"})
public class ChargeDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ChargeDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ChargeFilter filter;
        try {
            filter = ChargesPage.filter(request::getParameter);
            desk.totals(filter); // refused before the first byte, not after
        } catch (Rejection notTheirs) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String month = filter.period().map(period -> "-" + period).orElse("");
        ChargeFile.FILE.send("avregning" + month, request, response, each -> desk.forEach(filter, each));
    }
}
