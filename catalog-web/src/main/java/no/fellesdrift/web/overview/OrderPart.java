package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.order.ApprovalDesk;
import no.fellesdrift.order.LeadTimes;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderFilter;
import no.fellesdrift.order.OrderLine;
import no.fellesdrift.order.OrderState;
import no.fellesdrift.order.WaitingFor;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Texts;

/** What the overview shows of orders. */
@RequestScoped
class OrderPart {

    private static final int SHOWN = 5;
    private static final String LIST = "/orders/index.xhtml";

    @Inject
    OrderDesk desk;

    @Inject
    ApprovalDesk approval;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    Me me;

    @Inject
    Links links;

    List<Task> waiting() {
        return mine().stream().flatMap(who -> waitingFor(who).stream()).toList();
    }

    List<Task> late(LocalDate today) {
        PageRequest longest = new PageRequest(0, SHOWN, List.of("promisedDate"));
        return desk.orders(filter(Optional.empty(), true), longest).items().stream()
                .map(order -> lateTask(order, today))
                .toList();
    }

    /** What the agency's approver has left lying too long, for everyone there who can remind or stand in. */
    List<Task> silent() {
        OrderFilter silent = new OrderFilter(
                List.of(OrderState.SUBMITTED),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true);
        return desk.orders(silent, first()).items().stream()
                .map(order -> new Task(
                        address(order),
                        title(order),
                        t.of(
                                "overview.orders.from",
                                order.number().value(),
                                order.organisationName(),
                                order.orderedByName()),
                        new Tile.Mark("warn", "exclamation-triangle", t.get("overview.orders.silent")),
                        since(order)))
                .toList();
    }

    Tile open() {
        long open = desk.count(filter(Optional.empty(), false));
        long late = desk.count(filter(Optional.empty(), true));
        Tile.Mark mark = late == 0
                ? new Tile.Mark("ok", "check-circle", t.get("overview.orders.none-late"))
                : new Tile.Mark("bad", "times-circle", t.of("overview.orders.late", late));
        return Tile.of(
                t.get("overview.orders.open"),
                links.to(LIST, "view", "open"),
                f.number(open),
                t.get("overview.orders.under-way"),
                "",
                mark);
    }

    Tile unassigned() {
        OrderFilter nobody = new OrderFilter(
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("-"),
                false,
                false);
        long count = desk.count(nobody);
        return Tile.of(
                t.get("overview.orders.unassigned"),
                links.to(LIST, "view", "unassigned"),
                f.number(count),
                t.of("overview.orders.orders", count),
                t.get("overview.orders.unassigned.text"));
    }

    Tile atSuppliers() {
        long count = desk.count(OrderFilter.waitingFor(WaitingFor.SUPPLIER));
        return Tile.of(
                t.get("overview.orders.upstream"),
                links.to(LIST, "view", "supplier"),
                f.number(count),
                t.of("overview.orders.orders", count),
                t.get("overview.orders.upstream.text"));
    }

    /** How many of the latest month's deliveries came within the promised lead time; absent before the first delivery. */
    Optional<Tile> delivered(LocalDate today) {
        List<LeadTimes.OfMonth> months = desk.leadTimes(today.getYear(), Optional.empty()).months().stream()
                .filter(month -> month.delivered().count() > 0)
                .toList();
        if (months.isEmpty()) {
            return Optional.empty();
        }
        LeadTimes.OfMonth latest = months.get(months.size() - 1);
        return Optional.of(Tile.of(
                        t.of("overview.orders.delivered", f.month(latest.month())),
                        links.to("/orders/lead-times.xhtml"),
                        f.percent(latest.delivered().withinPercent(), 0),
                        t.of(
                                "overview.orders.delivered.of",
                                latest.delivered().within(),
                                latest.delivered().count()),
                        t.of(
                                "overview.orders.delivered.median",
                                latest.delivered().median()))
                .with(
                        months.stream()
                                .map(month -> month.delivered().withinPercent())
                                .toList(),
                        t.get("overview.orders.delivered.trend")));
    }

    List<OrderRow> underWay() {
        return desk.orders(filter(Optional.empty(), false), first()).items().stream()
                .map(order -> new OrderRow(
                        address(order),
                        title(order),
                        order.number().value(),
                        state(order.state()),
                        order.waitingFor() == WaitingFor.SUPPLIER && order.supplier() != null
                                ? order.supplier()
                                : order.waitingFor() == null ? "" : t.get("overview.orders.at." + order.waitingFor()),
                        f.date(order.expectedDate() == null ? order.promisedDate() : order.expectedDate())))
                .toList();
    }

