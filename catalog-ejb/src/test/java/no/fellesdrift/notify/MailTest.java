package no.fellesdrift.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Settings;
import no.fellesdrift.testing.Wiring;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told what, and what becomes of it at a real mail server. */
class MailTest {

    /** Nobody listens there. */
    private static final String NO_SERVER = "1";

    private static Database database;
    private static GreenMail server;

    /** Of the demo's history: Riksantikvaren's, ordered by ra-best. */
    private static final String ORDER = "B-2026-0003";

    private static final OrgNumber AGENCY = Callers.RA;
    private static final String ORDERER = "ra-best";

    private final Map<String, String> settings = new HashMap<>();
    private Instant now = Instant.parse("2026-11-05T05:00:00Z");

    @BeforeAll
    static void the_demo_sector_and_a_mail_server() {
        database = DemoData.fresh();
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        database.transaction(
                em -> em.createNativeQuery("update service_order set expected_date = '2026-11-17' where number = ?")
                        .setParameter(1, ORDER)
                        .executeUpdate());
    }

    @AfterAll
    static void no_mail_server_any_more() {
        server.stop();
    }

    @BeforeEach
    void nothing_told_yet() throws Exception {
        server.purgeEmailFromAllMailboxes();
        database.transaction(em -> {
            em.createNativeQuery("delete from mail").executeUpdate();
            em.createNativeQuery("delete from mail_off").executeUpdate();
            em.createNativeQuery("delete from approval_substitute").executeUpdate();
        });
        settings.put("fellesdrift.url", "https://fellesdrift.example/");
        settings.put("fellesdrift.mail.host", "127.0.0.1");
        settings.put("fellesdrift.mail.port", String.valueOf(server.getSmtp().getPort()));
        settings.put("fellesdrift.mail.from", "fellesdrift@mdir.example");
    }

