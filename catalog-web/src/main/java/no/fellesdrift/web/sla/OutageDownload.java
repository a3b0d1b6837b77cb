package no.fellesdrift.web.sla;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.MeasurementDesk;
import no.fellesdrift.sla.OutageLine;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** A month's outages as a file. */
@WebServlet({"/download/outages.csv", "/download/outages.xlsx"})
public class OutageDownload extends ListDownload<OutageLine> {

    private static final long serialVersionUID = 1L;

    private static final Download<OutageLine> FILE = new Download<>(
            "outages",
            List.of(
                    new Column<>("key", OutageLine::key),
                    new Column<>("service", OutageLine::service),
                    new Column<>("offering", OutageLine::offering),
                    new Column<>("agency", OutageLine::agency),
                    new Column<>("started", OutageLine::started),
                    new Column<>("ended", OutageLine::ended),
                    new Column<>("causedBy", OutageLine::causedBy),
                    new Column<>("impact", OutageLine::impact),
                    new Column<>("source", OutageLine::source),
                    new Column<>("version", OutageLine::version),
                    new Column<>("summary", OutageLine::summary)));

    @Inject
    transient MeasurementDesk desk;

    @Inject
    transient LevelDesk levels;

    @Override
    protected Download<OutageLine> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "brudd-"
                + MeasurementsPage.query(new Asked(request::getParameter), levels)
                        .period();
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<OutageLine> each) {
        desk.forEachOutage(MeasurementsPage.query(new Asked(request::getParameter), levels), sort(request), each);
    }
}
