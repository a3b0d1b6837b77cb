package no.fellesdrift.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.order.ApprovalDesk;
import no.fellesdrift.order.FulfilmentDesk;
import no.fellesdrift.order.OrderAction;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderView;
import no.fellesdrift.order.StepDraft;

/** The desk's method for each action: what an address and a button name, the desks judge. */
@RequestScoped
class OrderSteps {

    @Inject
    OrderDesk orders;

    @Inject
    ApprovalDesk approval;

    @Inject
    FulfilmentDesk fulfilment;

    OrderView take(OrderNumber number, OrderAction action, StepDraft step) {
        return switch (action) {
            case SUBMIT -> orders.submit(number, step);
            case APPROVE -> approval.approve(number, step);
            case DECLINE -> approval.decline(number, step);
            case RECEIVE -> fulfilment.receive(number, step);
            case ASK -> fulfilment.ask(number, step);
            case ANSWER -> orders.answer(number, step);
            case ROUTE -> fulfilment.route(number, step);
            case PLACE_UPSTREAM -> fulfilment.placeUpstream(number, step);
            case CONFIRM_UPSTREAM -> fulfilment.confirmUpstream(number, step);
            case PROMISE -> fulfilment.promise(number, step);
            case REPORT_UPSTREAM -> fulfilment.reportUpstream(number, step);
            case REJECT_UPSTREAM -> fulfilment.rejectUpstream(number, step);
            case DELIVER -> fulfilment.deliver(number, step);
            case ACCEPT -> orders.accept(number, step);
            case CANCEL -> orders.cancel(number, step);
            case REQUEST_CANCEL -> orders.requestCancel(number, step);
            case GRANT_CANCEL -> fulfilment.grantCancel(number, step);
            case REFUSE_CANCEL -> fulfilment.refuseCancel(number, step);
        };
    }
}
