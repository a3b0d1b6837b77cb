package no.fellesdrift.order;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.party.CurrentCaller;

/** What every desk of this room does around a step: finds the order, refuses a stale one, writes down, shows it again. */
class OrderWork {

    @Inject
    Orders orders;

    @Inject
    OrderViews views;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /**
     * @throws Rejection NOT_FOUND, STALE, and whatever the step refuses
     */
    OrderView take(OrderNumber number, StepDraft step, OrderAction action, BiConsumer<Order, Turn> does) {
        Order order = orders.visible(number, caller.get());
        if (step.version() != null && step.version() != order.version()) {
            throw new Rejection(OrderReason.STALE, number);
        }
        String before = order.state().name();
        does.accept(order, new Turn(caller.get(), clock.instant(), step.position(), step.note()));
        orders.touch(order);
        tell(action.code(), order, before, order.state().name(), step.note());
        return view(order);
    }

    /** As {@link #take}, refused without a note. */
    OrderView takeWithNote(OrderNumber number, StepDraft step, OrderAction action, BiConsumer<Order, Turn> does) {
        return take(number, step, action, (order, turn) -> {
            if (turn.note() == null) {
                throw new Rejection(OrderReason.INVALID, List.of(Violation.of("note", "order.wrong.note")));
            }
            does.accept(order, turn);
        });
    }

    /** For the audit trail. */
    void tell(String verb, Order order, String from, String to, String note) {
        happened.fire(new Happened("order." + verb, "Order", order.number().value(), order.agency(), from, to, note));
    }

    OrderView view(Order order) {
        orders.flush();
        return views.one(order.number(), caller.get(), today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OfficeDays.ZONE);
    }
}
