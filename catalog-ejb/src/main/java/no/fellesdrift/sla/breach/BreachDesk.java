package no.fellesdrift.sla.breach;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.ResultView;
import no.fellesdrift.sla.breach.Breaches.Held;
import no.fellesdrift.sla.engine.Cause;

/** Broken promises and what is done about them. An agency reads its own and comments on them. */
@Stateless
public class BreachDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final int LONGEST = 4_000;

    @Inject
    Breaches breaches;

    @Inject
    BreachLists lists;

    @Inject
    LevelDesk levels;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** Something to narrow a list by. */
    public record Choice(String code, String name) {}

    /** Somebody who can own a breach or do an action. */
    public record Colleague(String person, String name) {}

    // ---------------------------------------------------------------- reading

    /** Newest month first unless sorted. @throws Rejection BREACH_NO_AGENCY for another's, BREACH_UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public Paged<BreachLine> list(BreachFilter filter, PageRequest page) {
        Optional<OrgNumber> agency = agency(filter);
        levels.bringUpToDate();
        return lists.page(filter, agency, today(), page);
    }

    /** Hands out the same one by one, for a file. */
    @RolesAllowed(Roles.USER)
    public void forEach(BreachFilter filter, List<String> sort, Consumer<BreachLine> each) {
        lists.forEach(filter, agency(filter), today(), sort, each);
    }

    @RolesAllowed(Roles.USER)
    public long count(BreachFilter filter) {
        return lists.count(filter, agency(filter), today());
    }

    /** @throws Rejection BREACH_NOT_FOUND, also for another agency's */
    @RolesAllowed(Roles.USER)
    public BreachView breach(String number) {
        BreachLine breach = lists.find(number).orElseThrow(() -> new Rejection(BreachReason.BREACH_NOT_FOUND, number));
        caller.get().mustSee(breach.organisation(), BreachReason.BREACH_NOT_FOUND, number);
        ResultView result = levels.result(breach.result());
        Map<Cause, Long> downtime = new EnumMap<>(Cause.class);
        if (result.availability() != null) {
            for (Cause cause : Cause.values()) {
                downtime.put(cause, result.availability().downtimeSeconds(cause));
            }
        }
        return new BreachView(
                breach,
                result.shown() ? result.displayed() : null,
                result.targetDisplayed(),
                result.displayDecimals(),
                downtime,
                lists.analysis(number).orElse(null),
                lists.actions(number),
                lists.steps(number),
                lists.comments(number),
                lists.others(breach),
                lists.results(breach).stream()
                        .map(levels::result)
                        .map(month -> new BreachView.Month(
                                YearMonth.parse(month.period()),
                                month.id(),
                                month.status(),
                                month.shown() ? month.displayed() : null,
                                month.targetDisplayed()))
                        .toList());
    }

    /** Months that have breaches the caller may see, newest first. */
    @RolesAllowed(Roles.USER)
    public List<YearMonth> periods() {
        return lists.periods(caller.get().onlyAgency());
    }

    /** Agencies that have breaches the caller may see, by name. */
    @RolesAllowed(Roles.USER)
    public List<Choice> organisations() {
        return lists.organisations(caller.get().onlyAgency());
    }

    /** Services that have breaches the caller may see, by name. */
    @RolesAllowed(Roles.USER)
    public List<Choice> services() {
        return lists.services(caller.get().onlyAgency(), caller.get().language());
    }

    /** Who can own a breach and do an action: the provider's people, by name. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SERVICE_OWNER})
    public List<Colleague> colleagues() {
        return lists.colleagues(today());
    }

    /** Whether the caller works on the breach: its owner, and the service-level manager. */
    @RolesAllowed(Roles.USER)
    public boolean isMine(BreachLine breach) {
        return worksOn(breach.owner());
    }

    // ---------------------------------------------------------------- doing

    /**
     * Says why it happened; again to say it better.
     *
     * @throws Rejection BREACH_NOT_FOUND, BREACH_NOT_OWNER, BREACH_WRONG_STATE, BREACH_NEEDS_TEXT, BREACH_TEXT_TOO_LONG
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SERVICE_OWNER})
    public BreachView analyse(String number, String analysis) {
        String text = text("analysis", analysis);
        Held breach = own(number);
        breaches.analysis(number, text);
        return step(breach, BreachStep.ANALYSE, null, "sla.breach-analyse");
    }

    /**
     * Adds an action to the plan.
     *
     * @throws Rejection BREACH_NOT_FOUND, BREACH_NOT_OWNER, BREACH_WRONG_STATE, BREACH_UNKNOWN_PERSON
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SERVICE_OWNER})
    public BreachView add(String number, @Valid ActionDraft action) {
        Held breach = own(number);
        colleague("responsible", action.responsible());
        after(breach, BreachStep.ADD_ACTION);
        breaches.add(number, action);
        return step(breach, BreachStep.ADD_ACTION, action.what().strip(), "sla.breach-add-action");
    }

    /** Finds the plan enough. @throws Rejection BREACH_NOT_FOUND, BREACH_WRONG_STATE, BREACH_NEEDS_ACTIONS */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public BreachView agree(String number) {
        Held breach = own(number);
        after(breach, BreachStep.AGREE);
        if (lists.actions(number).isEmpty()) {
            throw new Rejection(BreachReason.BREACH_NEEDS_ACTIONS, number);
        }
        return step(breach, BreachStep.AGREE, null, "sla.breach-agree");
    }

    /**
     * An action is done today; by the one who was to do it, the owner or the service-level manager.
     *
     * @throws Rejection BREACH_NOT_FOUND, BREACH_NOT_OWNER, BREACH_WRONG_STATE, BREACH_NO_ACTION, BREACH_ACTION_DONE
     */
    @RolesAllowed(Roles.USER)
    public BreachView done(String number, int position) {
        Held breach = visible(number);
        BreachView.Action action = lists.actions(number).stream()
                .filter(one -> one.position() == position)
                .findFirst()
                .orElseThrow(() -> new Rejection(BreachReason.BREACH_NO_ACTION, position, number));
        if (!action.responsible().equals(caller.get().id()) && !worksOn(breach.owner())) {
            throw new Rejection(BreachReason.BREACH_NOT_OWNER, number);
        }
        after(breach, BreachStep.ACTION_DONE);
        if (action.isDone()) {
            throw new Rejection(BreachReason.BREACH_ACTION_DONE, position, number);
        }
        breaches.done(number, position, today());
        return step(breach, BreachStep.ACTION_DONE, action.what(), "sla.breach-action-done");
    }

    /** All actions are done. @throws Rejection BREACH_NOT_FOUND, BREACH_NOT_OWNER, BREACH_WRONG_STATE, BREACH_ACTIONS_LEFT */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SERVICE_OWNER})
    public BreachView finish(String number) {
        Held breach = own(number);
        after(breach, BreachStep.FINISH);
        if (!lists.actions(number).stream().allMatch(BreachView.Action::isDone)) {
            throw new Rejection(BreachReason.BREACH_ACTIONS_LEFT, number);
        }
        return step(breach, BreachStep.FINISH, null, "sla.breach-finish");
    }

    /**
     * Nothing more is to be done: after the plan, or after the analysis where the agreement asks for no plan and none
     * was made.
     *
     * @throws Rejection BREACH_NOT_FOUND, BREACH_WRONG_STATE, BREACH_ASKS_FOR_PLAN
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public BreachView close(String number) {
        Held breach = own(number);
        if (breach.state() != BreachState.ANALYSED) {
            return step(breach, BreachStep.CLOSE, null, "sla.breach-close");
        }
        if (breach.consequence().equals("IMPROVEMENT_PLAN")
                || !lists.actions(number).isEmpty()) {
            throw new Rejection(BreachReason.BREACH_ASKS_FOR_PLAN, number);
        }
        return step(breach, BreachStep.CLOSE_WITHOUT_PLAN, null, "sla.breach-close");
    }

    /** @throws Rejection BREACH_NOT_FOUND, BREACH_NOT_OWNER, BREACH_WRONG_STATE, BREACH_UNKNOWN_PERSON */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SERVICE_OWNER})
    public BreachView handOver(String number, String person) {
        Held breach = own(number);
        String name = colleague("owner", person);
        after(breach, BreachStep.HAND_OVER);
        breaches.owner(number, person);
        return step(breach, BreachStep.HAND_OVER, name, "sla.breach-hand-over");
    }

    /** By either side. @throws Rejection BREACH_NOT_FOUND, BREACH_NEEDS_TEXT, BREACH_TEXT_TOO_LONG */
    @RolesAllowed({
        Roles.SERVICE_LEVEL_MANAGER,
        Roles.SERVICE_OWNER,
        Roles.ORDERER,
        Roles.APPROVER,
        Roles.AGENCY_FINANCE,
        Roles.SECURITY_OFFICER,
        Roles.SYSTEM_OWNER
    })
    public BreachView comment(String number, String comment) {
        Held breach = visible(number);
        return step(breach, BreachStep.COMMENT, text("comment", comment), "sla.breach-comment");
    }

    // ---------------------------------------------------------------- common to all steps

    private Held visible(String number) {
        Held breach = breaches.held(number).orElseThrow(() -> new Rejection(BreachReason.BREACH_NOT_FOUND, number));
        caller.get().mustSee(breach.agency(), BreachReason.BREACH_NOT_FOUND, number);
        return breach;
    }

    private Held own(String number) {
        Held breach = visible(number);
        if (!worksOn(breach.owner())) {
            throw new Rejection(BreachReason.BREACH_NOT_OWNER, number);
        }
        return breach;
    }

    private boolean worksOn(String owner) {
        Caller who = caller.get();
        return who.has(Role.SERVICE_LEVEL_MANAGER)
                || (who.has(Role.SERVICE_OWNER) && who.id().equals(owner));
    }

    private static BreachState after(Held breach, BreachStep step) {
        return breach.state()
                .after(step)
                .orElseThrow(() -> new Rejection(BreachReason.BREACH_WRONG_STATE, breach.number(), breach.state()));
    }

    private BreachView step(Held breach, BreachStep step, String note, String what) {
        BreachState to = after(breach, step);
        breaches.take(breach, step, to, caller.get().id(), clock.instant(), note);
        happened.fire(new Happened(
                what,
                "Breach",
                breach.number(),
                breach.agency(),
                to == breach.state() ? null : breach.state().name(),
                to == breach.state() ? null : to.name(),
                note));
        return breach(breach.number());
    }

    private static String text(String field, String typed) {
        if (typed == null || typed.isBlank()) {
            throw new Rejection(
                    BreachReason.BREACH_NEEDS_TEXT, List.of(Violation.of(field, "sla.reason.BREACH_NEEDS_TEXT")));
        }
        if (typed.strip().length() > LONGEST) {
            throw new Rejection(
                    BreachReason.BREACH_TEXT_TOO_LONG,
                    List.of(Violation.of(field, "sla.reason.BREACH_TEXT_TOO_LONG", LONGEST)),
                    LONGEST);
        }
        return typed.strip();
    }

    private String colleague(String field, String person) {
        return breaches.colleague(person, today())
                .orElseThrow(() -> new Rejection(
                        BreachReason.BREACH_UNKNOWN_PERSON,
                        List.of(Violation.of(field, "sla.reason.BREACH_UNKNOWN_PERSON", person)),
                        person));
    }

    private Optional<OrgNumber> agency(BreachFilter filter) {
        return caller.get().agencyFilter(filter.organisation(), BreachReason.BREACH_NO_AGENCY);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
