package no.fellesdrift.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
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
 * <p>Long because each kind of measurement lists its fields and what must hold for them once; there is nothing else in
 * it. Samples, backups, recoveries and numbers of other kinds are in {@link ReadingDesk}.
 */
@Stateless
public class MeasurementDesk {

    private static final Set<String> CAUSES = Set.of("PROVIDER", "UPSTREAM", "CUSTOMER");
    private static final Set<String> IMPACTS = Set.of("FULL", "DEGRADED");
    private static final Set<String> PRIORITIES = Set.of("P1", "P2", "P3", "P4");
    private static final Set<String> STATES = Set.of("OPEN", "PAUSED", "RESOLVED");

    private static final Intake.Kind<OutageDraft> OUTAGES =
            new Intake.Kind<>("outages", FactTable.OUTAGE, OutageDraft::outage, OutageDraft::source);
    private static final Intake.Kind<MaintenanceDraft> MAINTENANCE = new Intake.Kind<>(
            "maintenance", FactTable.MAINTENANCE, MaintenanceDraft::maintenance, MaintenanceDraft::source);
    private static final Intake.Kind<UnknownDraft> UNKNOWN =
            new Intake.Kind<>("unknown", FactTable.UNKNOWN, UnknownDraft::unknown, UnknownDraft::source);
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
    FactLists lists;

    @Inject
    Intake intake;

    @Inject
    CurrentCaller caller;

    /** Refuses whoever may not tell measurements, before anything large is read. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void mayTake() {
        // the roles are the answer
    }

    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt outages(Batch<OutageDraft> batch, boolean partial) {
        return outages(Measurements.of(batch), partial);
    }

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt outages(Measurements<OutageDraft> told, boolean partial) {
        return intake.take(OUTAGES, told, partial, (draft, row) -> {
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

    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt maintenance(Batch<MaintenanceDraft> batch, boolean partial) {
        return maintenance(Measurements.of(batch), partial);
    }

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt maintenance(Measurements<MaintenanceDraft> told, boolean partial) {
        return intake.take(MAINTENANCE, told, partial, (draft, row) -> {
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

    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt unknown(Batch<UnknownDraft> batch, boolean partial) {
        return unknown(Measurements.of(batch), partial);
    }

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt unknown(Measurements<UnknownDraft> told, boolean partial) {
        return intake.take(UNKNOWN, told, partial, (draft, row) -> {
            row.scope(draft.service(), draft.offering(), draft.agency());
            row.instant("from", draft.from());
            row.notEarlier("to", draft.from(), draft.to());
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

    /** As {@link #tickets(Measurements, boolean)}. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt tickets(Batch<TicketDraft> batch, boolean partial) {
        return tickets(Measurements.of(batch), partial);
    }

    /**
     * Tickets with their pauses, changes of priority and reopenings.
     *
     * @throws RowsRejected when a row is bad after others were stored, and parts are not allowed
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt tickets(Measurements<TicketDraft> told, boolean partial) {
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
                    millis(draft.openedAt()),
                    millis(draft.firstResponseAt()),
                    millis(draft.resolvedAt()),
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
        return facts.keepOnly(table, source, ticket, instants, now) + facts.store(table, rows, now);
    }

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt ticketPauses(Measurements<TicketPauseDraft> told, boolean partial) {
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
                            row.key("ticket", draft.ticket(), draft.source(), millis(draft.pausedAt())),
                            millis(draft.resumedAt()),
                            row.blank(draft.reason()));
                }),
                (stored, now) -> {});
    }

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt ticketPriorityChanges(Measurements<TicketPriorityChangeDraft> told, boolean partial) {
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
                            row.key("ticket", draft.ticket(), draft.source(), millis(draft.changedAt())),
                            draft.fromPriority(),
                            draft.toPriority());
                }),
                (stored, now) -> {});
    }

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt ticketReopenings(Measurements<TicketReopeningDraft> told, boolean partial) {
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
                            row.key("ticket", draft.ticket(), draft.source(), millis(draft.reopenedAt())),
                            millis(draft.resolvedAt()));
                }),
                (stored, now) -> {});
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

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
