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

/** How long an order is overdue, for those who wait for it. */
@Named
@RequestScoped
public class Lateness {

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
}
