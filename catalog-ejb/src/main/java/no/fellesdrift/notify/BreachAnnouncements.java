package no.fellesdrift.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.notify.Receivers.BreachFacts;
import no.fellesdrift.notify.Receivers.ClaimFacts;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.breach.ActionsDue;
import no.fellesdrift.sla.breach.BreachesOpened;

/**
 * Writes the mails about broken promises: what opened, what is to be done, what was said, what is claimed. However many
 * there are at once, nobody gets a mail of each.
 */
@ApplicationScoped
public class BreachAnnouncements {

    private static final Role[] ANSWERING = {Role.SECURITY_OFFICER, Role.APPROVER};

    @Inject
    Courier courier;

    @Inject
    Receivers receivers;

    @Inject
    CurrentCaller caller;

    /** All of them to the service-level managers, their own to each owner and to each agency. */
    void tell(@Observes BreachesOpened opened) {
        List<BreachFacts> breaches = receivers.breaches(opened.numbers());
        String page = "/levels/breaches.xhtml?period=" + opened.period();
        List<Receiver> managers = courier.holders(
                        MailKind.BREACHES_OPENED, Optional.empty(), Role.SERVICE_LEVEL_MANAGER)
                .toList();
        opened(MailKind.BREACHES_OPENED, managers.stream(), page, opened, breaches);
        by(BreachFacts::owner, breaches)
                .forEach((owner, theirs) -> opened(
                        MailKind.BREACHES_OPENED,
                        courier.person(MailKind.BREACHES_OPENED, owner)
                                .filter(receiver -> managers.stream()
                                        .noneMatch(manager -> manager.person().equals(receiver.person()))),
                        page + "&view=mine",
                        opened,
                        theirs));
        by(breach -> breach.agency().digits(), breaches)
                .forEach((agency, theirs) -> opened(
                        MailKind.BREACHES_OF_AGENCY,
                        courier.holders(MailKind.BREACHES_OF_AGENCY, Optional.of(OrgNumber.of(agency)), ANSWERING),
                        page + "&organisation=" + agency,
                        opened,
                        theirs));
    }

    private void opened(
            MailKind kind, Stream<Receiver> to, String page, BreachesOpened opened, List<BreachFacts> breaches) {
        courier.tell(
                kind,
                to,
                page,
                breaches.size(),
                opened.period(),
                new Listing(
                        "mail.row.breach",
                        breaches.stream()
                                .map(breach -> List.<Object>of(breach.number(), breach.service(), breach.line()))
                                .toList()));
    }

    /** What is theirs to each who is to do something; what is late also to the owner and the service-level managers. */
    void tell(@Observes ActionsDue due) {
        by(ActionsDue.Action::responsible, due.actions())
                .forEach((person, theirs) -> actions(
                        MailKind.ACTIONS_DUE,
                        courier.person(MailKind.ACTIONS_DUE, person),
                        "/levels/breaches.xhtml?view=work",
                        theirs));
        Map<String, Receiver> told = new TreeMap<>();
        Map<String, List<ActionsDue.Action>> follows = new TreeMap<>();
        for (ActionsDue.Action action : due.actions()) {
            if (action.overdue()) {
                Stream.concat(
                                courier.person(MailKind.ACTIONS_OVERDUE, action.owner()),
                                courier.holders(MailKind.ACTIONS_OVERDUE, Optional.empty(), Role.SERVICE_LEVEL_MANAGER))
                        .distinct()
                        .filter(receiver -> !receiver.person().equals(action.responsible()))
                        .forEach(receiver -> {
                            told.put(receiver.person(), receiver);
                            follows.computeIfAbsent(receiver.person(), key -> new ArrayList<>())
                                    .add(action);
                        });
            }
        }
        told.forEach((person, receiver) -> actions(
                MailKind.ACTIONS_OVERDUE,
                Stream.of(receiver),
                "/levels/breaches.xhtml?view=overdue",
                follows.get(person)));
    }

    private void actions(MailKind kind, Stream<Receiver> to, String page, List<ActionsDue.Action> actions) {
        courier.tell(
                kind,
                to,
                actions.size() == 1
                        ? "/levels/breach.xhtml?number=" + actions.get(0).breach()
                        : page,
                actions.size(),
                new Listing(
                        "mail.row.action",
                        actions.stream()
                                .map(action -> List.<Object>of(action.breach(), action.position(), action.due()))
                                .toList()));
    }

    void tell(@Observes Happened happened) {
        switch (happened.what()) {
            case "sla.breach-comment" -> commented(happened);
            case "charge.claim-draft", "charge.claim-collect" -> claim(MailKind.CLAIM_TO_SEND, happened);
            case "charge.claim-send", "charge.claim-accept", "charge.claim-reject", "charge.claim-settle" ->
                claim(MailKind.CLAIM_CHANGED, happened);
            default -> {
                // nobody needs a mail of it
            }
        }
    }

    /** What the agency says to those who work on the breach; what they say to those of the agency who have spoken. */
    private void commented(Happened happened) {
        BreachFacts breach = receivers.breaches(List.of(happened.subject())).stream()
                .findFirst()
                .orElseThrow();
        MailKind kind = MailKind.BREACH_COMMENTED;
        Stream<Receiver> to = caller.get().seesAllAgencies()
                ? receivers.spoken(breach.number(), breach.agency(), kind, courier.today()).stream()
                : Stream.concat(
                        courier.person(kind, breach.owner()),
                        courier.holders(kind, Optional.empty(), Role.SERVICE_LEVEL_MANAGER));
        courier.tellOthers(
                kind,
                to,
                "/levels/breach.xhtml?number=" + breach.number(),
                breach.number(),
                caller.get().name(),
                breach.service());
    }

    private void claim(MailKind kind, Happened happened) {
        ClaimFacts claim = receivers.claim(happened.subject()).orElseThrow();
        courier.tellOthers(
                kind,
                kind == MailKind.CLAIM_TO_SEND
                        ? courier.holders(kind, Optional.empty(), Role.FINANCE_APPROVER, Role.CONTROLLER)
                        : courier.holders(
                                kind,
                                Optional.empty(),
                                Role.SERVICE_LEVEL_MANAGER,
                                Role.FINANCE_APPROVER,
                                Role.CONTROLLER),
                "/levels/claim.xhtml?number=" + happened.subject(),
                happened.subject(),
                claim.supplierName(),
                claim.period(),
                List.of("SENT", "ACCEPTED", "REJECTED", "SETTLED").indexOf(happened.to()));
    }

    private static <T> Map<String, List<T>> by(Function<T, String> key, List<T> all) {
        return all.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }
}
