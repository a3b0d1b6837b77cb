package no.fellesdrift.budget;

import java.util.Optional;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;

/**
 * One agency's budget for one service and year.
 *
 * @param adopted absent when none was adopted
 * @param proposed absent when none is proposed
 * @param bound what its lines cost in the whole year
 */
public record BudgetView(
        OrgNumber agency,
        ServiceCode service,
        int year,
        Optional<Money> adopted,
        Optional<Money> proposed,
        Money bound) {

    /** What can still be bound; negative when too much is; absent when no budget was adopted. */
    public Optional<Money> left() {
        return adopted.map(amount -> amount.minus(bound));
    }
}
