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
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;

/**
 * What an agency asked for under one agreement. Its lines carry the state; state, waiting, promise and expectation of
 * the order follow from them after every step. All steps stand here together, so that they can be read side by side with
 * the table in {@link OrderState}; hence its length.
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
    Order(OrderNumber number, OrgNumber agency, AgreementNumber agreement, String reference, Turn turn) {
        this.number = number;
        this.agency = agency;
        this.agreement = agreement;
        this.reference = reference;
        this.orderedBy = turn.by().id();
        this.createdAt = turn.at();
        this.state = OrderState.DRAFT;
        step(turn, null, "create", null, OrderState.DRAFT.name(), null);
    }

    OrderItem add(OrderItem item) {
        items.add(item);
        refresh();
        return item;
    }

    void submit(Turn turn) {
        move(OrderAction.SUBMIT, turn, false, item -> {});
        submittedAt = turn.at();
    }

    /**
     * @param onBehalfOf the absent approver whom the caller stands in for; null when the caller is an approver
     * @param cost what the order costs this year
     * @param budget the adopted budget; null when none is adopted
     * @param promise the promised date of each line
     */
    void approve(Turn turn, String onBehalfOf, Money cost, Money budget, Function<OrderItem, LocalDate> promise) {
        notByTheOrderer(turn);
        move(OrderAction.APPROVE, turn, onBehalfOf != null, item -> item.promise(promise.apply(item)));
        approvedAt = turn.at();
        approvedBy = turn.by().id();
        approvals.add(new Approval(this, turn, onBehalfOf, Approval.Decision.APPROVED, cost, budget));
        refresh();
    }

    void decline(Turn turn, String onBehalfOf) {
        boolean byApprover = state == OrderState.SUBMITTED;
        if (byApprover) {
            notByTheOrderer(turn);
        }
        move(OrderAction.DECLINE, turn, onBehalfOf != null, item -> {});
        rejectedAt = turn.at();
        if (byApprover) {
            approvals.add(new Approval(this, turn, onBehalfOf, Approval.Decision.DECLINED, null, null));
        }
    }

    void receive(Turn turn) {
        move(OrderAction.RECEIVE, turn, false, item -> {});
        receivedAt = turn.at();
        if (assignedTo == null) {
            assignedTo = turn.by().id();
        }
    }

    void ask(Turn turn) {
        allowed(OrderAction.ASK, turn, false);
        askedAt = turn.at();
        write(OrderMessage.Kind.QUESTION, turn);
        waited(OrderAction.ASK, turn);
    }

    void answer(Turn turn) {
        allowed(OrderAction.ANSWER, turn, false);
        if (askedAt == null) {
            throw new Rejection(OrderReason.NOTHING_ASKED, number);
        }
        askedAt = null;
        write(OrderMessage.Kind.ANSWER, turn);
        waited(OrderAction.ANSWER, turn);
    }

    void route(Turn turn, OrderRoute route) {
        move(OrderAction.ROUTE, turn, false, item -> item.route(route));
    }

    /** @param supplier of each line; the caller has made sure that there is one */
    void placeUpstream(Turn turn, Function<OrderItem, OrgNumber> supplier, String upstreamNumber) {
        move(
                OrderAction.PLACE_UPSTREAM,
                turn,
                false,
                item -> item.placeUpstream(supplier.apply(item), upstreamNumber, turn.at(), turn.note()));
    }

    void confirmUpstream(Turn turn, String upstreamNumber, LocalDate promised) {
        move(
                OrderAction.CONFIRM_UPSTREAM,
                turn,
                false,
                item -> item.confirmUpstream(upstreamNumber, promised, turn.at()));
    }

    void promise(Turn turn, LocalDate promised) {
        move(OrderAction.PROMISE, turn, false, item -> item.confirmUpstream(null, promised, turn.at()));
    }

    /** The supplier's own word for where it stands; the order goes on and shows as an exception until it is known. */
    void reportUpstream(Turn turn, String supplierState) {
        String note = turn.note() == null ? supplierState : supplierState + ": " + turn.note();
        move(
                OrderAction.REPORT_UPSTREAM,
                new Turn(turn.by(), turn.at(), turn.position(), note),
                false,
                item -> item.reportUpstream(supplierState));
    }

    void rejectUpstream(Turn turn) {
        move(OrderAction.REJECT_UPSTREAM, turn, false, item -> item.rejectUpstream(turn.at(), turn.note()));
    }

    /** The lines that were delivered; each must now change its agreement line. */
    List<OrderItem> deliver(Turn turn) {
        List<OrderItem> delivered = move(OrderAction.DELIVER, turn, false, item -> item.delivered(turn.at()));
        if (state.compareTo(OrderState.DELIVERED) >= 0) {
            deliveredAt = turn.at();
            askedAt = null;
            cancelRequestedAt = null;
            refresh();
        }
        return delivered;
    }

    void accept(Turn turn) {
        move(OrderAction.ACCEPT, turn, false, item -> item.accepted(turn.at()));
        if (state == OrderState.ACCEPTED) {
            acceptedAt = turn.at();
        }
    }

    void cancel(Turn turn) {
        move(OrderAction.CANCEL, turn, false, item -> {});
        ended(turn.at());
    }

    void requestCancel(Turn turn) {
        allowed(OrderAction.REQUEST_CANCEL, turn, false);
        cancelRequestedAt = turn.at();
        write(OrderMessage.Kind.CANCEL_REQUEST, turn);
        waited(OrderAction.REQUEST_CANCEL, turn);
    }

    void grantCancel(Turn turn) {
        cancelRequested();
        move(OrderAction.GRANT_CANCEL, turn, false, OrderItem::upstreamCancelled);
        cancelRequestedAt = null;
        ended(turn.at());
        refresh();
    }

    void refuseCancel(Turn turn) {
        cancelRequested();
        allowed(OrderAction.REFUSE_CANCEL, turn, false);
        cancelRequestedAt = null;
        write(OrderMessage.Kind.ANSWER, turn);
        waited(OrderAction.REFUSE_CANCEL, turn);
    }

    void assign(Turn turn, String person) {
        String before = assignedTo;
        assignedTo = person;
        step(turn, null, "assign", before, person, null);
    }

    /** @param promise the promised date of a line that was approved at an instant */
    void promiseAsApproved(BiFunction<OrderItem, Instant, LocalDate> promise) {
        items.stream()
                .filter(item -> item.promisedDate() == null && !item.state().isEnd())
                .forEach(item -> item.promise(promise.apply(item, approvedAt)));
        refresh();
    }

    /** The approver has been silent too long. It is shown; it never means yes. */
    void escalate(Turn turn) {
        escalatedAt = turn.at();
        step(turn, null, "escalate", null, null, null);
    }

    private void step(Turn turn, Integer item, String action, String from, String to, String note) {
        steps.add(new OrderStep(this, item, turn.by(), turn.at(), action, from, to, note));
    }

    private void write(OrderMessage.Kind kind, Turn turn) {
        messages.add(new OrderMessage(this, turn.by(), turn.at(), kind, turn.note()));
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

    private void notByTheOrderer(Turn turn) {
        if (orderedBy.equals(turn.by().id())) {
            throw new Rejection(OrderReason.OWN_ORDER, number);
        }
    }

    /** Takes every line that may take this step; refuses when none may, or when it is not the caller's to take. */
    private List<OrderItem> move(OrderAction action, Turn turn, boolean substitute, Consumer<OrderItem> effect) {
        List<OrderItem> moved = allowed(action, turn, substitute);
        OrderState before = state;
        List<OrderState> befores = moved.stream().map(OrderItem::state).toList();
        for (OrderItem item : moved) {
            OrderState after = item.state().after(action, item.route()).orElseThrow();
            effect.accept(item);
            item.moveTo(after);
        }
        refresh();
        if (moved.size() == openBefore(moved, befores)) {
            step(turn, null, action.code(), before.name(), state.name(), turn.note());
        } else {
            for (int i = 0; i < moved.size(); i++) {
                OrderItem item = moved.get(i);
                String from = befores.get(i).name();
                step(turn, item.position(), action.code(), from, item.state().name(), turn.note());
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

    private void waited(OrderAction action, Turn turn) {
        refresh();
        step(turn, null, action.code(), state.name(), state.name(), turn.note());
    }

    /**
     * The lines that the caller may take this step with now.
     *
     * @throws Rejection WRONG_STATE when no line may, NOT_YOURS_TO_DO when it is another role's
     */
    private List<OrderItem> allowed(OrderAction action, Turn turn, boolean substitute) {
        List<OrderItem> fitting = items.stream()
                .filter(item -> turn.position() == null || item.position() == turn.position())
                .filter(item -> item.state().after(action, item.route()).isPresent())
                .toList();
        if (fitting.isEmpty()) {
            throw new Rejection(OrderReason.WRONG_STATE, number, action.code(), state);
        }
        List<OrderItem> own = fitting.stream()
                .filter(item -> OrderActions.mayTake(
                        item.state().step(action, item.route()).orElseThrow(), agency, turn.by(), substitute))
                .toList();
        if (own.isEmpty()) {
            throw new Rejection(OrderReason.NOT_YOURS_TO_DO, number, action.code());
        }
        return own;
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

    public OrderState state() {
        return state;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public Instant escalatedAt() {
        return escalatedAt;
    }

    public String assignedTo() {
        return assignedTo;
    }

    public List<OrderItem> items() {
        return List.copyOf(items);
    }
}
