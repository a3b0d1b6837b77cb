package no.fellesdrift.web.sla;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.MaintenanceLine;
import no.fellesdrift.sla.MeasurementDesk;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** A month's maintenance as a file. */
@WebServlet({"/download/maintenance-of-month.csv", "/download/maintenance-of-month.xlsx"})
public class MaintenanceDownload extends ListDownload<MaintenanceLine> {

    private static final long serialVersionUID = 1L;

    private static final Download<MaintenanceLine> FILE = new Download<>(
            "maintenance",
            List.of(
                    new Column<>("key", MaintenanceLine::key),
                    new Column<>("service", MaintenanceLine::service),
                    new Column<>("offering", MaintenanceLine::offering),
                    new Column<>("agency", MaintenanceLine::agency),
                    new Column<>("windowFrom", MaintenanceLine::windowFrom),
                    new Column<>("windowTo", MaintenanceLine::windowTo),
                    new Column<>("actualFrom", MaintenanceLine::actualFrom),
                    new Column<>("actualTo", MaintenanceLine::actualTo),
                    new Column<>("serviceDown", MaintenanceLine::serviceDown),
                    new Column<>("performedBy", MaintenanceLine::performedBy),
                    new Column<>("announced", MaintenanceLine::announced),
                    new Column<>("approvedBy", MaintenanceLine::approvedBy),
                    new Column<>("approved", MaintenanceLine::approved),
                    new Column<>("cancelled", MaintenanceLine::cancelled),
                    new Column<>("version", MaintenanceLine::version),
                    new Column<>("summary", MaintenanceLine::summary)));

    @Inject
    transient MeasurementDesk desk;

    @Inject
    transient LevelDesk levels;

    @Override
    protected Download<MaintenanceLine> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "vedlikehold-"
                + MeasurementsPage.query(new Asked(request::getParameter), levels)
                        .period();
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<MaintenanceLine> each) {
        desk.forEachMaintenance(MeasurementsPage.query(new Asked(request::getParameter), levels), sort(request), each);
    }
}
