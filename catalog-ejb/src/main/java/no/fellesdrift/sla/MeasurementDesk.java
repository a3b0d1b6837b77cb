package no.fellesdrift.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;

/**
 * Takes measurements in, and shows what came.
 *
 * <p>A fact is known by its source and its key there: the same content again is a duplicate, counted and ignored; other
 * content is a new version that supersedes the old one. A batch is stored whole or, when a row is bad, not at all,
 * unless the caller allows parts; either way every bad row is named. When it is recorded is the server's clock, never
 * the sender's.
 *
 * <p>Long because each kind of measurement lists its fields and what must hold for them once; there is nothing else in it.
 */
@Stateless
public class MeasurementDesk {

    /** Rows of one batch. */
    public static final int MOST_ROWS = 100_000;

    private static final Set<String> CAUSES = Set.of("PROVIDER", "UPSTREAM", "CUSTOMER");
    private static final Set<String> IMPACTS = Set.of("FULL", "DEGRADED");
    private static final Set<String> PRIORITIES = Set.of("P1", "P2", "P3", "P4");
    private static final Set<String> STATES = Set.of("OPEN", "PAUSED", "RESOLVED");

    @Inject
    Facts facts;

    @Inject
    FactLists lists;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** Refuses whoever may not tell measurements, before anything large is read. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void mayTake() {
        // the roles are the answer
    }

    /** @throws Rejection TOO_MANY_ROWS */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt outages(Batch<OutageDraft> batch, boolean partial) {
        UnnamedSource sources = sources(FactTable.OUTAGE, batch, OutageDraft::outage, OutageDraft::source);
        return take("outages", FactTable.OUTAGE, batch, sources, partial, (draft, row) -> {
            row.scope(draft.service(), draft.offering(), draft.agency());
            row.instant("startedAt", draft.startedAt());
            row.after("endedAt", draft.startedAt(), draft.endedAt());
            row.notInFuture("startedAt", draft.startedAt());
            row.oneOf("causedBy", draft.causedBy(), CAUSES);
            row.oneOf("impact", draft.impact(), IMPACTS);
            row.length("summary", draft.summary(), 1_000);
            return FactRow.of(
                    row.key("outage", draft.outage(), draft.source()),
                    draft.service(),
                    row.blank(draft.offering()),
                    row.blank(draft.agency()),
                    millis(draft.startedAt()),
                    millis(draft.endedAt()),
                    draft.causedBy(),
                    draft.impact(),
                    row.blank(draft.summary()));
        });
    }

    /** @throws Rejection TOO_MANY_ROWS */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt maintenance(Batch<MaintenanceDraft> batch, boolean partial) {
        UnnamedSource sources =
                sources(FactTable.MAINTENANCE, batch, MaintenanceDraft::maintenance, MaintenanceDraft::source);
        return take("maintenance", FactTable.MAINTENANCE, batch, sources, partial, (draft, row) -> {
            row.scope(draft.service(), draft.offering(), draft.agency());
            row.instant("windowFrom", draft.windowFrom());
            row.instant("windowTo", draft.windowTo());
            row.after("windowTo", draft.windowFrom(), draft.windowTo());
            row.wholeSeconds("actualFrom", draft.actualFrom());
            row.together("actualTo", draft.actualFrom(), draft.actualTo());
            row.after("actualTo", draft.actualFrom(), draft.actualTo());
            row.given("serviceDown", draft.serviceDown());
            row.oneOf("performedBy", draft.performedBy(), CAUSES);
            row.instant("announcedAt", draft.announcedAt());
            row.person("approvedBy", draft.approvedBy());
            row.together("approvedAt", row.blank(draft.approvedBy()), draft.approvedAt());
            row.wholeSeconds("approvedAt", draft.approvedAt());
            row.person("announcedBy", draft.announcedBy());
            row.notBoth("cancelled", Boolean.TRUE.equals(draft.cancelled()), draft.actualFrom());
            row.length("summary", draft.summary(), 1_000);
            return FactRow.of(
                    row.key("maintenance", draft.maintenance(), draft.source()),
                    draft.service(),
                    row.blank(draft.offering()),
                    row.blank(draft.agency()),
                    millis(draft.windowFrom()),
                    millis(draft.windowTo()),
                    millis(draft.actualFrom()),
                    millis(draft.actualTo()),
                    Boolean.TRUE.equals(draft.serviceDown()) ? 1L : 0L,
                    draft.performedBy(),
                    millis(draft.announcedAt()),
                    row.blank(draft.approvedBy()),
                    millis(draft.approvedAt()),
                    row.blank(draft.summary()),
                    row.blank(draft.announcedBy()),
                    Boolean.TRUE.equals(draft.cancelled()) ? 1L : 0L);
        });
    }

