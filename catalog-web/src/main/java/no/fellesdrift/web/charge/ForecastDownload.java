package no.fellesdrift.web.charge;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.Consumer;
import no.fellesdrift.charge.Charging;
import no.fellesdrift.charge.ForecastDesk;
import no.fellesdrift.charge.ForecastLine;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.ListDownload;

/**
 * A year's forecast as a file, with the page's own address of filters. It is worked out as a whole: a service has one
 * row.
 */
@WebServlet({"/download/forecast.csv", "/download/forecast.xlsx"})
public class ForecastDownload extends ListDownload<ForecastLine> {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ForecastDesk desk;

    @Inject
    transient Clock clock;

    @Override
    protected Download<ForecastLine> file() {
        return ForecastFile.FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "prognose-" + query(request).year();
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<ForecastLine> each) {
        ForecastPage.Query query = query(request);
        desk.forecast(query.year(), query.organisation(), query.category())
                .lines()
                .forEach(each);
    }

    private ForecastPage.Query query(HttpServletRequest request) {
        return ForecastPage.Query.of(
                request::getParameter, clock.instant().atZone(Charging.ZONE).getYear());
    }
}
