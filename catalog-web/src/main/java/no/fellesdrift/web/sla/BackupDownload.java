package no.fellesdrift.web.sla;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.sla.BackupLine;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.ReadingDesk;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** A month's backup runs as a file. */
@WebServlet({"/download/backups.csv", "/download/backups.xlsx"})
public class BackupDownload extends ListDownload<BackupLine> {

    private static final long serialVersionUID = 1L;

    private static final Download<BackupLine> FILE = new Download<>(
            "backups",
            List.of(
                    new Column<>("key", BackupLine::key),
                    new Column<>("service", BackupLine::service),
                    new Column<>("offering", BackupLine::offering),
                    new Column<>("agency", BackupLine::agency),
                    new Column<>("scheduled", BackupLine::scheduled),
                    new Column<>("finished", BackupLine::finished),
                    new Column<>("successful", BackupLine::successful),
                    new Column<>("source", BackupLine::source),
                    new Column<>("version", BackupLine::version),
                    new Column<>("summary", BackupLine::summary)));

    @Inject
    transient ReadingDesk desk;

    @Inject
    transient LevelDesk levels;

    @Override
    protected Download<BackupLine> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "sikkerhetskopier-"
                + MeasurementsPage.query(new Asked(request::getParameter), levels)
                        .period();
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<BackupLine> each) {
        desk.forEachBackup(MeasurementsPage.query(new Asked(request::getParameter), levels), sort(request), each);
    }
}
