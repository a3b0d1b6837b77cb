package no.fellesdrift.sla;

import java.time.Instant;
import java.util.List;

/**
 * A case of the service desk.
 *
 * @param ticket the key at the source
 * @param priority at opening, P1–P4
 * @param firstResponseAt null when not yet
 * @param resolvedAt null when not yet; the last time, when it was reopened
 * @param pauses null leaves those that are stored; a list replaces them
 * @param priorityChanges as {@code pauses}
 * @param reopenings as {@code pauses}
 * @param source null when not named, see {@link UnnamedSource}
 */
public record TicketDraft(
        String ticket,
        String agency,
        String service,
        String offering,
        String priority,
        Instant openedAt,
        Instant firstResponseAt,
        Instant resolvedAt,
        String state,
        String channel,
        List<Pause> pauses,
        List<PriorityChange> priorityChanges,
        List<Reopening> reopenings,
        String source)
        implements Scoped {

    /** @param resumedAt null while it lasts */
    public record Pause(Instant pausedAt, Instant resumedAt, String reason) {}

    public record PriorityChange(Instant changedAt, String fromPriority, String toPriority) {}

    public record Reopening(Instant resolvedAt, Instant reopenedAt) {}
}
