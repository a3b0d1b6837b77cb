package no.fellesdrift.charge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.fellesdrift.kernel.Rejection;

/** What a list of credits can be sorted by; at the end always by line and level. */
final class CreditOrder {

    private static final Map<String, Comparator<ServiceCredit>> SORTS = Map.of(
            "service", by(credit -> credit.serviceName().nb()),
            "organisation", by(ServiceCredit::organisationName),
            "line", by(credit -> credit.line().value()),
            "level", by(ServiceCredit::level),
            "achieved", by(ServiceCredit::achieved),
            "base", by(credit -> credit.base().amount()),
            "percent", by(ServiceCredit::percent),
            // negative: what gives most back is the largest
            "amount", by(credit -> credit.amount().amount().negate()),
            "state", by(ServiceCredit::state));

    private static final Comparator<ServiceCredit> OWN =
            SORTS.get("line").thenComparing(ServiceCredit::level).thenComparing(ServiceCredit::id);

    private CreditOrder() {}

    /** @throws Rejection UNKNOWN_SORT */
    static Comparator<ServiceCredit> of(List<String> fields) {
        return fields.stream()
                .map(CreditOrder::field)
                .reduce(Comparator::thenComparing)
                .map(order -> order.thenComparing(OWN))
                .orElse(OWN);
    }

    private static Comparator<ServiceCredit> field(String field) {
        boolean down = field.startsWith("-");
        Comparator<ServiceCredit> order = SORTS.get(down ? field.substring(1) : field);
        if (order == null) {
            throw new Rejection(ChargeReason.UNKNOWN_SORT, field);
        }
        return down ? order.reversed() : order;
    }

    private static <C extends Comparable<? super C>> Comparator<ServiceCredit> by(Function<ServiceCredit, C> value) {
        return Comparator.comparing(value);
    }
}
