package no.fellesdrift.budget;

import java.util.Optional;
import no.fellesdrift.kernel.Money;

/**
 * What an order would do to its year's budget.
 *
 * @param budget as it stands without the order
 * @param order what the order adds in the rest of the year, one-off and recurring; negative when units go
 */
public record BudgetEffect(BudgetView budget, Money order) {

    /** Absent when no budget was adopted. */
    public Optional<Money> leftAfter() {
        return budget.left().map(left -> left.minus(order));
    }

    /** Whether an adopted budget carries the order. What costs nothing is always carried. */
    public boolean carried() {
        return order.compareTo(Money.ZERO) <= 0
                || leftAfter().filter(after -> !after.isNegative()).isPresent();
    }
}
