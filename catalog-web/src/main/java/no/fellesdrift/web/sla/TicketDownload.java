package no.fellesdrift.web.sla;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.MeasurementDesk;
import no.fellesdrift.sla.TicketLine;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.Asked;

/** The tickets that were opened in a month as a file. */
@WebServlet({"/download/tickets.csv", "/download/tickets.xlsx"})
public class TicketDownload extends ListDownload<TicketLine> {

    private static final long serialVersionUID = 1L;

    private static final Download<TicketLine> FILE = new Download<>(
            "tickets",
            List.of(
                    new Column<>("key", TicketLine::key),
                    new Column<>("agency", TicketLine::agency),
                    new Column<>("service", TicketLine::service),
                    new Column<>("offering", TicketLine::offering),
                    new Column<>("priority", TicketLine::priority),
                    new Column<>("opened", TicketLine::opened),
                    new Column<>("responded", TicketLine::responded),
                    new Column<>("resolved", TicketLine::resolved),
                    new Column<>("state", TicketLine::state),
                    new Column<>("pauses", TicketLine::pauses),
                    new Column<>("version", TicketLine::version)));

    @Inject
    transient MeasurementDesk desk;

    @Inject
    transient LevelDesk levels;

    @Override
    protected Download<TicketLine> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "saker-"
                + MeasurementsPage.query(new Asked(request::getParameter), levels)
                        .period();
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<TicketLine> each) {
        desk.forEachTicket(MeasurementsPage.query(new Asked(request::getParameter), levels), sort(request), each);
    }
}
