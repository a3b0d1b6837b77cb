package no.fellesdrift.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.AgreementFilter;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.ServiceFilter;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.party.OrganisationView;
import no.fellesdrift.party.PartyDesk;

/**
 * One search over everything that has a name or a number. It asks each room's own desk, so that it finds what the
 * caller's lists would show and nothing else.
 */
@Stateless
public class SearchDesk {

    public static final int FEWEST = 2;

    /** More than so many of a kind are "more than so many": to count all would take longer than to find them. */
    public static final int COUNTED = 1000;

    private static final Pattern NUMBER = Pattern.compile("\\p{Alpha}+-\\S*");

    @Inject
    CatalogueDesk catalogue;

    @Inject
    OrderDesk orders;

    @Inject
    AgreementDesk agreements;

    @Inject
    PartyDesk parties;

    /**
     * Services, orders, agreements and organisations whose name, number or text has every word; nothing for a text of
     * fewer than {@link #FEWEST} characters, which nearly everything has.
     *
     * @param language {@code nb}, {@code nn} or {@code en}: services are searched in the reader's language
     * @param most how many of each kind
     */
    @RolesAllowed(Roles.USER)
    public SearchView search(String text, String language, int most) {
        String wanted = text.strip();
        // numbers and codes are kept in capitals and told apart by them; names are not
        String number = NUMBER.matcher(wanted).matches() ? wanted.toUpperCase(Locale.ROOT) : wanted;
        PageRequest request = PageRequest.first(most);
        if (wanted.length() < FEWEST) {
            return SearchView.nothing(request);
        }
        return new SearchView(
                catalogue.services(ServiceFilter.all(language).withText(number), request),
                orders.newest(number, most, COUNTED),
                agreements.agreements(
                        new AgreementFilter(number, Optional.empty(), Optional.empty(), Optional.empty()), request),
                organisations(wanted.toLowerCase(Locale.ROOT)));
    }

    private List<OrganisationView> organisations(String wanted) {
        return parties.organisations().stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || one.shortName().equalsIgnoreCase(wanted)
                        || one.number().digits().equals(wanted.replace(" ", "")))
                .toList();
    }
}
