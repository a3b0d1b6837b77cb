package no.fellesdrift.web.order;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.catalogue.OrderFormView;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.order.ApprovalDesk;
import no.fellesdrift.order.ApproverView;
import no.fellesdrift.order.BudgetCheck;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.order.OrderAction;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderRoute;
import no.fellesdrift.order.OrderState;
import no.fellesdrift.order.OrderView;
import no.fellesdrift.order.StepDraft;
import no.fellesdrift.order.WaitingFor;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Messages;
import no.fellesdrift.web.frame.Texts;
import no.fellesdrift.web.frame.TimelineEntry;

/** One order on its way, and what the reader can do with it now. */
@Named
@ViewScoped
public class OrderPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The place of the work among the steps. */
    private static final int WORK = 3;

    private static final Set<Role> AGENCY =
            Set.of(Role.ORDERER, Role.APPROVER, Role.AGENCY_FINANCE, Role.SECURITY_OFFICER, Role.SYSTEM_OWNER);

    private static final Set<OrderAction> NEED_NUMBER =
            Set.of(OrderAction.PLACE_UPSTREAM, OrderAction.CONFIRM_UPSTREAM);
    private static final Set<OrderAction> NEED_DATE = Set.of(OrderAction.CONFIRM_UPSTREAM, OrderAction.PROMISE);

    @Inject
    OrderDesk desk;

    @Inject
    OrderSteps steps;

    @Inject
    ApprovalDesk approval;

    @Inject
    CurrentCaller caller;

    @Inject
    OfferingDesk offerings;

    @Inject
    Messages messages;

    @Inject
    Texts t;

    @Inject
    Format f;

    private String number;
    private int version;
    private Integer position;
    private String note;
    private String upstreamOrder;
    private LocalDate promisedDate;
    private String supplierState;
    private transient OrderView order;
    private transient List<BudgetCheck> budgets;
    private transient List<ApproverView> approvers;

    /** A step of the way: {@code css} is done, now or todo. */
    public record Step(String name, String css, String icon, String when, String who) {}

    @PostConstruct
    void open() {
        number = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("number");
        version = getOrder().version();
    }

    public OrderView getOrder() {
        if (order == null) {
            order = desk.order(OrderNumber.of(number == null || number.isBlank() ? "-" : number));
        }
        return order;
    }

    // ------------------------------------------------------------------------------------------------- buttons

    public String take(String action) {
        return take(OrderAction.of(action).orElseThrow(), null);
    }

    public String route(String route) {
        return take(OrderAction.ROUTE, OrderRoute.valueOf(route));
    }

    /** The version that was shown goes along, so that a second press of the button is refused and not done twice. */
    private String take(OrderAction action, OrderRoute route) {
        OrderView after = steps.take(
                OrderNumber.of(number),
                action,
                new StepDraft(version, position, note, route, upstreamOrder, promisedDate, supplierState));
        messages.done("order.done", t.get("order.did." + action.code()), number, t.get("order.state." + after.state()));
        return "/orders/order.xhtml?faces-redirect=true&number=" + number;
    }

    /** All but routing, which has two buttons of its own. */
    public List<String> getActions() {
        return getOrder().actions().stream()
                .filter(action -> !action.equals(OrderAction.ROUTE.code()))
                .toList();
    }

    /** The look of an action's button. */
    public String look(String action) {
        return switch (OrderAction.of(action).orElseThrow()) {
            case DECLINE, CANCEL, REJECT_UPSTREAM, REQUEST_CANCEL, GRANT_CANCEL -> "btn danger";
            case ASK, REPORT_UPSTREAM, PROMISE, REFUSE_CANCEL -> "btn second";
            case SUBMIT, APPROVE, RECEIVE, ANSWER, ROUTE, PLACE_UPSTREAM, CONFIRM_UPSTREAM, DELIVER, ACCEPT -> "btn";
        };
    }

    public boolean isRoutable() {
        return getOrder().can(OrderAction.ROUTE);
    }

    public boolean isUpstreamPossible() {
        return isRoutable()
                && getOrder().lines().stream().anyMatch(line -> line.upstream() && line.state() == OrderState.RECEIVED);
    }

    public boolean isNumberAsked() {
        return NEED_NUMBER.stream().anyMatch(getOrder()::can);
    }

    public boolean isDateAsked() {
        return NEED_DATE.stream().anyMatch(getOrder()::can);
    }

    public boolean isStateAsked() {
        return getOrder().can(OrderAction.REPORT_UPSTREAM);
    }

    // ------------------------------------------------------------------------------------------------- showing

    public List<Step> getSteps() {
        OrderView view = getOrder();
        boolean upstream = view.lines().stream().anyMatch(line -> line.route() == OrderRoute.UPSTREAM);
        List<Step> steps = new ArrayList<>();
        steps.add(step("ordered", "shopping-cart", view.submittedAt(), view.orderedByName(), null));
        steps.add(step("approved", "check", view.approvedAt(), view.approvedByName(), null));
        steps.add(step("received", "inbox", view.receivedAt(), view.assignedToName(), null));
        Instant placed = view.upstreamOrders().stream()
                .map(OrderView.Upstream::placedAt)
                .reduce((first, last) -> last)
                .orElse(null);
        Instant worked = view.history().stream()
                .filter(row -> row.action().equals(OrderAction.ROUTE.code()))
                .map(OrderView.Step::at)
                .reduce((first, last) -> last)
                .orElse(null);
        boolean back = view.state().compareTo(OrderState.ROUTED) < 0;
        steps.add(
                upstream
                        ? step("upstream", "truck", back ? null : placed, null, null)
                        : step("work", "cog", back ? null : worked, null, null));
        steps.add(step(
                "delivered",
                "box",
                view.deliveredAt(),
                null,
                view.expectedDate() == null ? null : t.of("order.step.expected", f.date(view.expectedDate()))));
        steps.add(step("accepted", "verified", view.acceptedAt(), null, null));
        return marked(steps, view.state());
    }

    private Step step(String name, String icon, Instant at, String who, String otherwise) {
        return new Step(name, at == null ? "todo" : "done", icon, at == null ? otherwise : f.instant(at), who);
    }

    /** The first step that remains is under way; while somebody works on it that is the work, not the delivery. */
    private static List<Step> marked(List<Step> steps, OrderState state) {
        List<Step> marked = new ArrayList<>(steps);
        boolean working = state.compareTo(OrderState.ROUTED) >= 0 && state.compareTo(OrderState.DELIVERED) < 0;
        for (int i = 0; i < marked.size() && !state.isEnd(); i++) {
            Step step = marked.get(i);
            if (working ? i == WORK : step.css().equals("todo")) {
                marked.set(i, new Step(step.name(), "now", step.icon(), step.when(), step.who()));
                break;
            }
        }
        return Collections.unmodifiableList(marked);
    }

    public List<TimelineEntry> getHistory() {
        List<TimelineEntry> entries = new ArrayList<>();
        for (OrderView.Step row : getOrder().history()) {
            String by = row.key() == null ? row.byName() : t.of("order.via.key", row.byName(), row.key());
            boolean moved = row.from() != null && !row.from().equals(row.to());
            boolean states = row.to() != null && known(row.to());
            entries.add(new TimelineEntry(
                    row.at(),
                    by,
                    t.get("order.did." + row.action()),
                    moved && states && known(row.from()) ? t.get("order.state." + row.from()) : null,
                    moved && states ? t.get("order.state." + row.to()) : null,
                    row.note()));
        }
        Collections.reverse(entries);
        return entries;
    }

    private static boolean known(String state) {
        return List.of(OrderState.values()).stream().anyMatch(one -> one.name().equals(state));
    }

    /** A question of the form and what was answered, in words; a file has an address. */
    public record Answer(String question, String answer, String file) {}

    public List<Answer> getAnswered() {
        List<Answer> all = new ArrayList<>();
        for (OrderView.Line line : getOrder().lines()) {
            if (!line.answers().isEmpty()) {
                OrderFormView form = offerings.form(
                        line.offering(), LocalDate.ofInstant(getOrder().createdAt(), OfficeDays.ZONE));
                line.answers().forEach((code, values) -> all.add(answer(line, form.question(code), code, values)));
            }
        }
        return all;
    }

    private Answer answer(OrderView.Line line, Optional<OrderFormView.Question> question, String code, String values) {
        boolean file =
                question.filter(one -> one.type() == OrderFormView.Type.FILE).isPresent();
        String words = values.lines()
                .map(value -> question.stream()
                        .flatMap(one -> one.options().stream())
                        .filter(option -> option.value().equals(value))
                        .map(option -> t.in(option.label()))
                        .findFirst()
                        .orElse(value))
                .collect(Collectors.joining(", "));
        return new Answer(
                question.map(one -> t.in(one.label())).orElse(code),
                words,
                file
                        ? "/download/order-file?number=" + number + "&line=" + line.position() + "&question="
                                + URLEncoder.encode(code, StandardCharsets.UTF_8)
                        : null);
    }

    /** What the order does to the budgets of the agency, for the agency's own people while nobody has decided. */
    public List<BudgetCheck> getBudgets() {
        if (budgets == null) {
            budgets = isOurs() ? approval.budgets(getOrder().number()) : List.of();
        }
        return budgets;
    }

    /** Who can decide now; the agency's own people see it, so that they know whom to remind. */
    public List<ApproverView> getApprovers() {
        if (approvers == null) {
            approvers = isOurs() && getOrder().waitingFor() == WaitingFor.APPROVER
                    ? approval.approvers(getOrder().organisation())
                    : List.of();
        }
        return approvers;
    }

    private boolean isOurs() {
        return getOrder().organisation().equals(caller.get().organisation())
                && caller.get().roles().stream().anyMatch(AGENCY::contains);
    }

    /** Nobody has decided in the time that an approver has. */
    public boolean isSilent() {
        return getOrder().state() == OrderState.SUBMITTED && getOrder().escalatedAt() != null;
    }

    public String getTitle() {
        OrderView view = getOrder();
        String first = t.in(view.lines().get(0).offeringName());
        return view.lines().size() == 1
                ? first
                : first + ", " + t.of("order.lines.more", view.lines().size() - 1);
    }

    public String getStateKind() {
        return switch (getOrder().state()) {
            case DRAFT -> "dash";
            case SUBMITTED, RECEIVED -> "";
            case APPROVED, DELIVERED, ACCEPTED -> "ok";
            case ROUTED, PLACED_UPSTREAM, CONFIRMED_UPSTREAM -> "info";
            case REJECTED, CANCELLED -> "bad";
        };
    }

    public int getLeadTime() {
        return getOrder().lines().stream()
                .mapToInt(OrderView.Line::leadTimeWorkingDays)
                .max()
                .orElse(0);
    }

    /** Working days that the expected date lies after the promise; 0 when it does not. */
    public int getBeyond() {
        OrderView view = getOrder();
        if (view.promisedDate() == null
                || view.expectedDate() == null
                || !view.expectedDate().isAfter(view.promisedDate())) {
            return 0;
        }
        return desk.workingDays(
                view.promisedDate().atStartOfDay(OfficeDays.ZONE).toInstant(), view.expectedDate());
    }

    public boolean isException() {
        return getOrder().waitingFor() == WaitingFor.EXCEPTION;
    }

    public String getExceptionText() {
        return getOrder().lines().stream()
                .map(OrderView.Line::exception)
                .filter(text -> text != null)
                .findFirst()
                .orElse("");
    }

    public String getNumber() {
        return number;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getUpstreamOrder() {
        return upstreamOrder;
    }

    public void setUpstreamOrder(String upstreamOrder) {
        this.upstreamOrder = upstreamOrder;
    }

    public LocalDate getPromisedDate() {
        return promisedDate;
    }

    public void setPromisedDate(LocalDate promisedDate) {
        this.promisedDate = promisedDate;
    }

    public String getSupplierState() {
        return supplierState;
    }

    public void setSupplierState(String supplierState) {
        this.supplierState = supplierState;
    }
}
