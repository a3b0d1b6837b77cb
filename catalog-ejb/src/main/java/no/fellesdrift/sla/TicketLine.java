package no.fellesdrift.sla;

import java.time.Instant;

/**
 * A case in a list.
 *
 * @param pauses how many
 */
public record TicketLine(
        String key,
        String agency,
        String service,
        String offering,
        String priority,
        Instant opened,
        Instant responded,
        Instant resolved,
        String state,
        int pauses,
        int version) {}
