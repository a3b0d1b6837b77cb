package no.fellesdrift.catalogue;

import java.util.List;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;

/**
 * How many services each choice beside the list would leave. Counts follow the search and every filter but the
 * facet's own.
 */
public record Facets(List<CategoryCount> categories, List<DelivererCount> deliverers, long mandatory) {

    public Facets {
        categories = List.copyOf(categories);
        deliverers = List.copyOf(deliverers);
    }

    public record CategoryCount(String code, LocalizedText name, long count) {}

    public record DelivererCount(OrgNumber orgnr, String name, long count) {}
}
