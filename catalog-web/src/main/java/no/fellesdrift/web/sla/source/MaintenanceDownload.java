package no.fellesdrift.web.sla.source;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.sla.source.MaintenanceDesk;
import no.fellesdrift.sla.source.WindowView;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;

/** The list of announced work as a file; texts are in bokmål, as in the other files. */
@WebServlet({"/download/maintenance.csv", "/download/maintenance.xlsx"})
public class MaintenanceDownload extends ListDownload<WindowView> {

    private static final long serialVersionUID = 1L;

    public static final Download<WindowView> FILE = new Download<>(
            "maintenance",
            List.of(
                    new Column<>("maintenance", WindowView::maintenance),
                    new Column<>("version", WindowView::version),
                    new Column<>("state", WindowView::state),
                    new Column<>("service", WindowView::service),
                    new Column<>("serviceName", window -> window.serviceName().nb()),
                    new Column<>("offering", WindowView::offering),
                    new Column<>("agency", WindowView::agency),
                    new Column<>("windowFrom", WindowView::from),
                    new Column<>("windowTo", WindowView::to),
                    new Column<>("actualFrom", WindowView::actualFrom),
                    new Column<>("actualTo", WindowView::actualTo),
                    new Column<>("serviceDown", WindowView::interrupts),
                    new Column<>("performedBy", WindowView::performedBy),
                    new Column<>("summary", WindowView::text),
                    new Column<>("announcedAt", WindowView::announcedAt),
                    new Column<>("announcedBy", WindowView::announcedBy),
                    new Column<>("approvedAt", WindowView::approvedAt),
                    new Column<>("approvedBy", WindowView::approvedBy)));

    @Inject
    transient MaintenanceDesk desk;

    @Override
    protected Download<WindowView> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "vedlikehold";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<WindowView> each) {
        desk.forEach(MaintenancePage.filter(request::getParameter), sort(request), each);
    }
}
