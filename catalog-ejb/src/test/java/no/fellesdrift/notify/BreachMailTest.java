package no.fellesdrift.notify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.LevelsEvaluated;
import no.fellesdrift.sla.breach.ActionsDue;
import no.fellesdrift.sla.breach.BreachDesk;
import no.fellesdrift.sla.breach.BreachFilter;
import no.fellesdrift.sla.breach.BreachLine;
import no.fellesdrift.sla.breach.BreachOpening;
import no.fellesdrift.sla.breach.BreachesOpened;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Settings;
import no.fellesdrift.testing.Wiring;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of broken promises, and that nobody gets forty mails of forty. */
class BreachMailTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final Instant NOW = Instant.parse("2026-11-05T05:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 4);

    private static Database database;
    private static List<BreachLine> breaches;

    @BeforeAll
    static void a_september_with_broken_promises() {
        database = DemoData.fresh();
        database.transaction(em -> {
            Wiring wiring = wiring(em, Callers.SERVICE_LEVEL_MANAGER);
            int appended = wiring.get(LevelDesk.class).evaluate(SEPTEMBER).appended();
            wiring.get(BreachOpening.class).look(new LevelsEvaluated(SEPTEMBER, true, appended));
        });
        breaches = database.inTransaction(em -> wiring(em, Callers.SERVICE_LEVEL_MANAGER)
                .get(BreachDesk.class)
                .list(BreachFilter.ALL, new PageRequest(0, 100, List.of("number")))
                .items());
    }

    @BeforeEach
    void nothing_told_yet() {
        database.transaction(em -> em.createNativeQuery("delete from mail").executeUpdate());
    }

    @Test
    void nineteen_breaches_are_one_mail_to_each() {
        opened();
        assertThat(breaches).hasSize(19);
        assertThat(mails(MailKind.BREACHES_OPENED))
                .extracting(MailView::recipient)
                .doesNotHaveDuplicates();
        assertThat(mails(MailKind.BREACHES_OF_AGENCY))
                .extracting(MailView::recipient)
                .doesNotHaveDuplicates();
        MailView all = to("p-slm");
        assertThat(all.subject()).isEqualTo("19 nye brudd på tjenestenivå i september 2026");
        assertThat(all.page()).isEqualTo("/levels/breaches.xhtml?period=2026-09");
        assertThat(all.plain())
                .contains("har funnet 19 brudd som ingen har sett på ennå:\n\n– BR-2026-0001: ")
                .contains("\n\n– BR-2026-0015: ")
                .doesNotContain("– BR-2026-0016")
                .contains("\n\n… og 4 til\n");
    }

    @Test
    void an_owner_is_told_of_their_own_and_in_their_language() {
        opened();
        MailView dahl = mails(MailKind.BREACHES_OPENED).stream()
                .filter(mail -> mail.recipient().equals("p-dahl"))
                .findFirst()
                .orElseThrow();
        assertThat(dahl.language()).isEqualTo("en");
        assertThat(dahl.subject()).isEqualTo("5 new breaches of service levels in September 2026");
        assertThat(dahl.page()).isEqualTo("/levels/breaches.xhtml?period=2026-09&view=mine");
    }

    @Test
    void an_agency_is_told_of_its_own_and_of_nobody_elses() {
        opened();
        MailView security = to("ra-sik");
        assertThat(security.page()).isEqualTo("/levels/breaches.xhtml?period=2026-09&organisation=974760819");
        assertThat(security.plain().lines().filter(line -> line.startsWith("– ")))
                .isNotEmpty()
                .allMatch(line -> line.contains("(RA-"));
        assertThat(mails(MailKind.BREACHES_OF_AGENCY))
                .extracting(MailView::recipient)
                .contains("ra-godk", "ra-sik")
                .doesNotContain("ra-best", "ra-ok", "k-obs");
    }

    @Test
    void who_is_to_do_an_action_gets_one_mail_and_who_follows_it_one_of_what_is_late() {
        ActionsDue.Action late = new ActionsDue.Action("BR-2026-0001", 1, "p-ordre1", "p-dahl", YESTERDAY, true);
        ActionsDue.Action soon =
                new ActionsDue.Action("BR-2026-0002", 1, "p-ordre1", "p-dahl", LocalDate.of(2026, 11, 7), false);
        as(Caller.SYSTEM, desk -> desk.tell(new ActionsDue(List.of(late, soon))));
        assertThat(mails())
                .extracting(mail -> mail.recipient() + " " + mail.kind())
                .containsExactlyInAnyOrder("p-ordre1 ACTIONS_DUE", "p-dahl ACTIONS_OVERDUE", "p-slm ACTIONS_OVERDUE");
        assertThat(to("p-ordre1").subject()).isEqualTo("2 tiltak du har ansvar for, har frist");
        assertThat(to("p-ordre1").plain())
                .contains("– BR-2026-0001, tiltak 1: frist 4. november 2026")
                .contains("– BR-2026-0002, tiltak 1: frist 7. november 2026");
        assertThat(to("p-slm").page()).isEqualTo("/levels/breach.xhtml?number=BR-2026-0001");
        assertThat(to("p-slm").subject()).isEqualTo("Ett tiltak er ikke gjort i tide");
        assertThat(to("p-dahl").subject()).isEqualTo("One action is overdue");
    }

    @Test
    void what_an_agency_says_is_told_to_those_who_work_on_it_and_the_answer_to_who_said_it() {
        BreachLine breach = breaches.stream()
                .filter(one -> one.organisation().equals(Callers.RA))
                .findFirst()
                .orElseThrow();
        Happened said = new Happened(
                "sla.breach-comment", "Breach", breach.number(), Callers.RA, null, null, "Når er det bra?");
        database.transaction(em ->
                wiring(em, Callers.RA_APPROVER).get(BreachDesk.class).comment(breach.number(), "Når er det bra?"));
        as(Callers.RA_APPROVER, desk -> desk.tell(said));
        assertThat(mails()).extracting(MailView::recipient).containsExactlyInAnyOrder("p-slm", breach.owner());
        assertThat(to("p-slm").page()).isEqualTo("/levels/breach.xhtml?number=" + breach.number());
        assertThat(to("p-slm").plain()).doesNotContain("Når er det bra?");

        nothing_told_yet();
        as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.tell(said));
        assertThat(mails()).extracting(MailView::recipient).containsExactly("ra-godk");
    }

    @Test
    void a_claim_is_told_to_those_who_may_send_it_and_every_step_to_the_others() {
        database.transaction(em -> {
            em.createNativeQuery("delete from supplier_claim").executeUpdate();
            em.createNativeQuery("insert into supplier_claim (id, number, contract, supplier, period, state, amount,"
                            + " drafted_by, drafted_at)"
                            + " values (1, 'KRAV-1', 'UC-SIKT', ?, '2026-10', 'DRAFT', 100.00, 'p-slm', 0)")
                    .setParameter(1, Callers.SIKT.digits())
                    .executeUpdate();
        });
        as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.tell(claim("charge.claim-draft", "DRAFT")));
        assertThat(mails(MailKind.CLAIM_TO_SEND))
                .extracting(MailView::recipient)
                .containsExactlyInAnyOrder("p-okgodk", "p-kontr");
        assertThat(to("p-kontr").page()).isEqualTo("/levels/claim.xhtml?number=KRAV-1");
        assertThat(to("p-kontr").subject())
                .isEqualTo("Krav KRAV-1 mot Sikt – Kunnskapssektorens tjenesteleverandør er klart til å sendes");

        nothing_told_yet();
        as(Callers.CONTROLLER, desk -> desk.tell(claim("charge.claim-reject", "REJECTED")));
        assertThat(mails(MailKind.CLAIM_CHANGED))
                .extracting(MailView::recipient)
                .containsExactlyInAnyOrder("p-okgodk", "p-slm");
        assertThat(to("p-slm").subject())
                .isEqualTo("Krav KRAV-1 mot Sikt – Kunnskapssektorens tjenesteleverandør er avvist");
        assertThat(to("p-slm").plain()).contains("for oktober 2026 er avvist av leverandøren. Svaret står på kravet.");
    }

    @Test
    void each_role_may_switch_off_what_it_gets() {
        assertThat(MailKind.of(Callers.RA_APPROVER))
                .contains(MailKind.BREACHES_OF_AGENCY, MailKind.BREACH_COMMENTED)
                .doesNotContain(MailKind.BREACHES_OPENED, MailKind.ACTIONS_DUE, MailKind.CLAIM_CHANGED);
        assertThat(MailKind.of(Callers.person("p-dahl", Callers.MDIR, Role.SERVICE_OWNER)))
                .contains(MailKind.BREACHES_OPENED, MailKind.ACTIONS_DUE, MailKind.ACTIONS_OVERDUE);
        assertThat(MailKind.of(Callers.CONTROLLER)).contains(MailKind.CLAIM_TO_SEND, MailKind.CLAIM_CHANGED);
        assertThat(MailKind.of(Callers.OBSERVER)).isEmpty();
    }

    // ---------------------------------------------------------------- the steps

    private static Happened claim(String what, String to) {
        return new Happened(what, "Claim", "KRAV-1", null, null, to, null);
    }

    /** By an evaluation that the service-level manager asked for: it is news to them all the same. */
    private static void opened() {
        as(
                Callers.SERVICE_LEVEL_MANAGER,
                desk -> desk.tell(new BreachesOpened(
                        SEPTEMBER, breaches.stream().map(BreachLine::number).toList())));
    }

    private static void as(Caller caller, Consumer<BreachAnnouncements> step) {
        database.transaction(em -> step.accept(wiring(em, caller).get(BreachAnnouncements.class)));
    }

    private static MailView to(String person) {
        List<MailView> theirs =
                mails().stream().filter(mail -> mail.recipient().equals(person)).toList();
        assertThat(theirs).as("mails to " + person).hasSize(1);
        return theirs.get(0);
    }

    private static List<MailView> mails() {
        return mails(new MailFilter(Optional.empty(), Optional.empty()));
    }

    private static List<MailView> mails(MailKind kind) {
        return mails(new MailFilter(Optional.empty(), Optional.of(kind)));
    }

    private static List<MailView> mails(MailFilter filter) {
        return database.inTransaction(em -> {
            MailDesk desk = wiring(em, Callers.ADMINISTRATOR).get(MailDesk.class);
            return desk.list(filter, PageRequest.first(100)).items().stream()
                    .map(line -> desk.mail(line.id()))
                    .toList();
        });
    }

    private static Wiring wiring(EntityManager em, Caller caller) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Config.class, new Settings(Map.of()))
                .with(Clock.class, Clock.fixed(NOW, ZoneId.of("Europe/Oslo")));
    }
}
