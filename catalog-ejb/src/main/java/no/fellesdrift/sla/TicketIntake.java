package no.fellesdrift.sla;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Takes tickets in, with their pauses, changes of priority and reopenings, or these from files of their own. */
class TicketIntake {

    private static final Set<String> PRIORITIES = Set.of("P1", "P2", "P3", "P4");
    private static final Set<String> STATES = Set.of("OPEN", "PAUSED", "RESOLVED");

    private static final Intake.Kind<TicketDraft> TICKETS =
            new Intake.Kind<>("tickets", FactTable.TICKET, TicketDraft::ticket, TicketDraft::source);
    private static final Intake.Kind<TicketPauseDraft> PAUSES = new Intake.Kind<>(
            "tickets/pauses",
            FactTable.TICKET_PAUSE,
            FactTable.TICKET,
            TicketPauseDraft::ticket,
            TicketPauseDraft::source);
    private static final Intake.Kind<TicketPriorityChangeDraft> PRIORITY_CHANGES = new Intake.Kind<>(
            "tickets/priority-changes",
            FactTable.TICKET_PRIORITY_CHANGE,
            FactTable.TICKET,
            TicketPriorityChangeDraft::ticket,
            TicketPriorityChangeDraft::source);
    private static final Intake.Kind<TicketReopeningDraft> REOPENINGS = new Intake.Kind<>(
            "tickets/reopenings",
            FactTable.TICKET_REOPENING,
            FactTable.TICKET,
            TicketReopeningDraft::ticket,
            TicketReopeningDraft::source);

    @Inject
    Facts facts;

    @Inject
    Intake intake;

    Receipt take(Measurements<TicketDraft> told, boolean partial) {
        Intake.Reader<TicketDraft> reader = (draft, row) -> {
            row.required("service", draft.service());
            row.required("offering", draft.offering());
            row.required("agency", draft.agency());
            row.scope(draft.service(), draft.offering(), draft.agency());
            row.oneOf("priority", draft.priority(), PRIORITIES);
            row.instant("openedAt", draft.openedAt());
            row.notBefore("firstResponseAt", draft.openedAt(), draft.firstResponseAt());
            row.notBefore("resolvedAt", draft.openedAt(), draft.resolvedAt());
            row.oneOf("state", draft.state(), STATES);
            row.length("channel", draft.channel(), 40);
            List<TicketDraft.Pause> pauses = orNone(draft.pauses());
            for (int i = 0; i < pauses.size(); i++) {
                row.instant("pauses[" + i + "].pausedAt", pauses.get(i).pausedAt());
                row.notBefore(
                        "pauses[" + i + "].pausedAt",
                        draft.openedAt(),
                        pauses.get(i).pausedAt());
                row.after(
                        "pauses[" + i + "].resumedAt",
                        pauses.get(i).pausedAt(),
                        pauses.get(i).resumedAt());
                row.length("pauses[" + i + "].reason", pauses.get(i).reason(), 100);
            }
            List<TicketDraft.PriorityChange> changes = orNone(draft.priorityChanges());
            for (int i = 0; i < changes.size(); i++) {
                row.instant(
                        "priorityChanges[" + i + "].changedAt", changes.get(i).changedAt());
                row.oneOf(
                        "priorityChanges[" + i + "].fromPriority",
                        changes.get(i).fromPriority(),
                        PRIORITIES);
                row.oneOf(
                        "priorityChanges[" + i + "].toPriority", changes.get(i).toPriority(), PRIORITIES);
            }
            List<TicketDraft.Reopening> reopenings = orNone(draft.reopenings());
            for (int i = 0; i < reopenings.size(); i++) {
                row.instant(
                        "reopenings[" + i + "].resolvedAt", reopenings.get(i).resolvedAt());
                row.instant(
                        "reopenings[" + i + "].reopenedAt", reopenings.get(i).reopenedAt());
                row.after(
                        "reopenings[" + i + "].reopenedAt",
                        reopenings.get(i).resolvedAt(),
                        reopenings.get(i).reopenedAt());
            }
            return FactRow.of(
                    row.key("ticket", draft.ticket(), draft.source()),
                    draft.agency(),
                    draft.service(),
                    draft.offering(),
                    draft.priority(),
                    Intake.millis(draft.openedAt()),
                    Intake.millis(draft.firstResponseAt()),
                    Intake.millis(draft.resolvedAt()),
                    draft.state(),
                    row.blank(draft.channel()));
        };
        return intake.take(TICKETS, told, partial, (block, sources) -> reader, new ArrayList<>(), (good, now) -> {
            int accepted = 0;
            for (Intake.Good<TicketDraft> one : good) {
                int stored = facts.store(FactTable.TICKET, List.of(one.row()), now)
                        + parts(one.row(), one.numbered().draft(), now);
                accepted += stored > 0 ? 1 : 0;
            }
            return accepted;
        });
    }

