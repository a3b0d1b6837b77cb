package no.fellesdrift.order;

import java.util.List;
import java.util.Optional;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Which orders a list shows; what is absent does not narrow it.
 *
 * @param open only those on which something may still happen
 * @param q part of a number, a reference, an offering's or a service's name or code
 * @param assigned the person of the order desk who has it, or {@code -} for nobody
 * @param late only those whose promised date has passed or will be missed, undelivered
 * @param silent only those whose approver has left them lying too long
 */
public record OrderFilter(
        List<OrderState> states,
        boolean open,
        Optional<OrgNumber> organisation,
        Optional<String> q,
        Optional<WaitingFor> waitingFor,
        Optional<ServiceCode> service,
        Optional<String> assigned,
        boolean late,
        boolean silent) {

    public OrderFilter {
        states = List.copyOf(states);
        q = q.map(String::strip).filter(text -> !text.isEmpty());
    }

    public static final OrderFilter ALL = new OrderFilter(
            List.of(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);

    public OrderFilter withText(String wanted) {
        return new OrderFilter(
                states, open, organisation, Optional.of(wanted), waitingFor, service, assigned, late, silent);
    }

    public static OrderFilter waitingFor(WaitingFor waiting) {
        return new OrderFilter(
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(waiting),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }
}
