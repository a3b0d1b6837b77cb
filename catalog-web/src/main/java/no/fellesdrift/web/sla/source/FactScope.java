package no.fellesdrift.web.sla.source;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.ServiceFilter;
import no.fellesdrift.catalogue.ServiceView;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.party.OrganisationView;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.web.frame.Texts;

/** What a fact may be about: {@code #{factScope.services}}, {@code offerings} and {@code agencies}, by their names. */
@Named
@RequestScoped
public class FactScope {

    /** Something to choose. */
    public record Choice(String code, String name) {}

    @Inject
    CatalogueDesk catalogue;

    @Inject
    PartyDesk parties;

    @Inject
    Texts t;

    private List<ServiceView> all;

    private List<ServiceView> all() {
        if (all == null) {
            all = catalogue
                    .services(ServiceFilter.all(t.language()), PageRequest.first(PageRequest.MAX_SIZE))
                    .items();
        }
        return all;
    }

    public List<Choice> getServices() {
        return all().stream()
                .map(service -> new Choice(service.code().value(), t.in(service.name())))
                .sorted(Comparator.comparing(Choice::name, Collator.getInstance(t.locale())))
                .toList();
    }

    /** Service and offering, so that one list is enough. */
    public List<Choice> getOfferings() {
        return all().stream()
                .flatMap(service -> service.offerings().stream()
                        .map(offering -> new Choice(
                                offering.code().value(), t.in(service.name()) + ": " + t.in(offering.name()))))
                .sorted(Comparator.comparing(Choice::name, Collator.getInstance(t.locale())))
                .toList();
    }

    public List<OrganisationView> getAgencies() {
        return parties.visibleAgencies();
    }

    /** The name of a service; its code when there is no such. */
    public String service(String code) {
        return all().stream()
                .filter(service -> service.code().value().equals(code))
                .map(service -> t.in(service.name()))
                .findFirst()
                .orElse(code);
    }

    /** The name of an offering; its code when there is no such. */
    public String offering(String code) {
        return all().stream()
                .flatMap(service -> service.offerings().stream())
                .filter(offering -> offering.code().value().equals(code))
                .map(offering -> t.in(offering.name()))
                .findFirst()
                .orElse(code);
    }

    public String agency(String number) {
        return getAgencies().stream()
                .filter(agency -> agency.number().digits().equals(number))
                .map(OrganisationView::name)
                .findFirst()
                .orElse(number);
    }
}