    private int parts(FactRow row, TicketDraft draft, Instant now) {
        String source = row.key().get(0).toString();
        String ticket = row.key().get(1).toString();
        int stored = 0;
        if (draft.pauses() != null) {
            List<FactRow> pauses = draft.pauses().stream()
                    .map(pause -> FactRow.of(
                            List.of(source, ticket, Intake.millis(pause.pausedAt())),
                            Intake.millis(pause.resumedAt()),
                            pause.reason()))
                    .toList();
            stored += replace(FactTable.TICKET_PAUSE, source, ticket, pauses, now);
        }
        if (draft.priorityChanges() != null) {
            List<FactRow> changes = draft.priorityChanges().stream()
                    .map(change -> FactRow.of(
                            List.of(source, ticket, Intake.millis(change.changedAt())),
                            change.fromPriority(),
                            change.toPriority()))
                    .toList();
            stored += replace(FactTable.TICKET_PRIORITY_CHANGE, source, ticket, changes, now);
        }
        if (draft.reopenings() != null) {
            List<FactRow> reopenings = draft.reopenings().stream()
                    .map(reopening -> FactRow.of(
                            List.of(source, ticket, Intake.millis(reopening.reopenedAt())),
                            Intake.millis(reopening.resolvedAt())))
                    .toList();
            stored += replace(FactTable.TICKET_REOPENING, source, ticket, reopenings, now);
        }
        return stored;
    }

    private int replace(FactTable table, String source, String ticket, List<FactRow> rows, Instant now) {
        Set<Object> instants = new HashSet<>();
        rows.forEach(row -> instants.add(row.key().get(2)));
        return facts.keepOnly(table, source, ticket, instants, now) + facts.store(table, rows, now);
    }

    Receipt pauses(Measurements<TicketPauseDraft> told, boolean partial) {
        return intake.take(
                PAUSES,
                told,
                partial,
                opened(PAUSES, opened -> (draft, row) -> {
                    row.ticket(draft.ticket(), draft.source(), draft.pausedAt(), "pausedAt", opened);
                    row.instant("pausedAt", draft.pausedAt());
                    row.after("resumedAt", draft.pausedAt(), draft.resumedAt());
                    row.length("reason", draft.reason(), 100);
                    return FactRow.of(
                            row.key("ticket", draft.ticket(), draft.source(), Intake.millis(draft.pausedAt())),
                            Intake.millis(draft.resumedAt()),
                            row.blank(draft.reason()));
                }),
                (stored, now) -> {});
    }

    Receipt priorityChanges(Measurements<TicketPriorityChangeDraft> told, boolean partial) {
        return intake.take(
                PRIORITY_CHANGES,
                told,
                partial,
                opened(PRIORITY_CHANGES, opened -> (draft, row) -> {
                    row.ticket(draft.ticket(), draft.source(), draft.changedAt(), "changedAt", opened);
                    row.instant("changedAt", draft.changedAt());
                    row.oneOf("fromPriority", draft.fromPriority(), PRIORITIES);
                    row.oneOf("toPriority", draft.toPriority(), PRIORITIES);
                    return FactRow.of(
                            row.key("ticket", draft.ticket(), draft.source(), Intake.millis(draft.changedAt())),
                            draft.fromPriority(),
                            draft.toPriority());
                }),
                (stored, now) -> {});
    }

    Receipt reopenings(Measurements<TicketReopeningDraft> told, boolean partial) {
        return intake.take(
                REOPENINGS,
                told,
                partial,
                opened(REOPENINGS, opened -> (draft, row) -> {
                    row.ticket(draft.ticket(), draft.source(), draft.resolvedAt(), "resolvedAt", opened);
                    row.instant("resolvedAt", draft.resolvedAt());
                    row.instant("reopenedAt", draft.reopenedAt());
                    row.after("reopenedAt", draft.resolvedAt(), draft.reopenedAt());
                    return FactRow.of(
                            row.key("ticket", draft.ticket(), draft.source(), Intake.millis(draft.reopenedAt())),
                            Intake.millis(draft.resolvedAt()));
                }),
                (stored, now) -> {});
    }

    /** Rows that need to know when the tickets they speak of were opened. */
    private <T> Intake.Prepared<T> opened(
            Intake.Kind<T> kind, Function<Map<List<Object>, Long>, Intake.Reader<T>> reader) {
        return (block, sources) -> {
            Set<List<Object>> keys = new HashSet<>();
            for (Batch.Numbered<T> numbered : block.rows()) {
                String ticket = kind.key().apply(numbered.draft());
                if (ticket != null) {
                    keys.add(List.of(sources.of(kind.source().apply(numbered.draft()), ticket), ticket));
                }
            }
            return reader.apply(facts.opened(new ArrayList<>(keys)));
        };
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
