package no.fellesdrift.exchange;

import java.util.List;
import no.fellesdrift.agreement.AgreementView;
import no.fellesdrift.catalogue.ServiceView;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.order.OrderLine;
import no.fellesdrift.party.OrganisationView;

/**
 * What was found, kind by kind: the first few of each, with how many there are. Of orders, more than {@link
 * SearchDesk#COUNTED} only means that there are more.
 */
public record SearchView(
        Paged<ServiceView> services,
        Paged<OrderLine> orders,
        Paged<AgreementView> agreements,
        List<OrganisationView> organisations) {

    public SearchView {
        organisations = List.copyOf(organisations);
    }

    static SearchView nothing(PageRequest request) {
        return new SearchView(
                Paged.of(List.of(), request, 0),
                Paged.of(List.of(), request, 0),
                Paged.of(List.of(), request, 0),
                List.of());
    }

    public long total() {
        return services.total() + orders.total() + agreements.total() + organisations.size();
    }
}