    /** How many wait in all; the list shows the oldest of them. */
    long countWaiting() {
        return mine().stream()
                .mapToLong(who -> desk.count(OrderFilter.waitingFor(who)))
                .sum();
    }

    /** For whom of an order's parties the reader acts. */
    private List<WaitingFor> mine() {
        List<WaitingFor> mine = new ArrayList<>();
        if (me.has("ORDERER")) {
            mine.add(WaitingFor.CUSTOMER);
        }
        if (approval.approves()) {
            mine.add(WaitingFor.APPROVER);
        }
        if (me.has("ORDER_DESK")) {
            mine.add(WaitingFor.EXCEPTION);
            mine.add(WaitingFor.ORDER_DESK);
        }
        return mine;
    }

    private List<Task> waitingFor(WaitingFor who) {
        PageRequest oldest = new PageRequest(0, SHOWN, List.of("submittedAt"));
        return desk.orders(OrderFilter.waitingFor(who), oldest).items().stream()
                .map(order -> task(order, who))
                .toList();
    }

    private Task task(OrderLine order, WaitingFor who) {
        String what = who == WaitingFor.CUSTOMER && order.state() == OrderState.DELIVERED
                ? "ACCEPT"
                : who == WaitingFor.ORDER_DESK && order.state() == OrderState.APPROVED ? "RECEIVE" : who.name();
        return new Task(
                address(order),
                t.of("overview.orders.task." + what, title(order)),
                t.of("overview.orders.from", order.number().value(), order.organisationName(), order.orderedByName()),
                order.promisedDate() == null
                        ? null
                        : new Tile.Mark("", "clock", t.of("overview.promised", f.date(order.promisedDate()))),
                since(order));
    }

    private Task lateTask(OrderLine order, LocalDate today) {
        LocalDate promised = order.promisedDate();
        boolean over = promised != null && promised.isBefore(today);
        return new Task(
                address(order),
                title(order),
                t.of("overview.orders.from", order.number().value(), order.organisationName(), order.orderedByName()),
                over
                        ? new Tile.Mark(
                                "bad",
                                "times-circle",
                                t.of(
                                        "overview.orders.days-late",
                                        desk.workingDays(
                                                promised.atStartOfDay(OfficeDays.ZONE)
                                                        .toInstant(),
                                                today)))
                        : new Tile.Mark("warn", "exclamation-triangle", t.get("overview.orders.at-risk")),
                t.of("overview.promised", f.date(promised)));
    }

    private String since(OrderLine order) {
        Instant since = order.deliveredAt() != null
                ? order.deliveredAt()
                : order.receivedAt() != null
                        ? order.receivedAt()
                        : order.approvedAt() != null
                                ? order.approvedAt()
                                : order.submittedAt() != null ? order.submittedAt() : order.createdAt();
        return t.of("overview.since", f.instant(since));
    }

    private String title(OrderLine order) {
        return order.offering() == null ? order.number().value() : t.in(order.offering());
    }

    private String address(OrderLine order) {
        return links.to("/orders/order.xhtml", "number", order.number().value());
    }

    private Tile.Mark state(OrderState state) {
        return switch (state) {
            case DRAFT -> mark("dash", "pencil", state);
            case SUBMITTED -> mark("", "clock", state);
            case APPROVED, RECEIVED -> mark("info", "inbox", state);
            case ROUTED -> mark("info", "cog", state);
            case PLACED_UPSTREAM, CONFIRMED_UPSTREAM -> mark("info", "truck", state);
            case DELIVERED -> mark("ok", "box", state);
            case ACCEPTED -> mark("ok", "check-circle", state);
            case REJECTED -> mark("bad", "times-circle", state);
            case CANCELLED -> mark("dash", "ban", state);
        };
    }

    private Tile.Mark mark(String kind, String icon, OrderState state) {
        return new Tile.Mark(kind, icon, t.get("order.state." + state));
    }

    private static OrderFilter filter(Optional<WaitingFor> waitingFor, boolean late) {
        return new OrderFilter(
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                waitingFor,
                Optional.empty(),
                Optional.empty(),
                late,
                false);
    }

    private static PageRequest first() {
        return PageRequest.first(SHOWN);
    }
}
