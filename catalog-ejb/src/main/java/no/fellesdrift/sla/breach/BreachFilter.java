package no.fellesdrift.sla.breach;

import java.time.YearMonth;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.sla.engine.Cause;

/**
 * Which breaches a list shows; what is absent narrows nothing.
 *
 * @param work only those that somebody still has something to do with
 * @param overdue only those with an action whose day has passed
 * @param owner a person's id
 */
public record BreachFilter(
        Optional<YearMonth> period,
        Optional<OrgNumber> organisation,
        Optional<String> service,
        Optional<BreachState> state,
        Optional<Cause> cause,
        boolean work,
        boolean overdue,
        Optional<String> owner) {

    public static final BreachFilter ALL = new BreachFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty());

    public BreachFilter working() {
        return new BreachFilter(period, organisation, service, state, cause, true, overdue, owner);
    }

    public BreachFilter late() {
        return new BreachFilter(period, organisation, service, state, cause, work, true, owner);
    }

    public BreachFilter of(String person) {
        return new BreachFilter(period, organisation, service, state, cause, work, overdue, Optional.of(person));
    }

    public BreachFilter in(BreachState wanted) {
        return new BreachFilter(period, organisation, service, Optional.of(wanted), cause, work, overdue, owner);
    }
}
