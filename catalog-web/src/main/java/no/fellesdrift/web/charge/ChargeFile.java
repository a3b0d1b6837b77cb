package no.fellesdrift.web.charge;

import java.util.List;
import no.fellesdrift.charge.ChargeView;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;

/** Charges as a file: the columns are the fields of the API. */
final class ChargeFile {

    static final Download<ChargeView> FILE = new Download<>(
            "charges",
            List.of(
                    new Column<>("number", ChargeView::number),
                    new Column<>("period", ChargeView::period),
                    new Column<>("organisation", ChargeView::organisation),
                    new Column<>("organisationName", ChargeView::organisationName),
                    new Column<>("agreement", ChargeView::agreement),
                    new Column<>("line", ChargeView::line),
                    new Column<>("service", ChargeView::service),
                    new Column<>("offering", ChargeView::offering),
                    new Column<>("component", ChargeView::component),
                    new Column<>("kind", ChargeView::kind),
                    new Column<>("from", ChargeView::from),
                    new Column<>("to", ChargeView::to),
                    new Column<>("days", ChargeView::days),
                    new Column<>("quantity", ChargeView::quantity),
                    new Column<>("unitPrice", ChargeView::unitPrice),
                    new Column<>("amount", ChargeView::amount),
                    new Column<>("priceId", ChargeView::priceId),
                    new Column<>("corrects", ChargeView::corrects),
                    new Column<>("metered", ChargeView::metered),
                    new Column<>("included", ChargeView::included),
                    new Column<>("negotiated", ChargeView::negotiated),
                    new Column<>("order", ChargeView::order),
                    new Column<>("working", charge -> charge.working().replace("\n", "; "))));

    private ChargeFile() {}
}
