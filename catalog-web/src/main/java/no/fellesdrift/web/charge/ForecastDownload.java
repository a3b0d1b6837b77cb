package no.fellesdrift.web.charge;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import no.fellesdrift.charge.Charging;
import no.fellesdrift.charge.Forecast;
import no.fellesdrift.charge.ForecastDesk;
import no.fellesdrift.kernel.Rejection;

/** The list of the page as a file, with the page's own address of filters. */
@WebServlet({"/download/forecast.csv", "/download/forecast.xlsx"})
public class ForecastDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ForecastDesk desk;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Forecast forecast;
        try {
            ForecastPage.Query query = ForecastPage.Query.of(
                    request::getParameter, clock.instant().atZone(Charging.ZONE).getYear());
            forecast = desk.forecast(query.year(), query.organisation(), query.category());
        } catch (Rejection notTheirs) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ForecastFile.FILE.send(
                "prognose-" + forecast.year(),
                request,
                response,
                each -> forecast.lines().forEach(each));
    }
}
