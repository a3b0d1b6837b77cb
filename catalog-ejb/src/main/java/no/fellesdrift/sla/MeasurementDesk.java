package no.fellesdrift.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
 * <p>Samples, backups, recoveries and numbers of other kinds are in {@link ReadingDesk}.
 */
@Stateless
public class MeasurementDesk {

    private static final Set<String> CAUSES = Set.of("PROVIDER", "UPSTREAM", "CUSTOMER");
    private static final Set<String> IMPACTS = Set.of("FULL", "DEGRADED");

    private static final Intake.Kind<OutageDraft> OUTAGES =
            new Intake.Kind<>("outages", FactTable.OUTAGE, OutageDraft::outage, OutageDraft::source);
    private static final Intake.Kind<MaintenanceDraft> MAINTENANCE = new Intake.Kind<>(
            "maintenance", FactTable.MAINTENANCE, MaintenanceDraft::maintenance, MaintenanceDraft::source);
    private static final Intake.Kind<UnknownDraft> UNKNOWN =
            new Intake.Kind<>("unknown", FactTable.UNKNOWN, UnknownDraft::unknown, UnknownDraft::source);

    @Inject
    TicketIntake tickets;

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
                    Intake.millis(draft.startedAt()),
                    Intake.millis(draft.endedAt()),
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
                    Intake.millis(draft.windowFrom()),
                    Intake.millis(draft.windowTo()),
                    Intake.millis(draft.actualFrom()),
                    Intake.millis(draft.actualTo()),
                    Boolean.TRUE.equals(draft.serviceDown()) ? 1L : 0L,
                    draft.performedBy(),
                    Intake.millis(draft.announcedAt()),
                    row.blank(draft.approvedBy()),
                    Intake.millis(draft.approvedAt()),
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
                    Intake.millis(draft.from()),
                    Intake.millis(draft.to()),
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
        return tickets.take(told, partial);
    }

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt ticketPauses(Measurements<TicketPauseDraft> told, boolean partial) {
        return tickets.pauses(told, partial);
    }

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt ticketPriorityChanges(Measurements<TicketPriorityChangeDraft> told, boolean partial) {
        return tickets.priorityChanges(told, partial);
    }

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt ticketReopenings(Measurements<TicketReopeningDraft> told, boolean partial) {
        return tickets.reopenings(told, partial);
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
}
