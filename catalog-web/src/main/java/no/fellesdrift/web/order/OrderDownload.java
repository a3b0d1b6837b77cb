package no.fellesdrift.web.order;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderLine;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;

/** The list of orders as a file; texts are in bokmål, as in the other files. */
@WebServlet({"/download/orders.csv", "/download/orders.xlsx"})
public class OrderDownload extends ListDownload<OrderLine> {

    private static final long serialVersionUID = 1L;

    public static final Download<OrderLine> FILE = new Download<>(
            "orders",
            List.of(
                    new Column<>("number", OrderLine::number),
                    new Column<>("organisation", OrderLine::organisation),
                    new Column<>("organisationName", OrderLine::organisationName),
                    new Column<>("state", OrderLine::state),
                    new Column<>("waitingFor", OrderLine::waitingFor),
                    new Column<>("orderedBy", OrderLine::orderedBy),
                    new Column<>("orderedByName", OrderLine::orderedByName),
                    new Column<>("reference", OrderLine::reference),
                    new Column<>(
                            "offering",
                            order -> order.offering() == null
                                    ? null
                                    : order.offering().nb()),
                    new Column<>("kind", OrderLine::kind),
                    new Column<>("quantity", OrderLine::quantity),
                    new Column<>("lines", OrderLine::lines),
                    new Column<>("createdAt", OrderLine::createdAt),
                    new Column<>("submittedAt", OrderLine::submittedAt),
                    new Column<>("approvedAt", OrderLine::approvedAt),
                    new Column<>("receivedAt", OrderLine::receivedAt),
                    new Column<>("deliveredAt", OrderLine::deliveredAt),
                    new Column<>("promisedDate", OrderLine::promisedDate),
                    new Column<>("expectedDate", OrderLine::expectedDate),
                    new Column<>("assignedTo", OrderLine::assignedTo),
                    new Column<>("supplier", OrderLine::supplier)));

    @Inject
    transient OrderDesk desk;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected Download<OrderLine> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "bestillinger";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<OrderLine> each) {
        desk.forEach(OrdersPage.filter(request::getParameter, caller.get()), sort(request), each);
    }
}
