package no.fellesdrift.web.catalogue;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.ServiceView;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;

/** The services of the catalogue as a file, with their texts in all three languages. */
@WebServlet({"/download/services.csv", "/download/services.xlsx"})
public class ServiceDownload extends ListDownload<ServiceView> {

    private static final long serialVersionUID = 1L;

    private static final Download<ServiceView> FILE = new Download<>(
            "services",
            List.of(
                    new Column<>("code", ServiceView::code),
                    new Column<>("category", ServiceView::category),
                    new Column<>("kind", ServiceView::kind),
                    new Column<>("deliveredBy", ServiceView::deliveredBy),
                    new Column<>("delivererName", ServiceView::delivererName),
                    new Column<>("upstream", ServiceView::upstream),
                    new Column<>("mandatory", ServiceView::mandatory),
                    new Column<>("lifecycle", ServiceView::lifecycle),
                    new Column<>("successor", ServiceView::successor),
                    new Column<>("ownerName", ServiceView::ownerName),
                    new Column<>("nameNb", service -> service.name().nb()),
                    new Column<>("nameNn", service -> service.name().nn()),
                    new Column<>("nameEn", service -> service.name().en()),
                    new Column<>("summaryNb", service -> service.summary().nb()),
                    new Column<>("summaryNn", service -> service.summary().nn()),
                    new Column<>("summaryEn", service -> service.summary().en()),
                    new Column<>(
                            "offerings",
                            service -> service.offerings().stream()
                                    .map(offering -> offering.code().value())
                                    .collect(Collectors.joining(" ")))));

    @Inject
    transient CatalogueDesk desk;

    /** The page that the address belongs to: what narrows it takes the reader's agreements and the coming prices. */
    @Inject
    transient CataloguePage list;

    @Override
    protected Download<ServiceView> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "katalog";
    }

    @Override
    protected Function<PageRequest, Paged<ServiceView>> list(HttpServletRequest request) {
        return page -> desk.services(list.filter(), page);
    }
}
