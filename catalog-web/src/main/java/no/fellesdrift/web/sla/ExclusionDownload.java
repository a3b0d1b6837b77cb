package no.fellesdrift.web.sla;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.sla.ExclusionDesk;
import no.fellesdrift.sla.ExclusionLine;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** A month's exclusions as a file. */
@WebServlet({"/download/exclusions.csv", "/download/exclusions.xlsx"})
public class ExclusionDownload extends ListDownload<ExclusionLine> {

    private static final long serialVersionUID = 1L;

    private static final Download<ExclusionLine> FILE = new Download<>(
            "exclusions",
            List.of(
                    new Column<>("key", ExclusionLine::key),
                    new Column<>("service", ExclusionLine::service),
                    new Column<>("offering", ExclusionLine::offering),
                    new Column<>("agency", ExclusionLine::agency),
                    new Column<>("from", ExclusionLine::from),
                    new Column<>("to", ExclusionLine::to),
                    new Column<>("reason", ExclusionLine::reason),
                    new Column<>("requested", ExclusionLine::requested),
                    new Column<>("approved", ExclusionLine::approved),
                    new Column<>("version", ExclusionLine::version),
                    new Column<>("summary", ExclusionLine::summary)));

    @Inject
    transient ExclusionDesk desk;

    @Inject
    transient LevelDesk levels;

    @Override
    protected Download<ExclusionLine> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "unntak-"
                + MeasurementsPage.query(new Asked(request::getParameter), levels)
                        .period();
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<ExclusionLine> each) {
        desk.forEachOfMonth(MeasurementsPage.query(new Asked(request::getParameter), levels), sort(request), each);
    }
}
