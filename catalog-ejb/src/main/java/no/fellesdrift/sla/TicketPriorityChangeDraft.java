package no.fellesdrift.sla;

import java.time.Instant;

/** A change of a ticket's priority, as a row of its own. */
public record TicketPriorityChangeDraft(
        String ticket, Instant changedAt, String fromPriority, String toPriority, String source) {}
