package no.fellesdrift.web.sla.breach;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.breach.BreachDesk;
import no.fellesdrift.sla.breach.BreachFilter;
import no.fellesdrift.sla.breach.BreachLine;
import no.fellesdrift.sla.breach.BreachState;
import no.fellesdrift.sla.engine.Cause;
import no.fellesdrift.web.frame.Asked;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Written;

/** The list of breaches by the filters of the address. */
@Named
@RequestScoped
public class BreachesPage {

    private static final int SIZE = 25;

    @Inject
    BreachDesk desk;

    @Inject
    Me me;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private BreachFilter filter;
    private String view;
    private Paged<BreachLine> page;
    private List<Chip> chips;

    /** A ready-made selection with its count. */
    public record Chip(String name, long count, boolean chosen) {}

    @PostConstruct
    void open() {
        Asked asked = new Asked(request::getParameter);
        filter = filter(asked);
        view = asked.text("view").orElse("all");
        page = desk.list(narrowed(filter, view, me.getId()), new PageRequest(asked.page(), SIZE, asked.sort()));
    }

    /** What the whole list of an address is narrowed to. */
    static BreachFilter narrowed(Asked asked, String reader) {
        return narrowed(filter(asked), asked.text("view").orElse("all"), reader);
    }

    private static BreachFilter narrowed(BreachFilter filter, String view, String reader) {
        return switch (view) {
            case "work" -> filter.working();
            case "new" -> filter.in(BreachState.OPEN);
            case "overdue" -> filter.late();
            case "mine" -> filter.working().of(reader);
            default -> filter;
        };
    }

    private static BreachFilter filter(Asked asked) {
        return new BreachFilter(
                asked.period(),
                asked.organisation(),
                asked.text("service"),
                asked.choice("state", BreachState.class),
                asked.choice("cause", Cause.class),
                false,
                false,
                Optional.empty());
    }

    public Paged<BreachLine> getPage() {
        return page;
    }

    public List<Chip> getChips() {
        if (chips == null) {
            chips = (me.hasAny("SERVICE_LEVEL_MANAGER,SERVICE_OWNER")
                            ? List.of("all", "new", "work", "mine", "overdue")
                            : List.of("all", "work"))
                    .stream()
                            .map(name ->
                                    new Chip(name, desk.count(narrowed(filter, name, me.getId())), name.equals(view)))
                            .toList();
        }
        return chips;
    }

    public boolean isLate(BreachLine breach) {
        return breach.isOverdue(LocalDate.ofInstant(clock.instant(), Written.OSLO));
    }

    public boolean isFiltered() {
        return !view.equals("all") || !filter.equals(BreachFilter.ALL);
    }

    public String getView() {
        return view;
    }

    public int getSize() {
        return SIZE;
    }

    public List<YearMonth> getPeriods() {
        return desk.periods();
    }

    public List<BreachDesk.Choice> getOrganisations() {
        return desk.organisations();
    }

    public List<BreachDesk.Choice> getServices() {
        return desk.services();
    }

    public BreachState[] getStates() {
        return BreachState.values();
    }

    public Cause[] getCauses() {
        return Cause.values();
    }
}
