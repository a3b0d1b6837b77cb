package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import no.fellesdrift.web.frame.Texts;

/** What the overview shows an administrator: the doors to the work. */
@RequestScoped
class AdministrationPart {

    @Inject
    Texts t;

    @Inject
    Links links;

    List<Tile> tiles() {
        return List.of(
                door("people", "/admin/people.xhtml"),
                door("keys", "/admin/keys.xhtml"),
                door("audit", "/admin/audit.xhtml"),
                door("import", "/admin/import.xhtml"));
    }

    private Tile door(String name, String page) {
        return Tile.of(
                t.get("overview.admin." + name), links.to(page), "", "", t.get("overview.admin." + name + ".text"));
    }
}