    /** @throws Rejection TOO_MANY_ROWS */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt unknown(Batch<UnknownDraft> batch, boolean partial) {
        UnnamedSource sources = sources(FactTable.UNKNOWN, batch, UnknownDraft::unknown, UnknownDraft::source);
        return take("unknown", FactTable.UNKNOWN, batch, sources, partial, (draft, row) -> {
            row.scope(draft.service(), draft.offering(), draft.agency());
            row.instant("from", draft.from());
            row.after("to", draft.from(), draft.to());
            row.length("reason", draft.reason(), 1_000);
            return FactRow.of(
                    row.key("unknown", draft.unknown(), draft.source()),
                    draft.service(),
                    row.blank(draft.offering()),
                    row.blank(draft.agency()),
                    millis(draft.from()),
                    millis(draft.to()),
                    row.blank(draft.reason()));
        });
    }

    /**
     * Tickets with their pauses, changes of priority and reopenings.
     *
     * @throws Rejection TOO_MANY_ROWS
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt tickets(Batch<TicketDraft> batch, boolean partial) {
        UnnamedSource sources = sources(FactTable.TICKET, batch, TicketDraft::ticket, TicketDraft::source);
        Checked<TicketDraft> checked = check(batch, sources, (draft, row) -> {
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
                    millis(draft.openedAt()),
                    millis(draft.firstResponseAt()),
                    millis(draft.resolvedAt()),
                    draft.state(),
                    row.blank(draft.channel()));
        });
        if (!checked.rejected().isEmpty() && !partial) {
            return new Receipt(0, 0, checked.rejected());
        }
        Instant now = clock.instant();
        int accepted = 0;
        for (Batch.Numbered<TicketDraft> numbered : checked.good()) {
            FactRow row = checked.rows().get(numbered);
            int stored = facts.store(FactTable.TICKET, List.of(row), now) + parts(row, numbered.draft(), now);
            accepted += stored > 0 ? 1 : 0;
        }
        return taken("tickets", accepted, checked.good().size() - accepted, checked.rejected());
    }

    private int parts(FactRow row, TicketDraft draft, Instant now) {
        String source = row.key().get(0).toString();
        String ticket = row.key().get(1).toString();
        int stored = 0;
        if (draft.pauses() != null) {
            List<FactRow> pauses = draft.pauses().stream()
                    .map(pause -> FactRow.of(
                            List.of(source, ticket, millis(pause.pausedAt())),
                            millis(pause.resumedAt()),
                            pause.reason()))
                    .toList();
            stored += replace(FactTable.TICKET_PAUSE, source, ticket, pauses, now);
        }
        if (draft.priorityChanges() != null) {
            List<FactRow> changes = draft.priorityChanges().stream()
                    .map(change -> FactRow.of(
                            List.of(source, ticket, millis(change.changedAt())),
                            change.fromPriority(),
                            change.toPriority()))
                    .toList();
            stored += replace(FactTable.TICKET_PRIORITY_CHANGE, source, ticket, changes, now);
        }
        if (draft.reopenings() != null) {
            List<FactRow> reopenings = draft.reopenings().stream()
                    .map(reopening -> FactRow.of(
                            List.of(source, ticket, millis(reopening.reopenedAt())), millis(reopening.resolvedAt())))
                    .toList();
            stored += replace(FactTable.TICKET_REOPENING, source, ticket, reopenings, now);
        }
        return stored;
    }

    private int replace(FactTable table, String source, String ticket, List<FactRow> rows, Instant now) {
        Set<Object> instants = new HashSet<>();
        rows.forEach(row -> instants.add(row.key().get(2)));
        return facts.keepOnly(table, source, ticket, instants) + facts.store(table, rows, now);
    }

    /** @throws Rejection TOO_MANY_ROWS */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt ticketPauses(Batch<TicketPauseDraft> batch, boolean partial) {
        UnnamedSource sources = sources(FactTable.TICKET, batch, TicketPauseDraft::ticket, TicketPauseDraft::source);
        Map<List<Object>, Long> opened = openedOf(batch, sources, TicketPauseDraft::ticket, TicketPauseDraft::source);
        return take("tickets/pauses", FactTable.TICKET_PAUSE, batch, sources, partial, (draft, row) -> {
            row.ticket(draft.ticket(), draft.source(), draft.pausedAt(), "pausedAt", opened);
            row.instant("pausedAt", draft.pausedAt());
            row.after("resumedAt", draft.pausedAt(), draft.resumedAt());
            row.length("reason", draft.reason(), 100);
            return FactRow.of(
                    row.key("ticket", draft.ticket(), draft.source(), millis(draft.pausedAt())),
                    millis(draft.resumedAt()),
                    row.blank(draft.reason()));
        });
    }

