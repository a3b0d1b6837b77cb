package no.fellesdrift.web.sla;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.ReadingDesk;
import no.fellesdrift.sla.SampleLine;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** A month's samples by the hour as a file. */
@WebServlet({"/download/samples.csv", "/download/samples.xlsx"})
public class SampleDownload extends ListDownload<SampleLine> {

    private static final long serialVersionUID = 1L;

    private static final Download<SampleLine> FILE = new Download<>(
            "samples",
            List.of(
                    new Column<>("service", SampleLine::service),
                    new Column<>("offering", SampleLine::offering),
                    new Column<>("agency", SampleLine::agency),
                    new Column<>("metric", SampleLine::metric),
                    new Column<>("hour", SampleLine::hour),
                    new Column<>("valued", SampleLine::valued),
                    new Column<>("probed", SampleLine::probed),
                    new Column<>("failed", SampleLine::failed),
                    new Column<>("mean", SampleLine::mean),
                    new Column<>("highest", SampleLine::highest)));

    @Inject
    transient ReadingDesk desk;

    @Inject
    transient LevelDesk levels;

    @Override
    protected Download<SampleLine> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "enkeltmalinger-"
                + MeasurementsPage.query(new Asked(request::getParameter), levels)
                        .period();
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<SampleLine> each) {
        desk.forEachSample(MeasurementsPage.query(new Asked(request::getParameter), levels), sort(request), each);
    }
}
