package no.fellesdrift.sla;

import java.time.Instant;

/** A pause of a ticket, as a row of its own. @see TicketDraft.Pause */
public record TicketPauseDraft(String ticket, Instant pausedAt, Instant resumedAt, String reason, String source) {}
