package no.fellesdrift.charge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.charge.CreditDecisions.Decision;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.CreditDue;
import no.fellesdrift.sla.LevelDesk;

/**
 * Adjustments of credits that were approved before a later result said otherwise. Nothing is overwritten: the
 * difference is put forward by the service-level manager, approved by the finance approver, never by the same person,
 * and charged as a correction in the month of its approval.
 */
@Stateless
public class AdjustmentDesk {

    private static final int LONGEST_REASON = 500;

    @Inject
    CreditDesk credits;

    @Inject
    LevelDesk levels;

    @Inject
    CreditCharges charges;

    @Inject
    CreditDecisions decisions;

    @Inject
    Adjustments adjustments;

    @Inject
    BillingPeriods periods;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /**
     * Of the credits of a measured month: those put forward, and those that a later result asks for; by credit.
     *
     * @param organisation absent for all that the caller may see
     * @param state absent for all
     * @throws Rejection NOT_FOUND for another agency's
     */
    @RolesAllowed(Roles.USER)
    public List<CreditAdjustment> adjustments(
            YearMonth period, Optional<OrgNumber> organisation, Optional<CreditState> state) {
        Optional<OrgNumber> agency = caller.get().agencyFilter(organisation, ChargeReason.NOT_FOUND);
        Map<String, List<CreditAdjustment>> said =
                adjustments.of(period).stream().collect(Collectors.groupingBy(CreditAdjustment::adjustmentOf));
        Map<LineNumber, LineBasis> lines = charges.lines(period);
        List<CreditDue> dues = levels.creditsDue(period);
        Map<String, CreditDue> due = dues.stream().collect(Collectors.toMap(CreditDue::key, Function.identity()));
        Map<String, CreditWorths.Worth> worths = charges.worths(period, dues, lines);
        List<CreditAdjustment> all = new ArrayList<>();
        decisions.of(period).values().stream()
                .filter(decision -> decision.state() == CreditState.APPROVED && decision.fixed() != null)
                .filter(decision -> lines.containsKey(decision.line()))
                .filter(decision -> caller.get().sees(lines.get(decision.line()).organisation()))
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .forEach(decision -> {
                    List<CreditAdjustment> before =
                            said.getOrDefault(decision.period() + "~" + decision.key(), List.of());
                    all.addAll(before);
                    due(
                                    decision,
                                    lines.get(decision.line()).organisation(),
                                    Optional.ofNullable(due.get(decision.key())),
                                    Optional.ofNullable(worths.get(decision.key())),
                                    before)
                            .ifPresent(all::add);
                });
        return all.stream()
                .filter(one -> agency.isEmpty() || agency.get().equals(one.organisation()))
                .filter(one -> state.isEmpty() || state.get() == one.state())
                .toList();
    }

    /**
     * Of one credit, oldest first.
     *
     * @param credit its id
     * @throws Rejection NOT_FOUND, also for another agency's credit
     */
    @RolesAllowed(Roles.USER)
    public List<CreditAdjustment> of(String credit) {
        credits.credit(credit);
        return adjustments(period(credit), Optional.empty(), Optional.empty()).stream()
                .filter(one -> one.adjustmentOf().equals(credit))
                .toList();
    }