    @Test
    void the_outbox_is_narrowed_sorted_and_handed_out_whole() {
        happens("order.approve", Callers.RA_APPROVER);
        happens("order.submit", Callers.RA_ORDERER);
        assertThat(handed(Optional.empty(), "-recipient")).containsExactly("ra-godk", ORDERER, "p-ordre2", "p-ordre1");
        assertThat(handed(Optional.of(MailKind.ORDER_NEW), "recipient")).containsExactly("p-ordre1", "p-ordre2");
        Paged<MailLine> second = as(
                Callers.ADMINISTRATOR,
                desk -> desk.list(
                        new MailFilter(Optional.empty(), Optional.empty()),
                        new PageRequest(1, 3, List.of("-recipient"))));
        assertThat(second.total()).isEqualTo(4);
        assertThat(second.items()).extracting(MailLine::recipient).containsExactly("p-ordre1");
        assertThatThrownBy(() -> handed(Optional.empty(), "text"))
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.reason()).isEqualTo(MailReason.UNKNOWN_SORT));
    }

    private List<String> handed(Optional<MailKind> kind, String sort) {
        List<String> recipients = new ArrayList<>();
        as(Callers.ADMINISTRATOR, desk -> {
            desk.forEach(
                    new MailFilter(Optional.of(MailState.WAITING), kind),
                    List.of(sort),
                    mail -> recipients.add(mail.recipient()));
            return null;
        });
        return recipients;
    }

    // ---------------------------------------------------------------- who is told

    @Test
    void the_approver_and_the_substitute_are_told_of_an_order_that_waits() {
        database.transaction(em -> em.createNativeQuery(
                        "insert into approval_substitute (id, agency, approver,"
                                + " substitute, valid_from, valid_to) values (1, ?, 'ra-godk', 'ra-sik', '2026-11-01', '2026-11-08')")
                .setParameter(1, AGENCY.digits())
                .executeUpdate());
        happens("order.submit", Callers.RA_ORDERER);
        assertThat(mails()).extracting(MailView::recipient).containsExactlyInAnyOrder("ra-godk", "ra-sik");
        assertThat(mails())
                .allSatisfy(
                        mail -> assertThat(mail.subject()).isEqualTo("Bestilling " + ORDER + " venter på godkjenning"));
    }

    @Test
    void the_orderer_and_the_order_desk_are_told_when_it_is_approved() {
        happens("order.approve", Callers.RA_APPROVER);
        assertThat(mails(MailKind.ORDER_APPROVED))
                .extracting(MailView::recipient)
                .containsExactly(ORDERER);
        assertThat(mails(MailKind.ORDER_NEW))
                .extracting(MailView::recipient)
                .containsExactlyInAnyOrder("p-ordre1", "p-ordre2");
    }

    @Test
    void the_orderer_is_told_of_every_step_that_concerns_them() {
        for (String what : List.of("order.decline", "order.ask", "order.promise", "order.deliver")) {
            happens(what, Callers.ORDER_DESK);
        }
        assertThat(mails()).extracting(MailView::recipient).containsOnly(ORDERER);
        assertThat(mails())
                .extracting(MailView::kind)
                .containsExactly(
                        MailKind.ORDER_DELIVERED,
                        MailKind.ORDER_PROMISED,
                        MailKind.ORDER_ASKED,
                        MailKind.ORDER_DECLINED);
    }

    @Test
    void a_silent_approver_is_told_to_the_orderer_and_to_finance() {
        happens("order.escalate", Caller.SYSTEM);
        assertThat(mails()).extracting(MailView::recipient).containsExactlyInAnyOrder(ORDERER, "ra-ok");
    }

    @Test
    void the_agency_is_told_of_a_published_report_and_the_provider_of_a_dispute() {
        database.transaction(em -> {
            em.createNativeQuery("delete from service_report").executeUpdate();
            em.createNativeQuery("insert into service_report (id, number, period, agency, edition, state, generated_by,"
                            + " generated_at, answer_due)"
                            + " values (1, 'RAP-2026-10-RA', '2026-10', ?, 1, 'PUBLISHED', 'p-slm', 0, '2026-11-19')")
                    .setParameter(1, AGENCY.digits())
                    .executeUpdate();
        });
        Happened published = report("sla.report-publish");
        fires(published, Callers.SERVICE_LEVEL_MANAGER);
        assertThat(mails(MailKind.REPORT_PUBLISHED))
                .extracting(MailView::recipient)
                .containsExactlyInAnyOrder("ra-godk", "ra-sik");
        assertThat(mails(MailKind.REPORT_PUBLISHED)).allSatisfy(mail -> {
            assertThat(mail.page()).isEqualTo("/levels/report.xhtml?number=RAP-2026-10-RA");
            assertThat(mail.plain()).contains("senest 19. november 2026");
        });
        fires(report("sla.report-submit"), Callers.SERVICE_LEVEL_MANAGER);
        fires(report("sla.report-dispute"), Callers.RA_APPROVER);
        fires(report("sla.report-propose"), Callers.SERVICE_LEVEL_MANAGER);
        fires(new Happened("sla.reports-drafted", "ServiceReports", "2026-10", null, null, null, "6"), Caller.SYSTEM);
        assertThat(mails(MailKind.REPORT_TO_REVIEW))
                .extracting(MailView::recipient)
                .containsExactly("p-kontr");
        assertThat(mails(MailKind.REPORT_DISPUTED))
                .extracting(MailView::recipient)
                .containsExactly("p-slm");
        assertThat(mails(MailKind.REPORT_SETTLEMENT))
                .extracting(MailView::recipient)
                .containsExactlyInAnyOrder("ra-godk", "ra-sik");
        assertThat(mails(MailKind.REPORTS_DRAFTED))
                .extracting(MailView::subject)
                .containsExactly("Utkast til tjenesterapporter for oktober 2026");
    }

    private static Happened report(String what) {
        return new Happened(what, "ServiceReport", "RAP-2026-10-RA", AGENCY, null, null, null);
    }

    @Test
    void nobody_is_told_of_what_they_did_themselves_and_other_events_need_no_mail() {
        happens(
                "order.decline",
                new Caller(
                        ORDERER, ORDERER, AGENCY, Set.of(no.fellesdrift.kernel.Role.ORDERER), "nb", Optional.empty()));
        happens("order.receive", Callers.ORDER_DESK);
        assertThat(mails()).isEmpty();
    }

    @Test
    void the_finance_people_of_the_charged_agencies_are_told_that_a_month_is_closed() {
        database.transaction(em -> no.fellesdrift.charge.WorkedMonth.desk(em, Callers.CONTROLLER)
                .compute(no.fellesdrift.charge.WorkedMonth.OCTOBER));
        fires(
                new Happened("charge.close", "BillingPeriod", "2026-10", null, "OPEN", "CLOSED", null),
                Callers.CONTROLLER);
        assertThat(mails(MailKind.CHARGES_CLOSED))
                .extracting(MailView::recipient)
                .contains("ra-ok", "np-ok", "adb-ok")
                .doesNotContain("ra-best", "p-kontr");
        assertThat(mails(MailKind.CHARGES_CLOSED))
                .extracting(MailView::page)
                .containsOnly("/finance/index.xhtml?period=2026-10");
    }

    @Test
    void the_finance_approver_is_told_of_a_credit_to_decide() {
        fires(
                new Happened(
                        "charge.propose-credit", "ServiceCredit", "2026-09~RA-010~A", AGENCY, "DUE", "PROPOSED", null),
                Callers.SERVICE_LEVEL_MANAGER);
        assertThat(mails()).extracting(MailView::recipient).containsExactly("p-okgodk");
        assertThat(mails().get(0).subject()).isEqualTo("En kompensasjon for september 2026 venter på avgjørelse");
    }

    @Test
    void what_somebody_has_switched_off_is_not_written() {
        as(Callers.RA_APPROVER, desk -> {
            assertThat(desk.ownKinds())
                    .containsExactly(
                            MailKind.ORDER_TO_APPROVE,
                            MailKind.REPORT_PUBLISHED,
                            MailKind.REPORT_SETTLEMENT,
                            MailKind.REPORT_SILENT,
                            MailKind.BREACHES_OF_AGENCY,
                            MailKind.BREACH_COMMENTED);
            assertThat(desk.wanted()).hasSize(6);
            desk.want(Set.of());
            return null;
        });
        assertThat(as(Callers.RA_APPROVER, MailDesk::wanted)).isEmpty();
        happens("order.submit", Callers.RA_ORDERER);
        assertThat(mails()).isEmpty();
        as(Callers.RA_APPROVER, desk -> {
            desk.want(List.of(MailKind.ORDER_TO_APPROVE));
            return null;
        });
        happens("order.submit", Callers.RA_ORDERER);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void what_is_rolled_back_is_not_told() {
        assertThatThrownBy(() -> database.transaction(em -> {
                    wiring(em, Callers.RA_ORDERER).get(Announcements.class).tell(event("order.submit"));
                    throw new IllegalStateException("refused after all");
                }))
                .hasMessage("refused after all");
        assertThat(mails()).isEmpty();
    }

    // ---------------------------------------------------------------- sending

    @Test
    void a_mail_arrives_as_text_and_as_page_in_the_receivers_language() throws Exception {
        happens("order.submit", Callers.RA_ORDERER);
        assertThat(sendAll()).isEqualTo(1);

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getRecipients(Message.RecipientType.TO)[0]).hasToString("eirik.skaugdal@ra.example");
        assertThat(received.getFrom()[0]).hasToString("fellesdrift@mdir.example");
        assertThat(received.getSubject()).isEqualTo("Bestilling " + ORDER + " venter på godkjenning");
        assertThat(received.getHeader("Content-Language")).containsExactly("nb");
        Multipart parts = (Multipart) received.getContent();
        assertThat(String.valueOf(parts.getBodyPart(0).getContent()).replace("\r\n", "\n"))
                .contains("fra Riksantikvaren er sendt og venter på at du godkjenner eller avviser den.")
                .contains("https://fellesdrift.example/orders/order.xhtml?number=" + ORDER + "\n")
                .contains("https://fellesdrift.example/notifications.xhtml");
        assertThat(String.valueOf(parts.getBodyPart(1).getContent()))
                .contains("<html lang=\"nb\">", "<h1>Bestilling " + ORDER + " venter på godkjenning</h1>");

        MailView sent = mails().get(0);
        assertThat(sent.state()).isEqualTo(MailState.SENT);
        assertThat(sent.sentAt()).isEqualTo(now);
        assertThat(sendAll()).isZero();
    }

    @Test
    void a_mail_server_that_is_away_is_tried_after_growing_pauses_and_then_given_up() {
        settings.put("fellesdrift.mail.port", NO_SERVER);
        happens("order.submit", Callers.RA_ORDERER);
        assertThat(sendAll()).isZero();
        assertThat(mails().get(0).state()).isEqualTo(MailState.WAITING);
        assertThat(mails().get(0).dueAt()).isEqualTo(now.plusSeconds(60));
        assertThat(mails().get(0).problem()).isNotBlank();

        for (int minutes : new int[] {1, 5, 30, 120, 480, 1440, 2160}) {
            now = now.plusSeconds(60L * minutes);
            sendAll();
        }
        assertThat(mails().get(0).attempts()).isEqualTo(8);
        assertThat(mails().get(0).state()).isEqualTo(MailState.NOT_SENT);
        assertThat(as(Callers.ADMINISTRATOR, MailDesk::notSent)).isEqualTo(1);

        settings.put("fellesdrift.mail.port", String.valueOf(server.getSmtp().getPort()));
        long id = mails().get(0).id();
        as(Callers.ADMINISTRATOR, desk -> {
            desk.again(id);
            return null;
        });
        assertThat(sendAll()).isEqualTo(1);
        assertThat(mails().get(0).state()).isEqualTo(MailState.SENT);
        assertThatThrownBy(() -> as(Callers.ADMINISTRATOR, desk -> {
                    desk.again(id);
                    return null;
                }))
                .satisfies(thrown -> assertThat(((Rejection) thrown).reason()).isEqualTo(MailReason.NOT_GIVEN_UP));
    }

    @Test
    void without_a_mail_server_and_in_demo_mode_nothing_is_sent_and_old_news_is_given_up() {
        happens("order.submit", Callers.RA_ORDERER);
        settings.remove("fellesdrift.mail.host");
        assertThat(as(Callers.ADMINISTRATOR, MailDesk::status)).isEqualTo(Postbox.Status.NOT_CONFIGURED);
        assertThat(sendAll()).isZero();
        settings.put("fellesdrift.mail.host", "127.0.0.1");
        settings.put("fellesdrift.demo", "true");
        assertThat(as(Callers.ADMINISTRATOR, MailDesk::status)).isEqualTo(Postbox.Status.DEMO);
        assertThat(sendAll()).isZero();
        assertThat(mails().get(0).state()).isEqualTo(MailState.WAITING);
        assertThat(server.getReceivedMessages()).isEmpty();

        now = now.plusSeconds(3L * 24 * 3600 + 1);
        sendAll();
        assertThat(mails().get(0).state()).isEqualTo(MailState.NOT_SENT);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void mails_are_forgotten_after_ninety_days() {
        happens("order.submit", Callers.RA_ORDERER);
        now = now.plusSeconds(90L * 24 * 3600);
        assertThat(as(Caller.SYSTEM, MailDesk::forgetOld)).isEqualTo(0);
        now = now.plusSeconds(1);
        assertThat(as(Caller.SYSTEM, MailDesk::forgetOld)).isEqualTo(1);
    }

    // ---------------------------------------------------------------- the steps

    private Happened event(String what) {
        return new Happened(what, "Order", ORDER, AGENCY, null, null, null);
    }

    private void happens(String what, Caller by) {
        fires(event(what), by);
    }

    private void fires(Happened happened, Caller by) {
        database.transaction(em -> wiring(em, by).get(Announcements.class).tell(happened));
    }

    private int sendAll() {
        int sent = 0;
        while (sent < 100) {
            Boolean more = as(Caller.SYSTEM, MailDesk::sendNext);
            if (!more) {
                return sent;
            }
            sent++;
        }
        return sent;
    }

    private List<MailView> mails() {
        return mails(new MailFilter(Optional.empty(), Optional.empty()));
    }

    private List<MailView> mails(MailKind kind) {
        return mails(new MailFilter(Optional.empty(), Optional.of(kind)));
    }

    private List<MailView> mails(MailFilter filter) {
        return as(
                Callers.ADMINISTRATOR,
                desk -> desk.list(filter, PageRequest.first(100)).items().stream()
                        .map(line -> desk.mail(line.id()))
                        .toList());
    }

    private <T> T as(Caller caller, Function<MailDesk, T> step) {
        return database.inTransaction(em -> step.apply(wiring(em, caller).get(MailDesk.class)));
    }

    private Wiring wiring(EntityManager em, Caller caller) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Config.class, new Settings(Map.copyOf(settings)))
                .with(Clock.class, Clock.fixed(now, ZoneId.of("Europe/Oslo")));
    }
}
