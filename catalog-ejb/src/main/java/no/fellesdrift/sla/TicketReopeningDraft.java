package no.fellesdrift.sla;

import java.time.Instant;

/** A ticket that was solved and opened again, as a row of its own. */
public record TicketReopeningDraft(String ticket, Instant resolvedAt, Instant reopenedAt, String source) {}