    /**
     * Absent while what was given is what the latest result asks for, while that waits for the approver already, and
     * when just that was rejected.
     */
    private static Optional<CreditAdjustment> due(
            Decision credit,
            OrgNumber organisation,
            Optional<CreditDue> now,
            Optional<CreditWorths.Worth> worth,
            List<CreditAdjustment> before) {
        Money given = before.stream()
                .filter(one -> one.state() == CreditState.APPROVED)
                .map(CreditAdjustment::amount)
                .reduce(credit.fixed().amount(), Money::plus);
        Money should = worth.map(CreditWorths.Worth::amount).orElse(Money.ZERO);
        Optional<CreditAdjustment> last =
                before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
        boolean same = last.filter(one -> one.state() != CreditState.APPROVED)
                .filter(one -> one.after().equals(should) && one.before().equals(given))
                .isPresent();
        if (should.equals(given) || same) {
            return Optional.empty();
        }
        // one that waits with other figures is put forward again under its own number
        int serial = last.filter(one -> one.state() == CreditState.PROPOSED)
                .map(CreditAdjustment::serial)
                .orElse(before.size() + 1);
        String id = credit.period() + "~" + credit.key();
        return Optional.of(new CreditAdjustment(
                id + "~" + serial,
                id,
                credit.period(),
                organisation,
                credit.line(),
                credit.level(),
                serial,
                now.map(CreditDue::resultId).orElse(null),
                given,
                should,
                should.minus(given),
                worth.map(CreditWorths.Worth::working).map(text -> text + "\n").orElse("")
                        + (should + " − (" + given + ") = " + should.minus(given)).replace('-', '−'),
                CreditState.DUE,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    // ---------------------------------------------------------------- doing

    /**
     * Puts forward what the latest result asks for.
     *
     * @param credit its id
     * @throws Rejection ADJUSTMENT_NONE when nothing is to be adjusted
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public CreditAdjustment propose(String credit) {
        CreditAdjustment due =
                in(credit, CreditState.DUE).orElseThrow(() -> new Rejection(ChargeReason.ADJUSTMENT_NONE, credit));
        adjustments.propose(due, version(due), caller.get().id(), clock.instant());
        return told("charge.propose-adjustment", due, CreditState.DUE, null);
    }

    /**
     * Makes a proposed adjustment a correction of today's month.
     *
     * @throws Rejection CREDIT_NOT_PROPOSED, CREDIT_OWN_PROPOSAL, CREDIT_CHANGED when a still later result asks for
     *     another, PERIOD_CLOSED
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public CreditAdjustment approve(String credit) {
        CreditAdjustment proposal = proposal(credit);
        if (in(credit, CreditState.DUE).isPresent() || !standsStill(proposal)) {
            throw new Rejection(ChargeReason.CREDIT_CHANGED, proposal.level(), proposal.line());
        }
        periods.mustNotBeClosed(YearMonth.from(today()));
        adjustments.decide(proposal, CreditState.APPROVED, caller.get().id(), today(), null);
        return told("charge.approve-adjustment", proposal, CreditState.PROPOSED, null);
    }

    /** The credit may be due again as it was: then nothing is due, and what was put forward is out of date. */
    private boolean standsStill(CreditAdjustment proposal) {
        Map<String, CreditWorths.Worth> worths = charges.worths(
                proposal.period(), levels.creditsDue(proposal.period()), charges.lines(proposal.period()));
        Money should = Optional.ofNullable(worths.get(proposal.line() + "~" + proposal.level()))
                .map(CreditWorths.Worth::amount)
                .orElse(Money.ZERO);
        return should.equals(proposal.after());
    }

    /** @throws Rejection CREDIT_NOT_PROPOSED, CREDIT_OWN_PROPOSAL, CREDIT_NEEDS_REASON */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public CreditAdjustment reject(String credit, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Rejection(ChargeReason.CREDIT_NEEDS_REASON, LONGEST_REASON);
        }
        CreditAdjustment proposal = proposal(credit);
        adjustments.decide(proposal, CreditState.REJECTED, caller.get().id(), today(), reason.strip());
        return told("charge.reject-adjustment", proposal, CreditState.PROPOSED, reason.strip());
    }

    private Optional<CreditAdjustment> in(String credit, CreditState state) {
        return of(credit).stream().filter(one -> one.state() == state).findFirst();
    }

    private CreditAdjustment proposal(String credit) {
        CreditAdjustment proposal = in(credit, CreditState.PROPOSED)
                .flatMap(adjustments::proposed)
                .orElseThrow(() -> new Rejection(ChargeReason.ADJUSTMENT_NOT_PROPOSED, credit));
        if (caller.get().id().equals(proposal.proposedBy())) {
            throw new Rejection(ChargeReason.CREDIT_OWN_PROPOSAL);
        }
        return proposal;
    }

    private CreditAdjustment told(String what, CreditAdjustment adjustment, CreditState from, String note) {
        CreditAdjustment after = of(adjustment.adjustmentOf()).stream()
                .filter(one -> one.id().equals(adjustment.id()) && one.state() != CreditState.DUE)
                .findFirst()
                .orElseThrow();
        happened.fire(new Happened(
                what,
                "ServiceCredit",
                adjustment.adjustmentOf(),
                adjustment.organisation(),
                from.name(),
                after.state().name(),
                note == null ? adjustment.amount().toString() : note));
        return after;
    }

    private static Integer version(CreditAdjustment due) {
        return due.result() == null
                ? null
                : Integer.valueOf(due.result().substring(due.result().lastIndexOf('~') + 1));
    }

    private static YearMonth period(String credit) {
        try {
            return YearMonth.parse(credit.split("~", -1)[0]);
        } catch (DateTimeException e) {
            throw new Rejection(ChargeReason.NOT_FOUND, credit);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Charging.ZONE);
    }
}
