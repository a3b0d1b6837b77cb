package no.fellesdrift.order;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;

/**
 * What an agency asked for under one agreement. Its lines carry the state; state, waiting, promise and expectation of
 * the order follow from them after every step.
 */
@Entity(name = "ServiceOrder")
@Table(name = "service_order")
public class Order {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "service_order_seq")
    @SequenceGenerator(name = "service_order_seq", sequenceName = "service_order_seq", allocationSize = 100)
    private Long id;

    @Version
    private int version;

    private OrderNumber number;
    private OrgNumber agency;
    private AgreementNumber agreement;
    private String reference;

    @Column(name = "ordered_by")
    private String orderedBy;

    @Column(name = "approved_by")
    private String approvedBy;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "waiting_for")
    private WaitingFor waitingFor;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "rejected_at")
    private Instant rejectedAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "cancel_requested_at")
    private Instant cancelRequestedAt;

    @Column(name = "escalated_at")
    private Instant escalatedAt;

    @Column(name = "promised_date")
    private LocalDate promisedDate;

    @Column(name = "expected_date")
    private LocalDate expectedDate;

    @Column(name = "one_off")
    private Money oneOff;

    @Column(name = "per_year")
    private Money perYear;

    @Column(name = "assigned_to")
    private String assignedTo;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @OrderBy("position")
    private List<OrderItem> items = new ArrayList<>();

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<OrderStep> steps = new ArrayList<>();

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<OrderMessage> messages = new ArrayList<>();

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<Approval> approvals = new ArrayList<>();

    protected Order() {}

    /** A draft with its lines; nobody has promised anything yet. */
    Order(OrderNumber number, OrgNumber agency, AgreementNumber agreement, String reference, Caller by, Instant at) {
        this.number = number;
        this.agency = agency;
        this.agreement = agreement;
        this.reference = reference;
        this.orderedBy = by.id();
        this.createdAt = at;
        this.state = OrderState.DRAFT;
        this.steps.add(new OrderStep(this, null, by, at, "create", null, OrderState.DRAFT.name(), null));
    }

    OrderItem add(OrderItem item) {
        items.add(item);
        refresh();
        return item;
    }

    void submit(Caller by, Instant at, String note) {
        move(OrderAction.SUBMIT, null, by, false, at, note, item -> {});
        submittedAt = at;
    }

    /**
     * @param onBehalfOf the absent approver whom the caller stands in for; null when the caller is an approver
     * @param cost what the order costs this year
     * @param budget the adopted budget; null when none is adopted
     * @param promise the promised date of each line
     */
    void approve(
            Caller by,
            String onBehalfOf,
            Instant at,
            String note,
            Money cost,
            Money budget,
            Function<OrderItem, LocalDate> promise) {
        notByTheOrderer(by);
        move(OrderAction.APPROVE, null, by, onBehalfOf != null, at, note, item -> item.promise(promise.apply(item)));
        approvedAt = at;
        approvedBy = by.id();
        approvals.add(new Approval(this, by, onBehalfOf, at, Approval.Decision.APPROVED, cost, budget, note));
        refresh();
    }

    void decline(Caller by, String onBehalfOf, Integer position, Instant at, String note) {
        boolean byApprover = state == OrderState.SUBMITTED;
        if (byApprover) {
            notByTheOrderer(by);
        }
        move(OrderAction.DECLINE, position, by, onBehalfOf != null, at, note, item -> {});
        rejectedAt = at;
        if (byApprover) {
            approvals.add(new Approval(this, by, onBehalfOf, at, Approval.Decision.DECLINED, null, null, note));
        }
    }

    void receive(Caller by, Instant at, String note) {
        move(OrderAction.RECEIVE, null, by, false, at, note, item -> {});
        receivedAt = at;
        if (assignedTo == null) {
            assignedTo = by.id();
        }
    }

    void ask(Caller by, Instant at, String question) {
        allowed(OrderAction.ASK, null, by, false);
        askedAt = at;
        messages.add(new OrderMessage(this, by, at, OrderMessage.Kind.QUESTION, question));
        waited(OrderAction.ASK, by, at, question);
    }

    void answer(Caller by, Instant at, String text) {
        allowed(OrderAction.ANSWER, null, by, false);
        if (askedAt == null) {
            throw new Rejection(OrderReason.NOTHING_ASKED, number);
        }
        askedAt = null;
        messages.add(new OrderMessage(this, by, at, OrderMessage.Kind.ANSWER, text));
        waited(OrderAction.ANSWER, by, at, text);
    }

    void route(Caller by, Integer position, OrderRoute route, Instant at, String note) {
        move(OrderAction.ROUTE, position, by, false, at, note, item -> item.route(route));
    }

    /** @param supplier of each line; the caller has made sure that there is one */
    void placeUpstream(
            Caller by,
            Integer position,
            Function<OrderItem, OrgNumber> supplier,
            String upstreamNumber,
            Instant at,
            String note) {
        move(
                OrderAction.PLACE_UPSTREAM,
                position,
                by,
                false,
                at,
                note,
                item -> item.placeUpstream(supplier.apply(item), upstreamNumber, at, note));
    }

    void confirmUpstream(
            Caller by, Integer position, String upstreamNumber, LocalDate promised, Instant at, String note) {
        move(
                OrderAction.CONFIRM_UPSTREAM,
                position,
                by,
                false,
                at,
                note,
                item -> item.confirmUpstream(upstreamNumber, promised, at));
    }

    void promise(Caller by, Integer position, LocalDate promised, Instant at, String note) {
        move(OrderAction.PROMISE, position, by, false, at, note, item -> item.confirmUpstream(null, promised, at));
    }

    /** The supplier's own word for where it stands; the order goes on and shows as an exception until it is known. */
    void reportUpstream(Caller by, Integer position, String supplierState, Instant at, String note) {
        move(
                OrderAction.REPORT_UPSTREAM,
                position,
                by,
                false,
                at,
                note == null ? supplierState : supplierState + ": " + note,
                item -> item.reportUpstream(supplierState));
    }

    void rejectUpstream(Caller by, Integer position, Instant at, String note) {
        move(OrderAction.REJECT_UPSTREAM, position, by, false, at, note, item -> item.rejectUpstream(at, note));
    }

    /** The lines that were delivered; each must now change its agreement line. */
    List<OrderItem> deliver(Caller by, Integer position, Instant at, String note) {
        List<OrderItem> delivered =
                move(OrderAction.DELIVER, position, by, false, at, note, item -> item.delivered(at));
        if (state.compareTo(OrderState.DELIVERED) >= 0) {
            deliveredAt = at;
            askedAt = null;
            cancelRequestedAt = null;
            refresh();
        }
        return delivered;
    }

    void accept(Caller by, Integer position, Instant at, String note) {
        move(OrderAction.ACCEPT, position, by, false, at, note, item -> item.accepted(at));
        if (state == OrderState.ACCEPTED) {
            acceptedAt = at;
        }
    }

    void cancel(Caller by, Integer position, Instant at, String note) {
        move(OrderAction.CANCEL, position, by, false, at, note, item -> {});
        ended(at);
    }

    void requestCancel(Caller by, Instant at, String note) {
        allowed(OrderAction.REQUEST_CANCEL, null, by, false);
        cancelRequestedAt = at;
        messages.add(new OrderMessage(this, by, at, OrderMessage.Kind.CANCEL_REQUEST, note));
        waited(OrderAction.REQUEST_CANCEL, by, at, note);
    }

    void grantCancel(Caller by, Integer position, Instant at, String note) {
        cancelRequested();
        move(OrderAction.GRANT_CANCEL, position, by, false, at, note, OrderItem::upstreamCancelled);
        cancelRequestedAt = null;
        ended(at);
        refresh();
    }

    void refuseCancel(Caller by, Instant at, String note) {
        cancelRequested();
        allowed(OrderAction.REFUSE_CANCEL, null, by, false);
        cancelRequestedAt = null;
        messages.add(new OrderMessage(this, by, at, OrderMessage.Kind.ANSWER, note));
        waited(OrderAction.REFUSE_CANCEL, by, at, note);
    }

    void assign(Caller by, String person, Instant at) {
        String before = assignedTo;
        assignedTo = person;
        steps.add(new OrderStep(this, null, by, at, "assign", before, person, null));
    }

    /** The approver has been silent too long. It is shown and told; it never means yes. */
    void escalate(Caller by, Instant at) {
        escalatedAt = at;
        steps.add(new OrderStep(this, null, by, at, "escalate", null, null, null));
    }

    private void cancelRequested() {
        if (cancelRequestedAt == null) {
            throw new Rejection(OrderReason.NO_CANCEL_REQUEST, number);
        }
    }

    private void ended(Instant at) {
        if (state == OrderState.CANCELLED) {
            cancelledAt = at;
        }
    }

    private void notByTheOrderer(Caller by) {
        if (orderedBy.equals(by.id())) {
            throw new Rejection(OrderReason.OWN_ORDER, number);
        }
    }

    /** Takes every line that may take this step; refuses when none may, or when it is not the caller's to take. */
    private List<OrderItem> move(
            OrderAction action,
            Integer position,
            Caller by,
            boolean substitute,
            Instant at,
            String note,
            Consumer<OrderItem> effect) {
        List<OrderItem> moved = allowed(action, position, by, substitute);
        OrderState before = state;
        List<OrderState> befores = moved.stream().map(OrderItem::state).toList();
        for (OrderItem item : moved) {
            OrderState after = item.state().after(action, item.route()).orElseThrow();
            effect.accept(item);
            item.moveTo(after);
        }
        refresh();
        if (moved.size() == openBefore(moved, befores)) {
            steps.add(new OrderStep(this, null, by, at, action.code(), before.name(), state.name(), note));
        } else {
            for (int i = 0; i < moved.size(); i++) {
                OrderItem item = moved.get(i);
                steps.add(new OrderStep(
                        this,
                        item.position(),
                        by,
                        at,
                        action.code(),
                        befores.get(i).name(),
                        item.state().name(),
                        note));
            }
        }
        return moved;
    }

    /** How many lines were still on their way before this step. */
    private int openBefore(List<OrderItem> moved, List<OrderState> befores) {
        int open = 0;
        for (OrderItem item : items) {
            int index = moved.indexOf(item);
            OrderState was = index < 0 ? item.state() : befores.get(index);
            if (!was.isEnd()) {
                open++;
            }
        }
        return open;
    }

    private void waited(OrderAction action, Caller by, Instant at, String note) {
        refresh();
        steps.add(new OrderStep(this, null, by, at, action.code(), state.name(), state.name(), note));
    }

    /**
     * The lines that the caller may take this step with now.
     *
     * @throws Rejection WRONG_STATE when no line may, NOT_YOURS_TO_DO when it is another role's
     */
    private List<OrderItem> allowed(OrderAction action, Integer position, Caller by, boolean substitute) {
        List<OrderItem> fitting = items.stream()
                .filter(item -> position == null || item.position() == position)
                .filter(item -> item.state().after(action, item.route()).isPresent())
                .toList();
        if (fitting.isEmpty()) {
            throw new Rejection(OrderReason.WRONG_STATE, number, action.code(), state);
        }
        List<OrderItem> own = fitting.stream()
                .filter(item -> mayTake(item.state().step(action, item.route()).orElseThrow(), by, substitute))
                .toList();
        if (own.isEmpty()) {
            throw new Rejection(OrderReason.NOT_YOURS_TO_DO, number, action.code());
        }
        return own;
    }

    private boolean mayTake(OrderState.Step step, Caller by, boolean substitute) {
        return OrderActions.mayTake(step, agency, by, substitute);
    }

    private void refresh() {
        state = OrderState.of(items.stream().map(OrderItem::state).toList());
        waitingFor = waiting();
        List<OrderItem> counting = items.stream()
                .filter(item -> !item.state().isEnd() || item.deliveredAt() != null)
                .toList();
        promisedDate = latest(counting, OrderItem::promisedDate);
        expectedDate = latest(counting, OrderItem::expectedDate);
        oneOff = Money.sum(
                items.stream().map(OrderItem::oneOff).filter(Objects::nonNull).toList());
        perYear = Money.sum(
                items.stream().map(OrderItem::perYear).filter(Objects::nonNull).toList());
    }

    private static LocalDate latest(Collection<OrderItem> items, Function<OrderItem, LocalDate> date) {
        return items.stream()
                .map(date)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private WaitingFor waiting() {
        if (state.isEnd()) {
            return null;
        }
        if (items.stream()
                .anyMatch(item -> item.exception() != null && !item.state().isEnd())) {
            return WaitingFor.EXCEPTION;
        }
        if (askedAt != null) {
            return WaitingFor.CUSTOMER;
        }
        if (cancelRequestedAt != null) {
            return WaitingFor.ORDER_DESK;
        }
        return switch (state) {
            case DRAFT, DELIVERED -> WaitingFor.CUSTOMER;
            case SUBMITTED -> WaitingFor.APPROVER;
            case APPROVED, RECEIVED, ROUTED -> WaitingFor.ORDER_DESK;
            case PLACED_UPSTREAM, CONFIRMED_UPSTREAM -> WaitingFor.SUPPLIER;
            case ACCEPTED, REJECTED, CANCELLED -> null;
        };
    }

    public int version() {
        return version;
    }

    public OrderNumber number() {
        return number;
    }

    public OrgNumber agency() {
        return agency;
    }

    public AgreementNumber agreement() {
        return agreement;
    }

    public String reference() {
        return reference;
    }

    public String orderedBy() {
        return orderedBy;
    }

    public Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    public OrderState state() {
        return state;
    }

    public Optional<WaitingFor> waitingFor() {
        return Optional.ofNullable(waitingFor);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public Instant approvedAt() {
        return approvedAt;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant deliveredAt() {
        return deliveredAt;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }

    public Instant rejectedAt() {
        return rejectedAt;
    }

    public Instant cancelledAt() {
        return cancelledAt;
    }

    public Instant escalatedAt() {
        return escalatedAt;
    }

    public LocalDate promisedDate() {
        return promisedDate;
    }

    public LocalDate expectedDate() {
        return expectedDate;
    }

    public Money oneOff() {
        return oneOff == null ? Money.ZERO : oneOff;
    }

    public Money perYear() {
        return perYear == null ? Money.ZERO : perYear;
    }

    public String assignedTo() {
        return assignedTo;
    }

    public List<OrderItem> items() {
        return List.copyOf(items);
    }

    public List<OrderStep> steps() {
        return List.copyOf(steps);
    }

    public List<OrderMessage> messages() {
        return List.copyOf(messages);
    }

    public List<Approval> approvals() {
        return List.copyOf(approvals);
    }
}
