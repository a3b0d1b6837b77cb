package no.fellesdrift.web.order;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.exchange.SearchDesk;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.order.FulfilmentDesk;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderFilter;
import no.fellesdrift.order.OrderLine;
import no.fellesdrift.order.OrderState;
import no.fellesdrift.order.WaitingFor;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.web.frame.Messages;

/** The list of orders: an agency's own, or the provider's queue of all. Its filters stand in the address. */
@Named
@ViewScoped
public class OrdersPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 25;

    @Inject
    OrderDesk desk;

    @Inject
    FulfilmentDesk fulfilment;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Messages messages;

    private String q;
    private String state;
    private String organisation;
    private String waiting;
    private String view;
    private String sort;
    private int number;
    private boolean queue;
    private transient Paged<OrderLine> page;
    private transient List<Row> rows;
    private transient List<Chip> chips;

    /**
     * A row of the list.
     *
     * @param used working days used of the promise; -1 when nothing is promised
     * @param percent of the promise that is used
     * @param promise the last part of the key of how the promise stands
     */
    public record Row(OrderLine order, int used, int percent, String promise, String kind, String icon) {}

    /**
     * A ready-made selection.
     *
     * @param count null while a text is looked for: each selection would have to be searched through
     */
    public record Chip(String name, Long count, boolean chosen) {}

    @PostConstruct
    void open() {
        Map<String, String> given =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        q = given.get("q");
        state = known(OrderState.values(), given.get("state"));
        organisation = given.get("organisation");
        waiting = known(WaitingFor.values(), given.get("waitingFor"));
        sort = given.get("sort");
        queue = caller.get().has(Role.ORDER_DESK);
        view = given.getOrDefault("view", queue ? "open" : "all");
        number = page(given.get("page"));
    }

    /** What there is not narrows nothing. */
    private static String known(Enum<?>[] values, String name) {
        return Arrays.stream(values)
                .map(Enum::name)
                .filter(one -> one.equals(name))
                .findFirst()
                .orElse(null);
    }

    private static int page(String text) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private OrderFilter filter(String name) {
        return filter(name, state, organisation, q, waiting, caller.get().id());
    }

    /** What the whole list of an address is narrowed to, for whom it is for. */
    static OrderFilter filter(UnaryOperator<String> address, Caller reader) {
        String chosen = address.apply("view");
        return filter(
                chosen == null ? reader.has(Role.ORDER_DESK) ? "open" : "all" : chosen,
                address.apply("state"),
                address.apply("organisation"),
                address.apply("q"),
                address.apply("waitingFor"),
                reader.id());
    }

    private static OrderFilter filter(
            String view, String state, String organisation, String words, String waiting, String reader) {
        return new OrderFilter(
                Arrays.stream(OrderState.values())
                        .filter(one -> one.name().equals(state))
                        .toList(),
                !view.equals("all"),
                Optional.ofNullable(organisation).filter(OrgNumber::isValid).map(OrgNumber::of),
                Optional.ofNullable(words),
                switch (view) {
                    case "supplier" -> Optional.of(WaitingFor.SUPPLIER);
                    case "exception" -> Optional.of(WaitingFor.EXCEPTION);
                    case "approver" -> Optional.of(WaitingFor.APPROVER);
                    case "customer" -> Optional.of(WaitingFor.CUSTOMER);
                    default ->
                        Arrays.stream(WaitingFor.values())
                                .filter(one -> one.name().equals(waiting))
                                .findFirst();
                },
                Optional.empty(),
                switch (view) {
                    case "mine" -> Optional.of(reader);
                    case "unassigned" -> Optional.of("-");
                    default -> Optional.empty();
                },
                view.equals("late"),
                view.equals("silent"));
    }

    public Paged<OrderLine> getPage() {
        if (page == null) {
            List<String> order =
                    sort != null && sort.matches("-?(number|organisation|state|submittedAt|promisedDate|expectedDate)")
                            ? List.of(sort)
                            : queue ? List.of("promisedDate") : List.of();
            PageRequest asked = new PageRequest(number, SIZE, order);
            OrderFilter filter = filter(view);
            page = filter.q().isEmpty() ? desk.orders(filter, asked) : desk.found(filter, asked, SearchDesk.COUNTED);
        }
        return page;
    }

    public List<Row> getRows() {
        if (rows == null) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), OfficeDays.ZONE);
            rows = new ArrayList<>();
            getPage().items().forEach(order -> rows.add(row(order, today)));
        }
        return rows;
    }

    private Row row(OrderLine order, LocalDate today) {
        if (order.approvedAt() == null || order.promisedDate() == null) {
            return new Row(order, -1, 0, null, null, null);
        }
        boolean delivered = order.deliveredAt() != null;
        LocalDate until = delivered ? LocalDate.ofInstant(order.deliveredAt(), OfficeDays.ZONE) : today;
        int used = desk.workingDays(order.approvedAt(), until);
        int percent = order.leadTime() == 0 ? 100 : Math.min(100, used * 100 / order.leadTime());
        if (delivered) {
            return until.isAfter(order.promisedDate())
                    ? new Row(order, used, percent, "broken", "bad", "times-circle")
                    : new Row(order, used, percent, "kept", "ok", "check-circle");
        }
        if (order.state().isEnd()) {
            return new Row(order, -1, 0, null, null, null);
        }
        if (today.isAfter(order.promisedDate())) {
            return new Row(order, used, percent, "late", "bad", "times-circle");
        }
        if ((order.expectedDate() != null && order.expectedDate().isAfter(order.promisedDate())) || percent >= 75) {
            return new Row(order, used, percent, "risk", "warn", "exclamation-triangle");
        }
        return new Row(order, used, percent, "ok", "ok", "check-circle");
    }

    public List<Chip> getChips() {
        if (chips == null) {
            chips = (queue
                            ? List.of("open", "mine", "unassigned", "late", "supplier", "exception", "all")
                            : List.of("all", "open", "approver", "customer", "late"))
                    .stream()
                            .map(name -> new Chip(name, count(filter(name)), name.equals(view)))
                            .toList();
        }
        return chips;
    }

    private Long count(OrderFilter filter) {
        return filter.q().isEmpty() ? Long.valueOf(desk.count(filter)) : null;
    }

    /** There are more than the newest so many that are paged through. */
    public boolean isMore() {
        return filter(view).q().isPresent() && getPage().total() > SearchDesk.COUNTED;
    }

    /** How many are paged through. */
    public long getTotal() {
        return isMore() ? SearchDesk.COUNTED : getPage().total();
    }

    /** Gives an order to the reader. */
    public String take(String order) {
        fulfilment.assign(OrderNumber.of(order), caller.get().id());
        messages.done("order.taken", order);
        return "/orders/index.xhtml?faces-redirect=true";
    }

    public OrderState[] getStates() {
        return OrderState.values();
    }

    public boolean isQueue() {
        return queue;
    }

    public String getQ() {
        return q;
    }

    public String getState() {
        return state;
    }

    public String getView() {
        return view;
    }

    public String getOrganisation() {
        return organisation;
    }

    public int getSize() {
        return SIZE;
    }

    public int getNumber() {
        return number;
    }
}
