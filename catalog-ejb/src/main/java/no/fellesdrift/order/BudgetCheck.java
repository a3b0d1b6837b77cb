package no.fellesdrift.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.Money;

/**
 * An order beside the agency's budget for a service and the year of its delivery.
 *
 * @param adopted null where no budget is adopted
 * @param bound what the agency's lines of the service cost in the whole year
 * @param committed what other open orders of the service cost in the year
 * @param cost what this order costs in the year; negative when units go
 */
public record BudgetCheck(ServiceCode service, int year, Money adopted, Money bound, Money committed, Money cost) {

    /** Lines of one service and year share a budget: one check for each, in the order in which they come first. */
    static List<BudgetCheck> together(List<BudgetCheck> checks) {
        Map<String, BudgetCheck> whole = new LinkedHashMap<>();
        for (BudgetCheck check : checks) {
            whole.merge(
                    check.service() + "/" + check.year(),
                    check,
                    (one, other) -> new BudgetCheck(
                            one.service, one.year, one.adopted, one.bound, one.committed, one.cost.plus(other.cost)));
        }
        return List.copyOf(whole.values());
    }

    /** What is left after this order; negative when it is too much; null where no budget is adopted. */
    public Money left() {
        return adopted == null ? null : adopted.minus(bound).minus(committed).minus(cost);
    }

    /** Whether the approver must weigh it: with the order more is bound than was adopted, or nothing was. */
    public boolean over() {
        return cost.compareTo(Money.ZERO) > 0 && (adopted == null || left().compareTo(Money.ZERO) < 0);
    }

    /**
     * Whether no approver could cover it: the open orders alone cost more than the whole year's budget. What lies
     * between is for the approver to weigh; the reasons stand in docs/decisions/0012.
     */
    public boolean forbids() {
        return adopted != null
                && cost.compareTo(Money.ZERO) > 0
                && committed.plus(cost).compareTo(adopted) > 0;
    }
}
