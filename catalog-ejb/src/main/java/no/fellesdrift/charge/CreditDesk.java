package no.fellesdrift.charge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.charge.CreditDecisions.Decision;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.CreditDue;
import no.fellesdrift.sla.LevelDesk;

/**
 * Service credits: what breaches give back. The service-level manager puts a credit forward, the finance approver
 * approves or rejects it, and never the same person both; approved it is a charge of the month of its approval.
 */
@Stateless
public class CreditDesk {

    private static final int LONGEST_REASON = 500;

    @Inject
    LevelDesk levels;

    @Inject
    CreditCharges charges;

    @Inject
    CreditDecisions decisions;

    @Inject
    BillingPeriods periods;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /**
     * The credits that a measured month gives, by line and level.
     *
     * @param organisation absent for all that the caller may see
     * @param state absent for all
     * @throws Rejection NOT_FOUND for another agency's
     */
    @RolesAllowed(Roles.USER)
    public List<ServiceCredit> credits(
            YearMonth period, Optional<OrgNumber> organisation, Optional<CreditState> state) {
        Optional<OrgNumber> agency = caller.get().agencyFilter(organisation, ChargeReason.NOT_FOUND);
        Map<LineNumber, LineBasis> lines = charges.lines(period);
        Map<LineNumber, CreditDecisions.Named> names = decisions.lines();
        Map<String, Decision> said = decisions.of(period);
        Map<String, ServiceCredit> credits = new TreeMap<>();
        List<CreditDue> dues = levels.creditsDue(period);
        Map<String, CreditWorths.Worth> worths = charges.worths(period, dues, lines);
        dues.stream()
                .filter(due -> worths.containsKey(due.key()))
                .forEach(due -> credits.put(
                        due.key(),
                        credit(
                                due,
                                worths.get(due.key()),
                                names.get(due.line()),
                                Optional.ofNullable(said.get(due.key())))));
        // what was approved stays what it was, whatever a later result says
        said.values().stream()
                .filter(decision -> decision.state() == CreditState.APPROVED && decision.fixed() != null)
                .filter(decision -> caller.get().sees(names.get(decision.line()).agency()))
                .forEach(decision -> credits.put(decision.key(), approved(decision, names.get(decision.line()))));
        return credits.values().stream()
                .filter(credit -> agency.isEmpty() || agency.get().equals(credit.organisation()))
                .filter(credit -> state.isEmpty() || state.get() == credit.state())
                .toList();
    }

    /**
     * A page of the same, with what all of it comes to. Credits are worked out anew whenever they are asked for, from the
     * month's breaches alone, and the sums take them all; so the page is cut here and not in the database.
     *
     * @throws Rejection NOT_FOUND for another agency's, UNKNOWN_SORT
     */
    @RolesAllowed(Roles.USER)
    public CreditList list(CreditFilter filter, PageRequest page) {
        List<ServiceCredit> all = sorted(filter, page.sort());
        return new CreditList(
                Paged.cut(all, page),
                sum(all, credit -> true),
                sum(all, credit -> credit.state() == CreditState.APPROVED),
                all.stream().filter(credit -> !credit.state().isDecided()).count());
    }

    /** The whole list, one by one. @throws Rejection NOT_FOUND for another agency's, UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public void forEach(CreditFilter filter, List<String> sort, Consumer<ServiceCredit> each) {
        sorted(filter, sort).forEach(each);
    }

    private List<ServiceCredit> sorted(CreditFilter filter, List<String> sort) {
        Comparator<ServiceCredit> order = CreditOrder.of(sort);
        return credits(filter.period(), filter.organisation(), filter.state()).stream()
                .sorted(order)
                .toList();
    }

    private static Money sum(List<ServiceCredit> credits, Predicate<ServiceCredit> which) {
        return Money.sum(
                credits.stream().filter(which).map(ServiceCredit::amount).toList());
    }

    /** @param id {@code <period>~<line>~<level>} @throws Rejection NOT_FOUND, also for another agency's */
    @RolesAllowed(Roles.USER)
    public ServiceCredit credit(String id) {
        return find(id);
    }

    private ServiceCredit find(String id) {
        return credits(period(id), Optional.empty(), Optional.empty()).stream()
                .filter(credit -> credit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Rejection(ChargeReason.NOT_FOUND, id));
    }

    private CreditDue due(ServiceCredit credit) {
        return levels.creditsDue(credit.period()).stream()
                .filter(due -> due.resultId().equals(credit.result()))
                .findFirst()
                .orElseThrow(() -> new Rejection(ChargeReason.NOT_FOUND, credit.id()));
    }

    private static YearMonth period(String id) {
        try {
            return YearMonth.parse(id.split("~", -1)[0]);
        } catch (DateTimeException e) {
            throw new Rejection(ChargeReason.NOT_FOUND, id);
        }
    }

    // ---------------------------------------------------------------- doing

