package no.fellesdrift.web.order;

import java.math.BigDecimal;
import java.util.List;
import no.fellesdrift.catalogue.Lifecycle;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.order.ItemKind;

/**
 * What an agency can order of an offering. What adds units needs an offering that is sold and an agreement that gives
 * it; who has units can always give them back.
 *
 * @param kinds none when nothing can be ordered
 * @param whyNot the text key of why there is not more, with the offering's name in it; empty when there is nothing to say
 */
record OrderChoice(List<ItemKind> kinds, String whyNot) {

    private static final String WHY = "order.closed.";

    /**
     * @param inForce whether the agency has an agreement today
     * @param given whether the offering can be ordered under it
     * @param has units the agency has today
     */
    static OrderChoice of(OfferingView offering, boolean inForce, boolean given, BigDecimal has) {
        List<ItemKind> kinds = has.signum() > 0
                ? List.of(ItemKind.INCREASE, ItemKind.REPLACEMENT, ItemKind.DECREASE, ItemKind.END)
                : List.of(ItemKind.NEW);
        if (!inForce) {
            return new OrderChoice(List.of(), WHY + "no-agreement");
        }
        return given
                ? new OrderChoice(kinds, "")
                : new OrderChoice(kinds.stream().filter(kind -> !kind.adds()).toList(), WHY + reason(offering));
    }

    private static String reason(OfferingView offering) {
        return offering.canBeOrdered()
                ? "not-in-agreement"
                : offering.lifecycle() == Lifecycle.ACTIVE
                        ? "not-sold"
                        : offering.lifecycle().name();
    }
}
