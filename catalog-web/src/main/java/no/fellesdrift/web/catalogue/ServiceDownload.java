package no.fellesdrift.web.catalogue;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceRow;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;

/** The services of the catalogue as a file, with their texts in all three languages. */
@WebServlet({"/download/services.csv", "/download/services.xlsx"})
public class ServiceDownload extends ListDownload<ServiceRow> {

    private static final long serialVersionUID = 1L;

    private static final Download<ServiceRow> FILE = new Download<>(
            "services",
            List.of(
                    new Column<>("code", row -> row.service().code()),
                    new Column<>("category", row -> row.service().category()),
                    new Column<>("kind", row -> row.service().kind()),
                    new Column<>("deliveredBy", row -> row.service().deliveredBy()),
                    new Column<>("delivererName", row -> row.service().delivererName()),
                    new Column<>("upstream", row -> row.service().upstream()),
                    new Column<>("mandatory", row -> row.service().mandatory()),
                    new Column<>("lifecycle", row -> row.service().lifecycle()),
                    new Column<>("successor", row -> row.service().successor()),
                    new Column<>("ownerName", row -> row.service().ownerName()),
                    new Column<>("nameNb", row -> row.service().name().nb()),
                    new Column<>("nameNn", row -> row.service().name().nn()),
                    new Column<>("nameEn", row -> row.service().name().en()),
                    new Column<>("summaryNb", row -> row.service().summary().nb()),
                    new Column<>("summaryNn", row -> row.service().summary().nn()),
                    new Column<>("summaryEn", row -> row.service().summary().en()),
                    new Column<>(
                            "offerings",
                            row -> row.offerings().stream()
                                    .map(OfferingCode::value)
                                    .collect(Collectors.joining(" ")))));

    @Inject
    transient CatalogueDesk desk;

    /** The page that the address belongs to: what narrows it takes the reader's agreements and the coming prices. */
    @Inject
    transient CataloguePage list;

    @Override
    protected Download<ServiceRow> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "katalog";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<ServiceRow> each) {
        desk.forEach(list.filter(), sort(request), each);
    }
}