    /** @throws Rejection TOO_MANY_ROWS */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt ticketPriorityChanges(Batch<TicketPriorityChangeDraft> batch, boolean partial) {
        UnnamedSource sources =
                sources(FactTable.TICKET, batch, TicketPriorityChangeDraft::ticket, TicketPriorityChangeDraft::source);
        Map<List<Object>, Long> opened =
                openedOf(batch, sources, TicketPriorityChangeDraft::ticket, TicketPriorityChangeDraft::source);
        return take(
                "tickets/priority-changes", FactTable.TICKET_PRIORITY_CHANGE, batch, sources, partial, (draft, row) -> {
                    row.ticket(draft.ticket(), draft.source(), draft.changedAt(), "changedAt", opened);
                    row.instant("changedAt", draft.changedAt());
                    row.oneOf("fromPriority", draft.fromPriority(), PRIORITIES);
                    row.oneOf("toPriority", draft.toPriority(), PRIORITIES);
                    return FactRow.of(
                            row.key("ticket", draft.ticket(), draft.source(), millis(draft.changedAt())),
                            draft.fromPriority(),
                            draft.toPriority());
                });
    }

    /** @throws Rejection TOO_MANY_ROWS */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt ticketReopenings(Batch<TicketReopeningDraft> batch, boolean partial) {
        UnnamedSource sources =
                sources(FactTable.TICKET, batch, TicketReopeningDraft::ticket, TicketReopeningDraft::source);
        Map<List<Object>, Long> opened =
                openedOf(batch, sources, TicketReopeningDraft::ticket, TicketReopeningDraft::source);
        return take("tickets/reopenings", FactTable.TICKET_REOPENING, batch, sources, partial, (draft, row) -> {
            row.ticket(draft.ticket(), draft.source(), draft.resolvedAt(), "resolvedAt", opened);
            row.instant("resolvedAt", draft.resolvedAt());
            row.instant("reopenedAt", draft.reopenedAt());
            row.after("reopenedAt", draft.resolvedAt(), draft.reopenedAt());
            return FactRow.of(
                    row.key("ticket", draft.ticket(), draft.source(), millis(draft.reopenedAt())),
                    millis(draft.resolvedAt()));
        });
    }

    /** Outages of a month, newest first; an agency sees those that concern it or everybody. */
    @RolesAllowed(Roles.USER)
    public Paged<OutageLine> outageList(FactQuery query, PageRequest page) {
        return lists.page(FactLists.OUTAGES, query, agency(query), page);
    }

    /** Maintenance of a month, newest first; an agency sees what concerns it or everybody. */
    @RolesAllowed(Roles.USER)
    public Paged<MaintenanceLine> maintenanceList(FactQuery query, PageRequest page) {
        return lists.page(FactLists.MAINTENANCE, query, agency(query), page);
    }

    /** Tickets opened in a month, newest first; an agency sees its own. */
    @RolesAllowed(Roles.USER)
    public Paged<TicketLine> ticketList(FactQuery query, PageRequest page) {
        return lists.page(FactLists.TICKETS, query, agency(query), page);
    }

