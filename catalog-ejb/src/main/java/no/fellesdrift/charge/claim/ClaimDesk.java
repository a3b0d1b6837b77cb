package no.fellesdrift.charge.claim;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.charge.CreditDesk;
import no.fellesdrift.charge.CreditState;
import no.fellesdrift.charge.ServiceCredit;
import no.fellesdrift.charge.claim.Claims.Contract;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.ExplanationView.StepView;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.engine.Cause;
import no.fellesdrift.sla.engine.Step;

/** Claims against suppliers. The supplier's own contact does not see them here: what was sent reaches them by letter. */
@Stateless
public class ClaimDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final int LONGEST_ANSWER = 1_000;

    @Inject
    Claims claims;

    @Inject
    CreditDesk credits;

    @Inject
    LevelDesk levels;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /**
     * What could be claimed under a contract for a month.
     *
     * @param claim the number of the claim that there is already; absent without one
     */
    public record Candidate(String contract, int breaches, Money amount, String claim) {}

    // ---------------------------------------------------------------- reading

    /** Newest first unless sorted. @throws Rejection CLAIM_UNKNOWN_SORT */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.CONTROLLER, Roles.FINANCE_APPROVER, Roles.OBSERVER})
    public Paged<ClaimLine> list(ClaimFilter filter, PageRequest page) {
        return claims.page(filter, page);
    }

    /** Hands out the same one by one, for a file. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.CONTROLLER, Roles.FINANCE_APPROVER, Roles.OBSERVER})
    public void forEach(ClaimFilter filter, List<String> sort, Consumer<ClaimLine> each) {
        claims.forEach(filter, sort, each);
    }

    /** @throws Rejection CLAIM_NOT_FOUND */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.CONTROLLER, Roles.FINANCE_APPROVER, Roles.OBSERVER})
    public ClaimView claim(String number) {
        ClaimLine claim = claims.find(number).orElseThrow(() -> new Rejection(ClaimReason.CLAIM_NOT_FOUND, number));
        return new ClaimView(claim, claims.parts(number));
    }

    /** Months that something could be claimed for, newest first. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.CONTROLLER, Roles.FINANCE_APPROVER, Roles.OBSERVER})
    public List<YearMonth> periods() {
        return claims.periods();
    }

    /** By contract, those that have a part in breaches which give credits. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.CONTROLLER, Roles.FINANCE_APPROVER, Roles.OBSERVER})
    public List<Candidate> candidates(YearMonth month) {
        Map<String, String> open = claims.open(month);
        List<Candidate> candidates = new ArrayList<>();
        collect(month)
                .forEach((contract, parts) ->
                        candidates.add(new Candidate(contract, parts.size(), Claims.sum(parts), open.get(contract))));
        return candidates;
    }

    // ---------------------------------------------------------------- doing

    /** @throws Rejection CLAIM_NOTHING, CLAIM_THERE */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public ClaimView draft(String contract, YearMonth month) {
        Optional<String> there = Optional.ofNullable(claims.open(month).get(contract));
        if (there.isPresent()) {
            throw new Rejection(ClaimReason.CLAIM_THERE, contract, month, there.get());
        }
        List<ClaimPart> parts = collected(contract, month);
        Contract under = claims.contracts(month).stream()
                .filter(one -> one.contract().equals(contract))
                .findFirst()
                .orElseThrow(() -> new Rejection(ClaimReason.CLAIM_NOTHING, contract, month));
        String number = claims.add(under, month, parts, caller.get().id(), clock.instant());
        return told("charge.claim-draft", number, null, null);
    }

    /** Takes the figures of today into a draft. @throws Rejection CLAIM_NOT_FOUND, CLAIM_WRONG_STATE, CLAIM_NOTHING */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public ClaimView collect(String number) {
        ClaimLine claim = step(number, ClaimState.Step.COLLECT);
        claims.replace(
                number,
                collected(claim.contract(), claim.period()),
                caller.get().id(),
                clock.instant());
        return told("charge.claim-collect", number, claim.state(), null);
    }

    /** @throws Rejection CLAIM_NOT_FOUND, CLAIM_WRONG_STATE, CLAIM_OWN_DRAFT */
    @RolesAllowed({Roles.FINANCE_APPROVER, Roles.CONTROLLER})
    public ClaimView send(String number) {
        ClaimLine claim = step(number, ClaimState.Step.SEND);
        if (caller.get().id().equals(claim.draftedBy())) {
            throw new Rejection(ClaimReason.CLAIM_OWN_DRAFT, number);
        }
        claims.sent(number, caller.get().id(), today());
        return told("charge.claim-send", number, claim.state(), null);
    }

    /** The supplier has accepted it. @throws Rejection CLAIM_NOT_FOUND, CLAIM_WRONG_STATE */
    @RolesAllowed({Roles.FINANCE_APPROVER, Roles.CONTROLLER})
    public ClaimView accept(String number, String answer) {
        ClaimLine claim = step(number, ClaimState.Step.ACCEPT);
        String said = answer == null || answer.isBlank() ? null : answered(answer);
        claims.answered(number, ClaimState.ACCEPTED, today(), said);
        return told("charge.claim-accept", number, claim.state(), said);
    }

    /**
     * The supplier has rejected it; then it can be claimed anew.
     *
     * @throws Rejection CLAIM_NOT_FOUND, CLAIM_WRONG_STATE, CLAIM_NEEDS_ANSWER
     */
    @RolesAllowed({Roles.FINANCE_APPROVER, Roles.CONTROLLER})
    public ClaimView reject(String number, String answer) {
        ClaimLine claim = step(number, ClaimState.Step.REJECT);
        String said = answered(answer);
        claims.answered(number, ClaimState.REJECTED, today(), said);
        return told("charge.claim-reject", number, claim.state(), said);
    }

    /** Paid or set off. @throws Rejection CLAIM_NOT_FOUND, CLAIM_WRONG_STATE */
    @RolesAllowed({Roles.FINANCE_APPROVER, Roles.CONTROLLER})
    public ClaimView settle(String number) {
        ClaimLine claim = step(number, ClaimState.Step.SETTLE);
        claims.settled(number, today());
        return told("charge.claim-settle", number, claim.state(), null);
    }

    private static String answered(String answer) {
        if (answer == null || answer.isBlank() || answer.strip().length() > LONGEST_ANSWER) {
            throw new Rejection(
                    ClaimReason.CLAIM_NEEDS_ANSWER,
                    List.of(Violation.of("answer", "charge.reason.CLAIM_NEEDS_ANSWER", LONGEST_ANSWER)),
                    LONGEST_ANSWER);
        }
        return answer.strip();
    }

    private ClaimLine step(String number, ClaimState.Step step) {
        ClaimLine claim = claims.held(number).orElseThrow(() -> new Rejection(ClaimReason.CLAIM_NOT_FOUND, number));
        if (claim.state().after(step).isEmpty()) {
            throw new Rejection(ClaimReason.CLAIM_WRONG_STATE, number);
        }
        return claim;
    }

    private ClaimView told(String what, String number, ClaimState from, String note) {
        ClaimView after = claim(number);
        happened.fire(new Happened(
                what,
                "Claim",
                number,
                // no agency's: the provider's own
                null,
                from == null ? null : from.name(),
                after.claim().state().name(),
                note == null ? after.claim().amount().toString() : note));
        return after;
    }

    // ---------------------------------------------------------------- collecting

    private List<ClaimPart> collected(String contract, YearMonth month) {
        List<ClaimPart> parts = collect(month).get(contract);
        if (parts == null) {
            throw new Rejection(ClaimReason.CLAIM_NOTHING, contract, month);
        }
        return parts;
    }

    /** By contract, then by breach. A credit that was rejected is nothing that the provider lost. */
    private SortedMap<String, List<ClaimPart>> collect(YearMonth month) {
        Map<String, String> contracts = new LinkedHashMap<>();
        claims.contracts(month).forEach(one -> contracts.putIfAbsent(one.service(), one.contract()));
        Map<String, ServiceCredit> given = credits.credits(month, Optional.empty(), Optional.empty()).stream()
                .filter(credit -> credit.state() != CreditState.REJECTED && !credit.provisional())
                .collect(Collectors.toMap(ServiceCredit::id, credit -> credit));
        SortedMap<String, List<ClaimPart>> collected = new TreeMap<>();
        for (Claims.Breach breach : claims.breaches(month)) {
            ServiceCredit credit = given.get(breach.credit());
            if (credit == null || credit.amount().isZero()) {
                continue;
            }
            List<StepView> down = levels.explanation(breach.result()).steps().stream()
                    .filter(step -> step.effect().equals(Step.Effect.DOWNTIME.name()))
                    .toList();
            long downtime = down.stream().mapToLong(StepView::seconds).sum();
            SortedMap<String, Long> seconds = new TreeMap<>();
            down.stream()
                    .filter(step -> Cause.UPSTREAM.name().equals(step.cause()) && contracts.containsKey(step.service()))
                    .forEach(step -> seconds.merge(contracts.get(step.service()), step.seconds(), Long::sum));
            if (seconds.isEmpty()) {
                continue;
            }
            Collecting.divide(credit.amount().negate(), seconds, downtime)
                    .forEach((contract, amount) -> collected
                            .computeIfAbsent(contract, key -> new ArrayList<>())
                            .add(new ClaimPart(
                                    breach.number(),
                                    breach.result(),
                                    breach.organisation(),
                                    breach.name(),
                                    breach.service(),
                                    breach.serviceName(),
                                    credit.amount().negate(),
                                    seconds.get(contract),
                                    downtime,
                                    amount)));
        }
        return collected;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
