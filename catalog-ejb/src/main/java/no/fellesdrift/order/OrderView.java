package no.fellesdrift.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.price.Estimate;

/**
 * An order with everything that happened to it. The names of its parts are the API's.
 *
 * @param actions what the reader can do with it now, as in addresses
 */
public record OrderView(
        OrderNumber number,
        int version,
        OrgNumber organisation,
        String organisationName,
        AgreementNumber agreement,
        String reference,
        OrderState state,
        WaitingFor waitingFor,
        String orderedBy,
        String orderedByName,
        String approvedBy,
        String approvedByName,
        List<Line> lines,
        Estimate estimate,
        LocalDate promisedDate,
        LocalDate expectedDate,
        Instant createdAt,
        Instant submittedAt,
        Instant approvedAt,
        Instant receivedAt,
        Instant deliveredAt,
        Instant acceptedAt,
        Instant rejectedAt,
        Instant cancelledAt,
        Instant askedAt,
        Instant cancelRequestedAt,
        Instant escalatedAt,
        String assignedTo,
        String assignedToName,
        List<Upstream> upstreamOrders,
        List<Step> history,
        List<Message> messages,
        List<Decision> approvals,
        List<String> actions) {

    /**
     * A line of the order.
     *
     * @param position from 1
     * @param line the agreement line; null until a new one has begun
     * @param upstream whether a supplier delivers the service, so that it can be ordered there
     */
    public record Line(
            int position,
            LineNumber line,
            ItemKind kind,
            OfferingCode offering,
            LocalizedText offeringName,
            ServiceCode service,
            LocalizedText serviceName,
            LocalizedText unit,
            BigDecimal quantity,
            LocalDate wantedDate,
            boolean countsForLeadTime,
            int leadTimeWorkingDays,
            OrderState state,
            OrderRoute route,
            boolean upstream,
            LocalDate promisedDate,
            Instant deliveredAt,
            Instant acceptedAt,
            String exception,
            Estimate estimate,
            Map<String, String> answers) {}

    /** An attempt to have a line fulfilled by a supplier. */
    public record Upstream(
            int position,
            String number,
            OrgNumber supplier,
            String supplierName,
            Instant placedAt,
            Instant confirmedAt,
            LocalDate promisedDate,
            Instant deliveredAt,
            Instant rejectedAt,
            String supplierState,
            String note) {}

    /**
     * A row of the history.
     *
     * @param by the person's id
     * @param key the API key that was used, null when a person did it
     * @param position the line concerned, null when it is the whole order
     */
    public record Step(
            Instant at,
            String by,
            String byName,
            String key,
            String action,
            String from,
            String to,
            String note,
            Integer position) {}

    /** What was written between the parties. */
    public record Message(
            Instant at,
            String by,
            String byName,
            OrgNumber organisation,
            String organisationName,
            String kind,
            String text) {}

    /**
     * An approver's decision.
     *
     * @param onBehalfOf the absent approver, null when the approver decided
     * @param amount what the order costs this year
     * @param budget adopted for it, null where none is
     */
    public record Decision(
            Instant at,
            String by,
            String byName,
            String onBehalfOf,
            String decision,
            Money amount,
            Money budget,
            String note) {}

    public boolean can(OrderAction action) {
        return actions.contains(action.code());
    }
}
