package no.fellesdrift.web.sla;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.ReadingDesk;
import no.fellesdrift.sla.RecoveryLine;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** A month's recoveries as a file. */
@WebServlet({"/download/recoveries.csv", "/download/recoveries.xlsx"})
public class RecoveryDownload extends ListDownload<RecoveryLine> {

    private static final long serialVersionUID = 1L;

    private static final Download<RecoveryLine> FILE = new Download<>(
            "recoveries",
            List.of(
                    new Column<>("key", RecoveryLine::key),
                    new Column<>("service", RecoveryLine::service),
                    new Column<>("offering", RecoveryLine::offering),
                    new Column<>("agency", RecoveryLine::agency),
                    new Column<>("failure", RecoveryLine::failure),
                    new Column<>("declared", RecoveryLine::declared),
                    new Column<>("restored", RecoveryLine::restored),
                    new Column<>("lastGoodPoint", RecoveryLine::lastGoodPoint),
                    new Column<>("test", RecoveryLine::test),
                    new Column<>("source", RecoveryLine::source),
                    new Column<>("version", RecoveryLine::version),
                    new Column<>("summary", RecoveryLine::summary)));

    @Inject
    transient ReadingDesk desk;

    @Inject
    transient LevelDesk levels;

    @Override
    protected Download<RecoveryLine> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "gjenoppretting-"
                + MeasurementsPage.query(new Asked(request::getParameter), levels)
                        .period();
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<RecoveryLine> each) {
        desk.forEachRecovery(MeasurementsPage.query(new Asked(request::getParameter), levels), sort(request), each);
    }
}
