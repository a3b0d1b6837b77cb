package no.fellesdrift.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;

/**
 * Time that is left out of the figures because the customer caused it or nobody could prevent it. One side proposes,
 * the other approves: the provider's service-level manager, or the agency's security officer or approver.
 */
@Stateless
public class ExclusionDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final Set<String> REASONS = Set.of("CUSTOMER_CAUSED", "FORCE_MAJEURE");

    @Inject
    Exclusions exclusions;

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

    @RolesAllowed(Roles.USER)
    public Paged<ExclusionView> list(Optional<YearMonth> period, Optional<OrgNumber> organisation, PageRequest page) {
        return exclusions.page(
                period.map(month -> month.atDay(1).atStartOfDay(ZONE).toInstant()),
                period.map(
                        month -> month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant()),
                caller.get().agencyFilter(organisation, SlaReason.UNKNOWN_ORGANISATION),
                page);
    }

    /**
     * Those that touch a month, newest first; an agency sees those that concern it or everybody.
     *
     * @throws Rejection UNKNOWN_ORGANISATION, UNKNOWN_SORT
     */
    @RolesAllowed(Roles.USER)
    public Paged<ExclusionLine> ofMonth(FactQuery query, PageRequest page) {
        return lists.page(FactLists.EXCLUSIONS, query, agency(query), page);
    }

    /** The whole list of a month, one by one. @throws Rejection UNKNOWN_ORGANISATION, UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public void forEachOfMonth(FactQuery query, List<String> sort, Consumer<ExclusionLine> each) {
        lists.forEach(FactLists.EXCLUSIONS, query, agency(query), sort, each);
    }

    private Optional<OrgNumber> agency(FactQuery query) {
        return caller.get().agencyFilter(query.organisation(), SlaReason.UNKNOWN_ORGANISATION);
    }

    /** @throws Rejection UNKNOWN_EXCLUSION, also for another agency's */
    @RolesAllowed(Roles.USER)
    public ExclusionView one(String key) {
        return kept(key).view();
    }

    /** Those that wait for the caller: proposed by the other side and not approved; the oldest first. */
    @RolesAllowed(Roles.USER)
    public List<ExclusionView> waiting() {
        return exclusions.waiting(caller.get().onlyAgency()).stream()
                .filter(this::mayApprove)
                .toList();
    }

    /** Whether the caller may propose one at all. */
    @RolesAllowed(Roles.USER)
    public boolean mayPropose() {
        Caller who = caller.get();
        return who.has(Role.SERVICE_LEVEL_MANAGER) || who.has(Role.SECURITY_OFFICER) || who.has(Role.APPROVER);
    }

    /** Whether it waits for the caller. @throws Rejection UNKNOWN_EXCLUSION, also for another agency's */
    @RolesAllowed(Roles.USER)
    public boolean waits(String key) {
        return mayApprove(kept(key).view());
    }

    /** The side that did not propose it, and never who did. */
    private boolean mayApprove(ExclusionView view) {
        Caller who = caller.get();
        if (view.approved() || view.organisation() == null || who.id().equals(view.requestedBy())) {
            return false;
        }
        boolean proposedByAgency = exclusions
                .organisationOf(view.requestedBy())
                .filter(view.organisation()::equals)
                .isPresent();
        return proposedByAgency
                ? who.has(Role.SERVICE_LEVEL_MANAGER)
                : (who.has(Role.SECURITY_OFFICER) || who.has(Role.APPROVER))
                        && who.organisation() != null
                        && who.organisation().digits().equals(view.organisation());
    }

    /**
     * Proposes an exclusion; an agency's people for their own agency.
     *
     * @throws Rejection EXCLUSION_WRONG with the fields, EXCLUSION_NEEDS_AGENCY
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SECURITY_OFFICER, Roles.APPROVER})
    public ExclusionView propose(ExclusionDraft draft) {
        Caller who = caller.get();
        String agency = draft.agency() != null && !draft.agency().isBlank()
                ? draft.agency()
                : who.onlyAgency()
                        .map(OrgNumber::digits)
                        .orElseThrow(() -> new Rejection(SlaReason.EXCLUSION_NEEDS_AGENCY));
        List<Violation> wrong = new ArrayList<>();
        if (!OrgNumber.isValid(agency)) {
            wrong.add(Violation.of("agency", "sla.row.UNKNOWN_AGENCY", agency));
        } else {
            who.mustSee(OrgNumber.of(agency), SlaReason.UNKNOWN_ORGANISATION, agency);
        }
        RowCheck row = new RowCheck(
                1,
                facts.codes().of(draft.service(), draft.offering(), agency),
                clock.instant(),
                new UnnamedSource(Optional.of("exclusion"), Map.of()));
        row.scope(draft.service(), draft.offering(), agency);
        row.instant("from", draft.from());
        row.instant("to", draft.to());
        row.after("to", draft.from(), draft.to());
        row.oneOf("reason", draft.reason(), REASONS);
        row.length("summary", draft.summary(), 1_000);
        row.faults().forEach(fault -> wrong.add(new Violation(fault.path(), fault.key(), fault.arguments())));
        String key =
                draft.exclusion() == null || draft.exclusion().isBlank() ? exclusions.nextKey() : draft.exclusion();
        if (wrong.isEmpty() && exclusions.find(key).isPresent()) {
            wrong.add(Violation.of("exclusion", "sla.row.KEY_TWICE"));
        }
        if (!wrong.isEmpty()) {
            throw new Rejection(SlaReason.EXCLUSION_WRONG, wrong);
        }
        Instant now = clock.instant();
        store(
                "exclusion",
                key,
                draft.service(),
                draft.offering(),
                agency,
                draft.from(),
                draft.to(),
                draft.reason(),
                who.id(),
                now,
                null,
                null,
                draft.summary(),
                now);
        happened.fire(new Happened(
                "sla.exclude", "Exclusion", key, OrgNumber.of(agency), null, "REQUESTED", draft.summary()));
        return one(key);
    }

    /**
     * Approves on behalf of the side that did not propose it.
     *
     * @throws Rejection UNKNOWN_EXCLUSION, EXCLUSION_DECIDED, EXCLUSION_OWN_SIDE, EXCLUSION_NEEDS_AGENCY
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SECURITY_OFFICER, Roles.APPROVER})
    public ExclusionView approve(String key) {
        Exclusions.Kept kept = kept(key);
        ExclusionView view = kept.view();
        if (view.approved()) {
            throw new Rejection(SlaReason.EXCLUSION_DECIDED, key);
        }
        if (view.organisation() == null) {
            throw new Rejection(SlaReason.EXCLUSION_NEEDS_AGENCY);
        }
        if (!mayApprove(view)) {
            throw new Rejection(SlaReason.EXCLUSION_OWN_SIDE, key);
        }
        Caller who = caller.get();
        Instant now = clock.instant();
        store(
                kept.source(),
                key,
                view.service(),
                view.offering(),
                view.organisation(),
                view.from(),
                view.to(),
                view.reason(),
                view.requestedBy(),
                view.requestedAt(),
                who.id(),
                now,
                view.summary(),
                now);
        happened.fire(new Happened(
                "sla.approveExclusion",
                "Exclusion",
                key,
                OrgNumber.of(view.organisation()),
                "REQUESTED",
                "APPROVED",
                null));
        return one(key);
    }

    private Exclusions.Kept kept(String key) {
        Exclusions.Kept kept = exclusions.find(key).orElseThrow(() -> new Rejection(SlaReason.UNKNOWN_EXCLUSION, key));
        if (kept.view().organisation() != null) {
            caller.get().mustSee(OrgNumber.of(kept.view().organisation()), SlaReason.UNKNOWN_EXCLUSION, key);
        }
        return kept;
    }

    private void store(
            String source,
            String key,
            String service,
            String offering,
            String agency,
            Instant from,
            Instant to,
            String reason,
            String requestedBy,
            Instant requestedAt,
            String approvedBy,
            Instant approvedAt,
            String summary,
            Instant now) {
        facts.store(
                FactTable.EXCLUSION,
                List.of(FactRow.of(
                        List.of(source, key),
                        service,
                        offering == null || offering.isBlank() ? null : offering,
                        agency,
                        from.toEpochMilli(),
                        to.toEpochMilli(),
                        reason,
                        requestedBy,
                        requestedAt.toEpochMilli(),
                        approvedBy,
                        approvedAt == null ? null : approvedAt.toEpochMilli(),
                        summary)),
                now);
    }
}