    /**
     * Puts a credit forward, as the latest result gives it; again when the result has changed since.
     *
     * @throws Rejection NOT_FOUND, PERIOD_NOT_OVER while its result is provisional, CREDIT_DECIDED
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public ServiceCredit propose(String id) {
        ServiceCredit credit = find(id);
        if (credit.provisional()) {
            throw new Rejection(ChargeReason.PERIOD_NOT_OVER, credit.period());
        }
        CreditState before = decisions
                .locked(credit.period(), credit.line(), credit.level())
                .map(Decision::state)
                .orElse(CreditState.DUE);
        if (before.isDecided()) {
            throw new Rejection(ChargeReason.CREDIT_DECIDED, credit.level(), credit.line());
        }
        decisions.propose(
                credit.period(),
                credit.line(),
                credit.level(),
                due(credit).resultVersion(),
                caller.get().id(),
                clock.instant());
        return told("charge.propose-credit", credit, before, null);
    }

    /**
     * Makes a proposed credit a charge of today's month.
     *
     * @throws Rejection NOT_FOUND, CREDIT_NOT_PROPOSED, CREDIT_OWN_PROPOSAL, CREDIT_CHANGED when the result is another
     *     than the one it was proposed for, PERIOD_CLOSED
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public ServiceCredit approve(String id) {
        ServiceCredit credit = find(id);
        Decision proposal = proposal(credit);
        if (proposal.resultVersion() == null
                || proposal.resultVersion() != due(credit).resultVersion()) {
            throw new Rejection(ChargeReason.CREDIT_CHANGED, credit.level(), credit.line());
        }
        periods.mustNotBeClosed(YearMonth.from(today()));
        decisions.decide(proposal, CreditState.APPROVED, caller.get().id(), today(), null);
        CreditDue due = due(credit);
        decisions.fix(
                proposal,
                CreditCharges.fixed(
                        due,
                        charges.worths(
                                        credit.period(),
                                        levels.creditsDue(credit.period()),
                                        charges.lines(credit.period()))
                                .get(due.key())));
        return told("charge.approve-credit", credit, CreditState.PROPOSED, null);
    }

    /**
     * @param reason why not; the agency reads it
     * @throws Rejection NOT_FOUND, CREDIT_NOT_PROPOSED, CREDIT_OWN_PROPOSAL, CREDIT_NEEDS_REASON
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public ServiceCredit reject(String id, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Rejection(ChargeReason.CREDIT_NEEDS_REASON, LONGEST_REASON);
        }
        ServiceCredit credit = find(id);
        decisions.decide(proposal(credit), CreditState.REJECTED, caller.get().id(), today(), reason.strip());
        return told("charge.reject-credit", credit, CreditState.PROPOSED, reason.strip());
    }

    private Decision proposal(ServiceCredit credit) {
        Decision proposal = decisions
                .locked(credit.period(), credit.line(), credit.level())
                .filter(said -> said.state() == CreditState.PROPOSED)
                .orElseThrow(() -> new Rejection(ChargeReason.CREDIT_NOT_PROPOSED, credit.level(), credit.line()));
        if (caller.get().id().equals(proposal.proposedBy())) {
            throw new Rejection(ChargeReason.CREDIT_OWN_PROPOSAL);
        }
        return proposal;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Charging.ZONE);
    }

    private ServiceCredit told(String what, ServiceCredit before, CreditState from, String note) {
        ServiceCredit after = find(before.id());
        happened.fire(new Happened(
                what,
                "ServiceCredit",
                before.id(),
                before.organisation(),
                from.name(),
                after.state().name(),
                note == null ? after.amount().toString() : note));
        return after;
    }

    private static ServiceCredit credit(
            CreditDue due, CreditWorths.Worth worth, CreditDecisions.Named names, Optional<Decision> said) {
        return new ServiceCredit(
                due.period() + "~" + due.key(),
                due.period(),
                names.agency(),
                names.agencyName(),
                due.line(),
                names.service(),
                names.serviceName(),
                names.offering(),
                names.offeringName(),
                due.level(),
                due.resultId(),
                due.provisional(),
                due.achieved().round(CreditCharges.DECIMALS, RoundingMode.FLOOR),
                plain(CreditCharges.percent(due.tierPercent())),
                plain(CreditCharges.percent(due.percent())),
                worth.base(),
                worth.amount(),
                worth.working(),
                said.map(Decision::state).orElse(CreditState.DUE),
                said.map(Decision::proposedBy).orElse(null),
                said.map(Decision::proposedByName).orElse(null),
                said.map(Decision::proposedAt).orElse(null),
                said.map(Decision::decidedBy).orElse(null),
                said.map(Decision::decidedByName).orElse(null),
                said.map(Decision::decidedOn).orElse(null),
                said.map(Decision::reason).orElse(null));
    }

    private static ServiceCredit approved(Decision said, CreditDecisions.Named names) {
        FixedCredit fixed = said.fixed();
        return new ServiceCredit(
                said.period() + "~" + said.key(),
                said.period(),
                names.agency(),
                names.agencyName(),
                said.line(),
                names.service(),
                names.serviceName(),
                names.offering(),
                names.offeringName(),
                said.level(),
                said.period() + "~" + said.key() + "~" + fixed.resultVersion(),
                false,
                fixed.achieved(),
                plain(fixed.tierPercent()),
                plain(fixed.percent()),
                fixed.base(),
                fixed.amount(),
                fixed.working(),
                said.state(),
                said.proposedBy(),
                said.proposedByName(),
                said.proposedAt(),
                said.decidedBy(),
                said.decidedByName(),
                said.decidedOn(),
                said.reason());
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(Working.plain(number));
    }
}
