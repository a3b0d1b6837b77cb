package no.fellesdrift.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;

/**
 * An order in a list.
 *
 * @param offering the name of its first line's offering
 * @param lines how many lines it has
 * @param quantity of its first line
 * @param leadTime working days promised from approval; the longest of its lines
 * @param supplier who has it now, when it is placed upstream; otherwise null
 * @param exception a supplier's answer that nobody knows; otherwise null
 */
public record OrderLine(
        OrderNumber number,
        OrgNumber organisation,
        String organisationName,
        OrderState state,
        WaitingFor waitingFor,
        String orderedBy,
        String orderedByName,
        String reference,
        LocalizedText offering,
        ItemKind kind,
        BigDecimal quantity,
        LocalizedText unit,
        int lines,
        Instant createdAt,
        Instant submittedAt,
        Instant approvedAt,
        Instant receivedAt,
        Instant deliveredAt,
        Instant escalatedAt,
        LocalDate promisedDate,
        LocalDate expectedDate,
        int leadTime,
        String assignedTo,
        String assignedToName,
        String supplier,
        String exception) {}
