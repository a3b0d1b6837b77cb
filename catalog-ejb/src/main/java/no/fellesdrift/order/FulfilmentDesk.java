package no.fellesdrift.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.LineChange;
import no.fellesdrift.agreement.LineView;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Roles;

/**
 * What the provider's order desk does with an order: receives, asks, fulfils it inside or has a supplier fulfil it. There
 * is no other way to a supplier, in page or API.
 */
@Stateless
public class FulfilmentDesk {

    @Inject
    OrderWork work;

    @Inject
    Orders orders;

    @Inject
    AgreementDesk agreements;

    @Inject
    OfferingDesk offerings;

    @Inject
    OfficeDays officeDays;

    @Inject
    Event<OrderDelivered> delivered;

    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView receive(OrderNumber number, @Valid StepDraft step) {
        return work.take(number, step, OrderAction.RECEIVE, Order::receive);
    }

    /** A question to the customer; the order waits for the answer. */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView ask(OrderNumber number, @Valid StepDraft step) {
        return work.takeWithNote(number, step, OrderAction.ASK, Order::ask);
    }

    /** @throws Rejection NO_SUPPLIER, when the provider itself delivers a line that was to go upstream */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView route(OrderNumber number, @Valid StepDraft step) {
        return work.take(number, step, OrderAction.ROUTE, (order, turn) -> {
            required(step.route(), "route", "order.wrong.route", number);
            if (step.route() == OrderRoute.UPSTREAM) {
                order.items().stream()
                        .filter(item -> item.state() == OrderState.RECEIVED)
                        .filter(item -> step.position() == null || step.position() == item.position())
                        .forEach(this::supplier);
            }
            order.route(turn, step.route());
        });
    }

    /** The provider orders from the supplier. */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView placeUpstream(OrderNumber number, @Valid StepDraft step) {
        return work.take(
                number,
                step,
                OrderAction.PLACE_UPSTREAM,
                (order, turn) -> order.placeUpstream(turn, this::supplier, step.upstreamOrder()));
    }

    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView confirmUpstream(OrderNumber number, @Valid StepDraft step) {
        return work.take(
                number,
                step,
                OrderAction.CONFIRM_UPSTREAM,
                (order, turn) -> order.confirmUpstream(turn, step.upstreamOrder(), step.promisedDate()));
    }

    /** The supplier's new date. @throws Rejection INVALID without one */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView promise(OrderNumber number, @Valid StepDraft step) {
        return work.take(number, step, OrderAction.PROMISE, (order, turn) -> {
            required(step.promisedDate(), "promisedDate", "order.wrong.promised_date", number);
            order.promise(turn, step.promisedDate());
        });
    }

    /** What the supplier answered, in its own words; waits as an exception until a step says what it means. */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView reportUpstream(OrderNumber number, @Valid StepDraft step) {
        return work.take(number, step, OrderAction.REPORT_UPSTREAM, (order, turn) -> {
            required(step.supplierState(), "supplierState", "order.wrong.supplier_state", number);
            order.reportUpstream(turn, step.supplierState());
        });
    }

    /** The supplier says no; the line comes back to be routed again. */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView rejectUpstream(OrderNumber number, @Valid StepDraft step) {
        return work.take(number, step, OrderAction.REJECT_UPSTREAM, Order::rejectUpstream);
    }

    /** Delivered now; the agreement line begins, grows, shrinks or ends on the local date of this instant. */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView deliver(OrderNumber number, @Valid StepDraft step) {
        return work.take(number, step, OrderAction.DELIVER, (order, turn) -> {
            LocalDate on = LocalDate.ofInstant(turn.at(), OfficeDays.ZONE);
            for (OrderItem item : order.deliver(turn)) {
                LineView line = agreements.applyDelivery(
                        Optional.ofNullable(item.line()),
                        order.agreement(),
                        item.offering(),
                        LineChange.valueOf(item.kind().name()),
                        item.quantity(),
                        on,
                        number);
                item.began(line.line());
                delivered.fire(new OrderDelivered(
                        number, order.agency(), item.offering(), line.line(), item.kind(), item.quantity(), on));
            }
        });
    }

    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView grantCancel(OrderNumber number, @Valid StepDraft step) {
        return work.take(number, step, OrderAction.GRANT_CANCEL, Order::grantCancel);
    }

    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView refuseCancel(OrderNumber number, @Valid StepDraft step) {
        return work.takeWithNote(number, step, OrderAction.REFUSE_CANCEL, Order::refuseCancel);
    }

    /** Takes the order for oneself, or gives it to a colleague of the order desk. */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView assign(OrderNumber number, String person) {
        Order order = orders.visible(number, work.caller.get());
        String before = order.assignedTo();
        order.assign(new Turn(work.caller.get(), work.clock.instant(), null, null), person);
        orders.touch(order);
        work.tell("assign", order, before, person, null);
        return work.view(order);
    }

    /**
     * Promises what was ordered before the orders were kept here by the rule of today's: what is late can only be listed
     * by what is stored.
     *
     * @return how many orders have a promise now
     */
    @RolesAllowed({Roles.SYSTEM, Roles.ADMINISTRATOR})
    public int promiseImported() {
        List<OrderNumber> unpromised = orders.unpromised();
        for (OrderNumber number : unpromised) {
            orders.visible(number, work.caller.get())
                    .promiseAsApproved((item, approved) -> officeDays.after(
                            approved, offerings.offering(item.offering()).leadTimeWorkingDays()));
        }
        return unpromised.size();
    }

    private OrgNumber supplier(OrderItem item) {
        OfferingView offering = offerings.offering(item.offering());
        if (!offering.upstream()) {
            throw new Rejection(OrderReason.NO_SUPPLIER, item.offering());
        }
        return offering.deliveredBy();
    }

    private static void required(Object given, String path, String key, OrderNumber number) {
        if (given == null) {
            throw new Rejection(OrderReason.INVALID, List.of(Violation.of(path, key)), number);
        }
    }
}
