package no.fellesdrift.web.order;

import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.order.OrderAction;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderView;
import no.fellesdrift.order.StepDraft;

/** The desk's method for each action: what an address and a button name, the desk judges. */
final class OrderSteps {

    private OrderSteps() {}

    static OrderView take(OrderDesk desk, OrderNumber number, OrderAction action, StepDraft step) {
        return switch (action) {
            case SUBMIT -> desk.submit(number, step);
            case APPROVE -> desk.approve(number, step);
            case DECLINE -> desk.decline(number, step);
            case RECEIVE -> desk.receive(number, step);
            case ASK -> desk.ask(number, step);
            case ANSWER -> desk.answer(number, step);
            case ROUTE -> desk.route(number, step);
            case PLACE_UPSTREAM -> desk.placeUpstream(number, step);
            case CONFIRM_UPSTREAM -> desk.confirmUpstream(number, step);
            case PROMISE -> desk.promise(number, step);
            case REPORT_UPSTREAM -> desk.reportUpstream(number, step);
            case REJECT_UPSTREAM -> desk.rejectUpstream(number, step);
            case DELIVER -> desk.deliver(number, step);
            case ACCEPT -> desk.accept(number, step);
            case CANCEL -> desk.cancel(number, step);
            case REQUEST_CANCEL -> desk.requestCancel(number, step);
            case GRANT_CANCEL -> desk.grantCancel(number, step);
            case REFUSE_CANCEL -> desk.refuseCancel(number, step);
        };
    }
}