    /** The whole list of outages, one by one. @throws Rejection UNKNOWN_ORGANISATION, UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public void forEachOutage(FactQuery query, List<String> sort, Consumer<OutageLine> each) {
        lists.forEach(FactLists.OUTAGES, query, agency(query), sort, each);
    }

    /** The whole list of maintenance, one by one. @throws Rejection UNKNOWN_ORGANISATION, UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public void forEachMaintenance(FactQuery query, List<String> sort, Consumer<MaintenanceLine> each) {
        lists.forEach(FactLists.MAINTENANCE, query, agency(query), sort, each);
    }

    /** The whole list of tickets, one by one. @throws Rejection UNKNOWN_ORGANISATION, UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public void forEachTicket(FactQuery query, List<String> sort, Consumer<TicketLine> each) {
        lists.forEach(FactLists.TICKETS, query, agency(query), sort, each);
    }

    private Optional<OrgNumber> agency(FactQuery query) {
        return caller.get().agencyFilter(query.organisation(), SlaReason.UNKNOWN_ORGANISATION);
    }

    private <T> Map<List<Object>, Long> openedOf(
            Batch<T> batch, UnnamedSource sources, Function<T, String> ticket, Function<T, String> source) {
        Set<List<Object>> keys = new HashSet<>();
        for (Batch.Numbered<T> numbered : batch.rows()) {
            if (ticket.apply(numbered.draft()) != null) {
                String told = ticket.apply(numbered.draft());
                keys.add(List.of(sources.of(source.apply(numbered.draft()), told), told));
            }
        }
        return facts.opened(new ArrayList<>(keys));
    }

    private interface Reader<T> {
        FactRow read(T draft, RowCheck row);
    }

    private record Checked<T>(
            List<Batch.Numbered<T>> good, Map<Batch.Numbered<T>, FactRow> rows, List<RejectedRow> rejected) {}

    private <T> Checked<T> check(Batch<T> batch, UnnamedSource sources, Reader<T> reader) {
        if (batch.rows().size() + batch.unreadable().size() > MOST_ROWS) {
            throw new Rejection(SlaReason.TOO_MANY_ROWS, MOST_ROWS);
        }
        Facts.Codes codes = facts.codes();
        Instant now = clock.instant();
        List<RejectedRow> rejected = new ArrayList<>(batch.unreadable());
        List<Batch.Numbered<T>> good = new ArrayList<>();
        Map<Batch.Numbered<T>, FactRow> rows = new LinkedHashMap<>();
        Map<List<Object>, FactRow> seen = new HashMap<>();
        for (Batch.Numbered<T> numbered : batch.rows()) {
            RowCheck check = new RowCheck(numbered.row(), codes, now, sources);
            FactRow row = reader.read(numbered.draft(), check);
            FactRow twin = check.faults().isEmpty() ? seen.putIfAbsent(row.key(), row) : null;
            if (twin != null && !twin.equals(row)) {
                check.fault(check.keyPath(), "sla.row.KEY_TWICE");
            }
            if (check.faults().isEmpty()) {
                good.add(numbered);
                rows.put(numbered, row);
            } else {
                rejected.addAll(check.faults());
            }
        }
        rejected.sort(Comparator.comparingInt(RejectedRow::row));
        return new Checked<>(good, rows, rejected);
    }

    private <T> Receipt take(
            String kind, FactTable table, Batch<T> batch, UnnamedSource sources, boolean partial, Reader<T> reader) {
        Checked<T> checked = check(batch, sources, reader);
        if (!checked.rejected().isEmpty() && !partial) {
            return new Receipt(0, 0, checked.rejected());
        }
        Map<List<Object>, FactRow> distinct = new LinkedHashMap<>();
        checked.good().forEach(numbered -> {
            FactRow row = checked.rows().get(numbered);
            distinct.put(row.key(), row);
        });
        int accepted = facts.store(table, List.copyOf(distinct.values()), clock.instant());
        return taken(kind, accepted, checked.good().size() - accepted, checked.rejected());
    }

    private Receipt taken(String kind, int accepted, int duplicates, List<RejectedRow> rejected) {
        if (accepted > 0) {
            happened.fire(
                    new Happened("sla.measure", "Measurement", kind, null, null, null, accepted + "/" + duplicates));
        }
        return new Receipt(accepted, duplicates, rejected);
    }

    /** For what tells no source itself. A ticket's parts are from where the ticket is. */
    private <T> UnnamedSource sources(
            FactTable table, Batch<T> batch, Function<T, String> key, Function<T, String> source) {
        List<String> unnamed = batch.rows().stream()
                .map(Batch.Numbered::draft)
                .filter(draft ->
                        source.apply(draft) == null || source.apply(draft).isBlank())
                .map(key)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Optional<String> own = caller.get().key();
        return new UnnamedSource(own, facts.unnamedSources(table, own, unnamed));
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
