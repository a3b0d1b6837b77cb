package no.fellesdrift.charge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Everything that the charges of one agreement line are computed from.
 *
 * @param quantities the line's timeline in ascending order, without overlap; outside it the line does not exist
 * @param prices all versions of all components of the line's offering
 * @param deliveries delivered orders that began the line or added units
 * @param readings usage of the line, whatever meter and month
 */
public record LineBasis(
        AgreementNumber agreement,
        LineNumber line,
        OrgNumber organisation,
        ServiceCode service,
        OfferingCode offering,
        List<Quantity> quantities,
        List<PriceVersion> prices,
        List<Negotiation> negotiations,
        List<Delivery> deliveries,
        List<Reading> readings) {

    /** The line's quantity within the dates. */
    public record Quantity(DateRange valid, BigDecimal quantity) {}

    /**
     * A delivered order.
     *
     * @param begins whether it began the line; otherwise it added units
     * @param quantity units the order concerned
     * @param deliveredOn local date in the billing zone
     */
    public record Delivery(OrderNumber order, boolean begins, BigDecimal quantity, LocalDate deliveredOn) {}

    /** One metered reading; {@code usedOn} is a local date, {@code recordedAt} the instant it became known. */
    public record Reading(String meter, LocalDate usedOn, BigDecimal quantity, Instant recordedAt) {}

    public LineBasis {
        quantities = List.copyOf(quantities);
        prices = List.copyOf(prices);
        negotiations = List.copyOf(negotiations);
        deliveries = List.copyOf(deliveries);
        readings = List.copyOf(readings);
    }
}
