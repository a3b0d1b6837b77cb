package no.fellesdrift.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Fired when a line of an order was delivered and its agreement line has changed.
 *
 * @param on the local date of delivery, from which the agreement line holds
 */
public record OrderDelivered(
        OrderNumber order,
        OrgNumber agency,
        OfferingCode offering,
        LineNumber line,
        ItemKind kind,
        BigDecimal quantity,
        LocalDate on) {}
