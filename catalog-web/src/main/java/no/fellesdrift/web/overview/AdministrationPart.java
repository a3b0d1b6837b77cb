package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.ServiceFilter;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.party.KeyDesk;
import no.fellesdrift.party.KeyFilter;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.party.PersonFilter;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** What the overview shows an administrator: the doors to the work. */
@RequestScoped
class AdministrationPart {

    @Inject
    Texts t;

    @Inject
    Links links;

    @Inject
    CatalogueDesk catalogue;

    @Inject
    PartyDesk parties;

    @Inject
    KeyDesk keys;

    @Inject
    Format f;

    List<Tile> tiles() {
        return List.of(
                door(
                        "people",
                        "/admin/people.xhtml",
                        f.number(parties.people(PersonFilter.ALL, PageRequest.first(1))
                                .total())),
                door(
                        "keys",
                        "/admin/keys.xhtml",
                        f.number(keys.keys(KeyFilter.ALL, PageRequest.first(1)).total())),
                door("audit", "/admin/audit.xhtml", ""),
                door("import", "/admin/import.xhtml", ""));
    }

    /** What a new installation still lacks. */
    List<Task> beginnings() {
        List<Task> beginnings = new ArrayList<>();
        if (catalogue.services(ServiceFilter.all("nb"), PageRequest.first(1)).total() == 0) {
            beginnings.add(beginning("import", "/admin/import.xhtml"));
        }
        if (parties.people(PersonFilter.ALL, PageRequest.first(1)).total() == 1) {
            beginnings.add(beginning("people", "/admin/person.xhtml"));
        }
        return beginnings;
    }

    private Task beginning(String name, String page) {
        String key = "overview.admin.start." + name;
        return new Task(links.to(page), t.get(key), t.get(key + "-text"), null, "");
    }

    private Tile door(String name, String page, String figure) {
        return Tile.of(
                t.get("overview.admin." + name), links.to(page), figure, "", t.get("overview.admin." + name + ".text"));
    }
}
