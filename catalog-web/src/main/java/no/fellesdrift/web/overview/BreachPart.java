package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import no.fellesdrift.sla.breach.BreachDesk;
import no.fellesdrift.sla.breach.BreachFilter;
import no.fellesdrift.sla.breach.BreachState;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Texts;

/** The breaches that wait for the reader: a service owner's own, or all for the service-level manager. */
@RequestScoped
class BreachPart {

    private static final String LIST = "/levels/breaches.xhtml";

    @Inject
    BreachDesk desk;

    @Inject
    Me me;

    @Inject
    Texts t;

    @Inject
    Links links;

    /** One task for all that nobody has explained. */
    List<Task> waiting() {
        long fresh = desk.count(mine(BreachFilter.ALL.in(BreachState.OPEN)));
        return fresh == 0
                ? List.of()
                : List.of(new Task(
                        all()
                                ? links.to(LIST, "view", "new")
                                : links.to(LIST, "view", "mine", "state", BreachState.OPEN.name()),
                        t.of("overview.breaches.new", fresh),
                        t.get("overview.breaches.new.text"),
                        null,
                        ""));
    }

    /** One task for all whose actions should have been done. */
    List<Task> late() {
        long overdue = desk.count(mine(BreachFilter.ALL.late()));
        return overdue == 0
                ? List.of()
                : List.of(new Task(
                        links.to(LIST, "view", "overdue"),
                        t.of("overview.breaches.overdue", overdue),
                        t.get("overview.breaches.overdue.text"),
                        new Tile.Mark("bad", "clock", t.get("sla.breach.overdue")),
                        ""));
    }

    private BreachFilter mine(BreachFilter filter) {
        return all() ? filter : filter.of(me.getId());
    }

    private boolean all() {
        return me.has("SERVICE_LEVEL_MANAGER");
    }
}
