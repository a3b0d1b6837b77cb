package no.fellesdrift.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.Roles;

/** Yes or no to an order by the agency's approver, and who stands in while the approver is away. */
@Stateless
public class ApprovalDesk {

    /** Working days after the day of sending in which an approver is expected to answer. */
    static final int PATIENCE = 3;

    @Inject
    OrderWork work;

    @Inject
    OrderExamination examination;

    @Inject
    Orders orders;

    @Inject
    ApprovalSubstitutes substitutes;

    @Inject
    OfferingDesk offerings;

    @Inject
    OfficeDays officeDays;

    /**
     * By an approver of the agency, or a substitute while the approver is away; never by the one who ordered.
     *
     * @throws Rejection WRONG_STATE, OWN_ORDER, NOT_YOURS_TO_DO, OVER_BUDGET, STALE
     */
    @RolesAllowed({Roles.APPROVER, Roles.ORDERER, Roles.AGENCY_FINANCE, Roles.SECURITY_OFFICER, Roles.SYSTEM_OWNER})
    public OrderView approve(OrderNumber number, @Valid StepDraft step) {
        return work.take(number, step, OrderAction.APPROVE, (order, turn) -> {
            Money cost = Money.ZERO;
            Money adopted = null;
            if (order.state() == OrderState.SUBMITTED) {
                for (BudgetCheck check : examination.reexamine(order)) {
                    cost = cost.plus(check.cost());
                    if (check.adopted() != null) {
                        adopted = adopted == null ? check.adopted() : adopted.plus(check.adopted());
                    }
                }
            }
            order.approve(
                    turn,
                    onBehalfOf(order),
                    cost,
                    adopted,
                    item -> examination.earliest(
                            offerings.offering(item.offering()).leadTimeWorkingDays()));
        });
    }

    /** By the approver before approval, by the order desk after it; the note says why. */
    @RolesAllowed({
        Roles.APPROVER,
        Roles.ORDER_DESK,
        Roles.ORDERER,
        Roles.AGENCY_FINANCE,
        Roles.SECURITY_OFFICER,
        Roles.SYSTEM_OWNER
    })
    public OrderView decline(OrderNumber number, @Valid StepDraft step) {
        return work.takeWithNote(
                number, step, OrderAction.DECLINE, (order, turn) -> order.decline(turn, onBehalfOf(order)));
    }

    /**
     * What an order does to its agency's budgets, one for each service and year that its lines touch; what is decided no
     * longer does anything.
     *
     * @throws Rejection NOT_FOUND
     */
    @RolesAllowed({Roles.APPROVER, Roles.ORDERER, Roles.AGENCY_FINANCE, Roles.SECURITY_OFFICER, Roles.SYSTEM_OWNER})
    public List<BudgetCheck> budgets(OrderNumber number) {
        Order order = orders.visible(number, work.caller.get());
        return order.state() == OrderState.DRAFT || order.state() == OrderState.SUBMITTED
                ? BudgetCheck.together(examination.budgets(order))
                : List.of();
    }

    /** Who can approve for an agency today. @throws Rejection NOT_FOUND, when the agency is another's */
    @RolesAllowed(Roles.USER)
    public List<ApproverView> approvers(OrgNumber agency) {
        work.caller.get().mustSee(agency, OrderReason.NOT_FOUND, agency);
        return substitutes.approvers(agency, work.today());
    }

    // ----------------------------------------------------------------------------------------------- substitutes

    /** Who stands in for the approvers of the caller's agency, today and later. */
    @RolesAllowed({Roles.APPROVER, Roles.ORDERER, Roles.AGENCY_FINANCE, Roles.SECURITY_OFFICER, Roles.SYSTEM_OWNER})
    public List<SubstituteView> substitutes() {
        return substitutes.notEndedBefore(work.caller.get().organisation(), work.today());
    }

