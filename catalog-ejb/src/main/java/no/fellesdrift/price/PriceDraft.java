package no.fellesdrift.price;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.UnitPrice;

/**
 * A coming version of a price component. What it is paid for, its meter, included quantity and minimum stay as they
 * are; only the figures and the date are new.
 *
 * @param unitPrice absent when the component has tiers
 * @param tiers empty when it has one unit price
 */
public record PriceDraft(
        @NotNull OfferingCode offering,
        @NotBlank String component,
        UnitPrice unitPrice,
        List<PriceView.Tier> tiers,
        @NotNull LocalDate validFrom) {

    public PriceDraft {
        tiers = tiers == null ? List.of() : List.copyOf(tiers);
    }
}
