package no.fellesdrift.order;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;

/** What somebody may do with an order now. */
final class OrderActions {

    private OrderActions() {}

    /** Where one line stands; all that the table asks for. */
    record Standing(OrderState state, OrderRoute route) {}

    /** @param substitute whether the caller stands in for an absent approver of the agency today */
    static boolean mayTake(OrderState.Step step, OrgNumber agency, Caller by, boolean substitute) {
        if (step.role() == Role.ORDER_DESK) {
            return by.has(Role.ORDER_DESK);
        }
        boolean hasRole = by.has(step.role()) || (substitute && step.role() == Role.APPROVER);
        return hasRole && agency.equals(by.organisation());
    }

    static Set<OrderAction> of(
            OrgNumber agency,
            String orderedBy,
            boolean asked,
            boolean cancelRequested,
            Collection<Standing> lines,
            Caller by,
            boolean substitute) {
        Set<OrderAction> actions = EnumSet.noneOf(OrderAction.class);
        for (Standing line : lines) {
            for (OrderAction action : OrderAction.values()) {
                line.state()
                        .step(action, line.route())
                        .filter(step -> mayTake(step, agency, by, substitute))
                        .filter(step -> step.role() != Role.APPROVER || !orderedBy.equals(by.id()))
                        .ifPresent(step -> actions.add(action));
            }
        }
        if (!asked) {
            actions.remove(OrderAction.ANSWER);
        }
        if (cancelRequested) {
            actions.remove(OrderAction.REQUEST_CANCEL);
        } else {
            actions.remove(OrderAction.GRANT_CANCEL);
            actions.remove(OrderAction.REFUSE_CANCEL);
        }
        return actions;
    }
}
