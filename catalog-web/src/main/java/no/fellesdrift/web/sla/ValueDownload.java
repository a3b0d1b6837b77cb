package no.fellesdrift.web.sla;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.ReadingDesk;
import no.fellesdrift.sla.ValueLine;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** A month's numbers of other kinds as a file. */
@WebServlet({"/download/values.csv", "/download/values.xlsx"})
public class ValueDownload extends ListDownload<ValueLine> {

    private static final long serialVersionUID = 1L;

    private static final Download<ValueLine> FILE = new Download<>(
            "values",
            List.of(
                    new Column<>("key", ValueLine::key),
                    new Column<>("service", ValueLine::service),
                    new Column<>("offering", ValueLine::offering),
                    new Column<>("agency", ValueLine::agency),
                    new Column<>("metric", ValueLine::metric),
                    new Column<>("at", ValueLine::at),
                    new Column<>("value", ValueLine::value),
                    new Column<>("source", ValueLine::source),
                    new Column<>("version", ValueLine::version),
                    new Column<>("summary", ValueLine::summary)));

    @Inject
    transient ReadingDesk desk;

    @Inject
    transient LevelDesk levels;

    @Override
    protected Download<ValueLine> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "andre-tall-"
                + MeasurementsPage.query(new Asked(request::getParameter), levels)
                        .period();
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<ValueLine> each) {
        desk.forEachValue(MeasurementsPage.query(new Asked(request::getParameter), levels), sort(request), each);
    }
}
