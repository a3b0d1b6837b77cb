package no.fellesdrift.order;

import static no.fellesdrift.kernel.Role.APPROVER;
import static no.fellesdrift.kernel.Role.ORDERER;
import static no.fellesdrift.kernel.Role.ORDER_DESK;
import static no.fellesdrift.order.OrderAction.ACCEPT;
import static no.fellesdrift.order.OrderAction.ANSWER;
import static no.fellesdrift.order.OrderAction.APPROVE;
import static no.fellesdrift.order.OrderAction.ASK;
import static no.fellesdrift.order.OrderAction.CANCEL;
import static no.fellesdrift.order.OrderAction.CONFIRM_UPSTREAM;
import static no.fellesdrift.order.OrderAction.DECLINE;
import static no.fellesdrift.order.OrderAction.DELIVER;
import static no.fellesdrift.order.OrderAction.GRANT_CANCEL;
import static no.fellesdrift.order.OrderAction.PLACE_UPSTREAM;
import static no.fellesdrift.order.OrderAction.PROMISE;
import static no.fellesdrift.order.OrderAction.RECEIVE;
import static no.fellesdrift.order.OrderAction.REFUSE_CANCEL;
import static no.fellesdrift.order.OrderAction.REJECT_UPSTREAM;
import static no.fellesdrift.order.OrderAction.REPORT_UPSTREAM;
import static no.fellesdrift.order.OrderAction.REQUEST_CANCEL;
import static no.fellesdrift.order.OrderAction.SUBMIT;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.Role;

/**
 * Where an order line stands, and every step it may take. Declared in order of advance: what is at an end comes last,
 * so that it never holds the order back.
 */
public enum OrderState {
    DRAFT,
    SUBMITTED,
    APPROVED,
    RECEIVED,
    ROUTED,
    PLACED_UPSTREAM,
    CONFIRMED_UPSTREAM,
    DELIVERED,
    ACCEPTED,
    REJECTED,
    CANCELLED;

    /**
     * One row of the transition table.
     *
     * @param from the states it may be taken in
     * @param route the route the line must have; null when it does not matter
     * @param to the state it leads to; null when the state stays
     */
    record Step(OrderAction action, Set<OrderState> from, OrderRoute route, OrderState to, Role role) {}

    private static final Set<OrderState> BEFORE_DELIVERED = EnumSet.range(DRAFT, CONFIRMED_UPSTREAM);

    /** The whole table; what does not stand here is refused. */
    static final List<Step> STEPS = List.of(
            new Step(SUBMIT, EnumSet.of(DRAFT), null, SUBMITTED, ORDERER),
            new Step(APPROVE, EnumSet.of(SUBMITTED), null, APPROVED, APPROVER),
            new Step(DECLINE, EnumSet.of(SUBMITTED), null, REJECTED, APPROVER),
            new Step(DECLINE, EnumSet.of(APPROVED, RECEIVED), null, REJECTED, ORDER_DESK),
            new Step(RECEIVE, EnumSet.of(APPROVED), null, RECEIVED, ORDER_DESK),
            new Step(ASK, BEFORE_DELIVERED, null, null, ORDER_DESK),
            new Step(ANSWER, BEFORE_DELIVERED, null, null, ORDERER),
            new Step(OrderAction.ROUTE, EnumSet.of(RECEIVED), null, ROUTED, ORDER_DESK),
            new Step(PLACE_UPSTREAM, EnumSet.of(ROUTED), OrderRoute.UPSTREAM, PLACED_UPSTREAM, ORDER_DESK),
            new Step(
                    CONFIRM_UPSTREAM,
                    EnumSet.of(PLACED_UPSTREAM, CONFIRMED_UPSTREAM),
                    null,
                    CONFIRMED_UPSTREAM,
                    ORDER_DESK),
            new Step(PROMISE, EnumSet.of(PLACED_UPSTREAM, CONFIRMED_UPSTREAM), null, CONFIRMED_UPSTREAM, ORDER_DESK),
            new Step(REPORT_UPSTREAM, EnumSet.of(PLACED_UPSTREAM, CONFIRMED_UPSTREAM), null, null, ORDER_DESK),
            new Step(REJECT_UPSTREAM, EnumSet.of(PLACED_UPSTREAM, CONFIRMED_UPSTREAM), null, RECEIVED, ORDER_DESK),
            new Step(DELIVER, EnumSet.of(ROUTED), OrderRoute.INTERNAL, DELIVERED, ORDER_DESK),
            new Step(DELIVER, EnumSet.of(CONFIRMED_UPSTREAM), null, DELIVERED, ORDER_DESK),
            new Step(ACCEPT, EnumSet.of(DELIVERED), null, ACCEPTED, ORDERER),
            new Step(CANCEL, EnumSet.range(DRAFT, RECEIVED), null, CANCELLED, ORDERER),
            new Step(REQUEST_CANCEL, EnumSet.range(ROUTED, CONFIRMED_UPSTREAM), null, null, ORDERER),
            new Step(GRANT_CANCEL, EnumSet.range(ROUTED, CONFIRMED_UPSTREAM), null, CANCELLED, ORDER_DESK),
            new Step(REFUSE_CANCEL, EnumSet.range(ROUTED, CONFIRMED_UPSTREAM), null, null, ORDER_DESK));

    /** The row that holds for this action here; empty when the step is illegal. */
    Optional<Step> step(OrderAction action, OrderRoute route) {
        return STEPS.stream()
                .filter(step -> step.action() == action && step.from().contains(this))
                .filter(step -> step.route() == null || step.route() == route)
                .findFirst();
    }

    /** The state after the action; empty when the step is illegal. */
    public Optional<OrderState> after(OrderAction action, OrderRoute route) {
        return step(action, route).map(step -> step.to() == null ? this : step.to());
    }

    /** Nothing more happens to it. */
    public boolean isEnd() {
        return compareTo(ACCEPTED) >= 0;
    }

    /** The state of an order with such lines: that of the least advanced line that is not cancelled. */
    static OrderState of(Collection<OrderState> lines) {
        return lines.stream()
                .filter(state -> state != CANCELLED)
                .min(OrderState::compareTo)
                .orElse(CANCELLED);
    }
}
