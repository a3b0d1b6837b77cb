package no.fellesdrift.web.sla.source;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.sla.source.DeliveryDesk;
import no.fellesdrift.sla.source.DeliveryView;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;
import no.fellesdrift.web.frame.TextBundles;

/** What a source delivered as a file; texts are in bokmål, as in the other files. */
@WebServlet({"/download/deliveries.csv", "/download/deliveries.xlsx"})
public class DeliveryDownload extends ListDownload<DeliveryView> {

    private static final long serialVersionUID = 1L;

    public static final Download<DeliveryView> FILE = new Download<>(
            "deliveries",
            List.of(
                    new Column<>("id", DeliveryView::id),
                    new Column<>("source", DeliveryView::source),
                    new Column<>("receivedAt", DeliveryView::receivedAt),
                    new Column<>("way", DeliveryView::way),
                    new Column<>("outcome", DeliveryView::outcome),
                    new Column<>("accepted", DeliveryView::accepted),
                    new Column<>("duplicates", DeliveryView::duplicates),
                    new Column<>("rejected", DeliveryView::rejected),
                    new Column<>(
                            "problems",
                            delivery -> delivery.problems().stream()
                                    .map(row -> row.path() + ": "
                                            + TextBundles.text(
                                                    "nb",
                                                    row.key(),
                                                    row.arguments().toArray()))
                                    .collect(Collectors.joining(" ")))));

    @Inject
    transient DeliveryDesk desk;

    @Override
    protected Download<DeliveryView> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "leveranser";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<DeliveryView> each) {
        desk.forEach(
                String.valueOf(request.getParameter("code")),
                SourcePage.outcome(request.getParameter("outcome")),
                each);
    }
}
