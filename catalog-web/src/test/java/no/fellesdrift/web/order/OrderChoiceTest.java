package no.fellesdrift.web.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import no.fellesdrift.catalogue.Lifecycle;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.order.ItemKind;
import org.junit.jupiter.api.Test;

class OrderChoiceTest {

    private static final BigDecimal NONE = BigDecimal.ZERO;
    private static final BigDecimal TWELVE = new BigDecimal("12");

    @Test
    void who_has_none_begins_and_who_has_some_changes() {
        assertThat(OrderChoice.of(offering(true, Lifecycle.ACTIVE), true, true, NONE))
                .isEqualTo(new OrderChoice(List.of(ItemKind.NEW), ""));
        assertThat(OrderChoice.of(offering(true, Lifecycle.ACTIVE), true, true, TWELVE)
                        .kinds())
                .containsExactly(ItemKind.INCREASE, ItemKind.REPLACEMENT, ItemKind.DECREASE, ItemKind.END);
    }

    @Test
    void what_is_being_phased_out_can_be_given_back_and_not_begun() {
        OrderChoice none = OrderChoice.of(offering(false, Lifecycle.DEPRECATED), true, false, NONE);
        assertThat(none.kinds()).isEmpty();
        assertThat(none.whyNot()).isEqualTo("order.closed.DEPRECATED");

        OrderChoice some = OrderChoice.of(offering(false, Lifecycle.DEPRECATED), true, false, TWELVE);
        assertThat(some.kinds()).containsExactly(ItemKind.REPLACEMENT, ItemKind.DECREASE, ItemKind.END);
        assertThat(some.whyNot()).isEqualTo("order.closed.DEPRECATED");
    }

    @Test
    void the_reason_is_the_offering_s_the_agreement_s_or_that_there_is_none() {
        assertThat(OrderChoice.of(offering(false, Lifecycle.ACTIVE), true, false, NONE)
                        .whyNot())
                .isEqualTo("order.closed.not-sold");
        assertThat(OrderChoice.of(offering(true, Lifecycle.PLANNED), true, false, NONE)
                        .whyNot())
                .isEqualTo("order.closed.PLANNED");
        assertThat(OrderChoice.of(offering(true, Lifecycle.ACTIVE), true, false, NONE)
                        .whyNot())
                .isEqualTo("order.closed.not-in-agreement");
        assertThat(OrderChoice.of(offering(true, Lifecycle.ACTIVE), false, false, TWELVE))
                .isEqualTo(new OrderChoice(List.of(), "order.closed.no-agreement"));
    }

    private static OfferingView offering(boolean orderable, Lifecycle lifecycle) {
        return new OfferingView(
                OfferingCode.of("WPL-VDI-STD"),
                1,
                ServiceCode.of("WPL-VDI"),
                new LocalizedText("Virtuelt skrivebord", "Virtuelt skrivebord", "Virtual desktop"),
                new LocalizedText("Virtuelt skrivebord", "Virtuelt skrivebord", "Virtual desktop"),
                new LocalizedText("bruker", "brukar", "user"),
                5,
                "BASIC",
                orderable,
                lifecycle,
                OrgNumber.of("999601391"),
                false);
    }
}
