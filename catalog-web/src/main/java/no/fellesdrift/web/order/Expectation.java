package no.fellesdrift.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderState;
import no.fellesdrift.order.OrderView;

/** When an order comes, for those who wait for it: how long it is overdue, and the day it would come if approved now. */
@Named
@RequestScoped
public class Expectation {

    @Inject
    OrderDesk desk;

    @Inject
    Clock clock;

    /** Working days since the promised day; zero when it is delivered, given up, not promised or not due. */
    public int days(OrderView order) {
        LocalDate promised = order.promisedDate();
        if (promised == null
                || order.deliveredAt() != null
                || order.state() == OrderState.REJECTED
                || order.state() == OrderState.CANCELLED) {
            return 0;
        }
        return desk.workingDays(
                promised.atStartOfDay(OfficeDays.ZONE).toInstant(),
                LocalDate.ofInstant(clock.instant(), OfficeDays.ZONE));
    }

    /** Absent once it is approved or given up. */
    public LocalDate ifApprovedNow(OrderView order) {
        return order.approvedAt() == null
                        && (order.state() == OrderState.DRAFT || order.state() == OrderState.SUBMITTED)
                ? desk.earliest(order.lines().stream()
                        .mapToInt(OrderView.Line::leadTimeWorkingDays)
                        .max()
                        .orElse(0))
                : null;
    }
}