    /** Whether the caller approves today: as an approver, or standing in for one. */
    @RolesAllowed(Roles.USER)
    public boolean approves() {
        Caller by = work.caller.get();
        if (by.has(Role.APPROVER)) {
            return true;
        }
        return by.organisation() != null
                && substitutes
                        .substitutedBy(by.id(), by.organisation(), work.today())
                        .isPresent();
    }

    /** Whom the caller can choose among. */
    @RolesAllowed(Roles.APPROVER)
    public List<Colleague> colleagues() {
        Caller by = work.caller.get();
        return substitutes.colleagues(by.organisation(), by.id(), work.today());
    }

    /**
     * Lets a colleague approve while the caller is away.
     *
     * @throws Rejection SUBSTITUTE_UNFIT, when it is the caller, nobody of the agency, or the time is empty or over;
     *     SUBSTITUTE_ALREADY, when the colleague stands in for the caller on one of those days already
     */
    @RolesAllowed(Roles.APPROVER)
    public SubstituteView appointSubstitute(@Valid SubstituteDraft draft) {
        Caller approver = work.caller.get();
        LocalDate from = draft.validFrom();
        LocalDate to = draft.validTo();
        if (draft.substitute().equals(approver.id())
                || !to.isAfter(from)
                || !to.isAfter(work.today())
                || !substitutes.isActivePerson(draft.substitute(), approver.organisation(), from)) {
            throw new Rejection(OrderReason.SUBSTITUTE_UNFIT, draft.substitute());
        }
        if (substitutes.overlaps(approver.id(), draft.substitute(), from, to)) {
            throw new Rejection(OrderReason.SUBSTITUTE_ALREADY, draft.substitute());
        }
        ApprovalSubstitute substitute =
                new ApprovalSubstitute(approver.organisation(), approver.id(), draft.substitute(), from, to);
        substitutes.add(substitute);
        tell("appoint-substitute", substitute, null, from + "/" + to);
        return substitutes().stream()
                .filter(view -> view.id() == substitute.id())
                .findFirst()
                .orElseThrow();
    }

    /** The caller is back: from today on the substitute approves no longer. @throws Rejection SUBSTITUTE_NOT_FOUND */
    @RolesAllowed(Roles.APPROVER)
    public void endSubstitute(long id) {
        ApprovalSubstitute substitute = substitutes
                .find(id)
                .filter(one -> one.approver().equals(work.caller.get().id()))
                .orElseThrow(() -> new Rejection(OrderReason.SUBSTITUTE_NOT_FOUND, id));
        String before = substitute.validFrom() + "/" + substitute.validTo();
        substitute.end(work.today());
        tell("end-substitute", substitute, before, substitute.validFrom() + "/" + substitute.validTo());
    }

    private void tell(String verb, ApprovalSubstitute substitute, String from, String to) {
        work.happened.fire(
                new Happened("order." + verb, "Person", substitute.substitute(), substitute.agency(), from, to, null));
    }

    // ----------------------------------------------------------------------------------------------- silence

    /**
     * Marks orders that have waited for their approver longer than {@link #PATIENCE}; each is marked once, and stays
     * unapproved: silence is never a yes.
     *
     * @return how many were marked now
     */
    @RolesAllowed(Roles.SYSTEM)
    public int escalateSilent() {
        Turn turn = new Turn(work.caller.get(), work.clock.instant(), null, null);
        int marked = 0;
        for (OrderNumber number : orders.silent()) {
            Order order = orders.visible(number, work.caller.get());
            LocalDate submitted = LocalDate.ofInstant(order.submittedAt(), OfficeDays.ZONE);
            if (officeDays.between(submitted, work.today()) > PATIENCE) {
                order.escalate(turn);
                orders.touch(order);
                work.tell("escalate", order, null, null, null);
                marked++;
            }
        }
        return marked;
    }

    private String onBehalfOf(Order order) {
        Caller by = work.caller.get();
        return by.has(Role.APPROVER)
                ? null
                : substitutes
                        .substitutedBy(by.id(), order.agency(), work.today())
                        .orElse(null);
    }
}
