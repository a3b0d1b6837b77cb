package no.fellesdrift.web.sla.breach;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.breach.BreachDesk;
import no.fellesdrift.sla.breach.BreachFilter;
import no.fellesdrift.sla.breach.BreachLine;
import no.fellesdrift.sla.breach.BreachState;
import no.fellesdrift.sla.engine.Cause;
import no.fellesdrift.web.frame.AddressReason;
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
        filter = filter(request::getParameter);
        view = asked(request::getParameter, "view", Function.identity()).orElse("all");
        int number = asked(request::getParameter, "page", Integer::parseInt)
                .filter(asked -> asked >= 0)
                .orElse(0);
        List<String> sort = asked(request::getParameter, "sort", List::of).orElse(List.of());
        page = desk.list(narrowed(filter, view, me.getId()), new PageRequest(number, SIZE, sort));
    }

    /** What the whole list of an address is narrowed to. */
    static BreachFilter narrowed(UnaryOperator<String> address, String reader) {
        return narrowed(
                filter(address), asked(address, "view", Function.identity()).orElse("all"), reader);
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

    private static BreachFilter filter(UnaryOperator<String> address) {
        return new BreachFilter(
                asked(address, "period", YearMonth::parse),
                asked(address, "organisation", OrgNumber::of),
                asked(address, "service", Function.identity()),
                asked(address, "state", BreachState::valueOf),
                asked(address, "cause", Cause::valueOf),
                false,
                false,
                Optional.empty());
    }

    private static <T> Optional<T> asked(UnaryOperator<String> address, String name, Function<String, T> reader) {
        String text = address.apply(name);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.strip()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new Rejection(name.equals("period") ? AddressReason.NO_MONTH : AddressReason.NO_CHOICE, text);
        }
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
