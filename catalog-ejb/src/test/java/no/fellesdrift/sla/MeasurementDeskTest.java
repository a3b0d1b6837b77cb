package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Measurements that come in after the month was evaluated, as one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeasurementDeskTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String NOW = "2026-11-22T08:00:00Z";

    private static Database database;

    @BeforeAll
    static void load() {
        database = Database.fresh();
        DemoData.load(database);
    }

    private static OutageDraft outage(String key, String service, String from, String to) {
        return new OutageDraft(
                key,
                service,
                null,
                null,
                Instant.parse(from),
                to == null ? null : Instant.parse(to),
                "PROVIDER",
                "FULL",
                "monitoring",
                null);
    }

    private static Receipt send(boolean partial, OutageDraft... drafts) {
        return database.inTransaction(em -> SlaDesks.measurements(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                .outages(Batch.of(List.of(drafts)), partial));
    }

    private static ResultView current(String line, String level) {
        return database.inTransaction(em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                .results(
                        new ResultQuery(OCTOBER, Optional.empty(), line, null, level, null, null),
                        PageRequest.first(10))
                .items()
                .get(0));
    }

    @Test
    @Order(1)
    void the_worked_month_is_evaluated_when_it_is_first_looked_at() {
        ResultView result = current("RA-110", "S-AV");
        assertThat(result.id()).isEqualTo("2026-10~RA-110~S-AV~1");
        assertThat(result.status()).isEqualTo(ResultStatus.MET);
    }

    @Test
    @Order(2)
    void a_late_outage_gives_a_new_version_that_supersedes_the_old_one() {
        Receipt receipt = send(false, outage("M-1", "NET-LAN", "2026-10-06T08:00:00Z", "2026-10-06T13:00:00Z"));
        assertThat(receipt).isEqualTo(new Receipt(1, 0, List.of()));
        ResultView result = current("RA-110", "S-AV");
        assertThat(result.version()).isEqualTo(2);
        assertThat(result.status()).isEqualTo(ResultStatus.BREACHED);
        assertThat(result.numerator()).isEqualTo(2_682_000 - 18_000);
        assertThat(result.watermarkAt()).isEqualTo(Instant.parse(NOW));
        assertThat(database.<ResultView>inTransaction(em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                                .result("2026-10~RA-110~S-AV~1"))
                        .superseded())
                .isTrue();
        assertThat(current("ADB-150", "O-AV").version()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void the_same_again_is_a_duplicate_and_other_content_supersedes() {
        assertThat(send(false, outage("M-1", "NET-LAN", "2026-10-06T08:00:00Z", "2026-10-06T13:00:00Z")))
                .isEqualTo(new Receipt(0, 1, List.of()));
        assertThat(send(false, outage("M-1", "NET-LAN", "2026-10-06T08:00:00Z", "2026-10-06T08:10:00Z")))
                .isEqualTo(new Receipt(1, 0, List.of()));
        ResultView result = current("RA-110", "S-AV");
        assertThat(result.version()).isEqualTo(3);
        assertThat(result.availability().downtimeSeconds()).isEqualTo(600);
    }

    @Test
    @Order(4)
    void a_bad_row_refuses_the_whole_batch_and_every_bad_row_is_named() {
        OutageDraft good = outage("M-2", "NET-LAN", "2026-10-07T08:00:00Z", "2026-10-07T09:00:00Z");
        OutageDraft unknown = outage("M-3", "NET-FAX", "2026-10-07T08:00:00Z", "2026-10-07T09:00:00Z");
        OutageDraft inverted = outage("M-4", "NET-LAN", "2026-10-07T09:00:00Z", "2026-10-07T08:00:00Z");
        Receipt refused = send(false, good, unknown, inverted);
        assertThat(refused.accepted()).isZero();
        assertThat(refused.rejected())
                .containsExactly(
                        RejectedRow.of(2, "service", "sla.row.UNKNOWN_SERVICE", "NET-FAX"),
                        RejectedRow.of(3, "endedAt", "sla.row.NOT_AFTER"));
        assertThat(current("RA-110", "S-AV").version()).isEqualTo(3);

        Receipt parts = send(true, good, unknown, inverted);
        assertThat(parts.accepted()).isEqualTo(1);
        assertThat(parts.rejected()).hasSize(2);
        assertThat(current("RA-110", "S-AV").availability().downtimeSeconds()).isEqualTo(4_200);
    }

    @Test
    @Order(5)
    void a_ticket_comes_with_its_pauses_and_a_shorter_list_withdraws_the_rest() {
        TicketDraft two = ticket(List.of(
                new TicketDraft.Pause(
                        Instant.parse("2026-10-20T08:00:00Z"), Instant.parse("2026-10-20T09:00:00Z"), "W"),
                new TicketDraft.Pause(Instant.parse("2026-10-20T10:00:00Z"), null, "W")));
        TicketDraft one = ticket(List.of(new TicketDraft.Pause(
                Instant.parse("2026-10-20T08:00:00Z"), Instant.parse("2026-10-20T09:00:00Z"), "W")));
        assertThat(take(two)).isEqualTo(new Receipt(1, 0, List.of()));
        assertThat(take(two)).isEqualTo(new Receipt(0, 1, List.of()));
        assertThat(take(one)).isEqualTo(new Receipt(1, 0, List.of()));
        int pauses = database.inTransaction(em -> SlaDesks.measurements(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                .ticketList(new FactQuery(OCTOBER, Optional.of(Callers.RA), "IAM-ID"), PageRequest.first(100))
                .items()
                .stream()
                .filter(line -> line.key().equals("T-1"))
                .findFirst()
                .orElseThrow()
                .pauses());
        assertThat(pauses).isEqualTo(1);
    }

    private static TicketDraft ticket(List<TicketDraft.Pause> pauses) {
        return new TicketDraft(
                "T-1",
                Callers.RA.digits(),
                "IAM-ID",
                "IAM-ID-STD",
                "P2",
                Instant.parse("2026-10-20T07:00:00Z"),
                Instant.parse("2026-10-20T07:10:00Z"),
                null,
                "PAUSED",
                null,
                pauses,
                null,
                null,
                "desk");
    }

    private static Receipt take(TicketDraft draft) {
        return database.inTransaction(em ->
                SlaDesks.measurements(em, Callers.SERVICE_LEVEL_MANAGER, NOW).tickets(Batch.of(List.of(draft)), false));
    }

    @Test
    @Order(6)
    void the_side_that_proposed_an_exclusion_does_not_approve_it() {
        Caller security = Callers.person("ra-sik", Callers.RA, Role.SECURITY_OFFICER);
        String key = database.inTransaction(em -> SlaDesks.exclusions(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                .propose(new ExclusionDraft(
                        null,
                        "NET-LAN",
                        null,
                        Callers.RA.digits(),
                        Instant.parse("2026-10-06T08:00:00Z"),
                        Instant.parse("2026-10-06T08:10:00Z"),
                        "CUSTOMER_CAUSED",
                        "Kabel revet over"))
                .exclusion());
        assertThat(key).isEqualTo("F-0004");
        assertThat(waitingFor(security)).containsExactly("F-0004");
        assertThat(waitingFor(Callers.SERVICE_LEVEL_MANAGER))
                .as("the provider's side proposed both that wait")
                .isEmpty();
        assertThat(waitingFor(Callers.NP_APPROVER)).as("it is another agency's").isEmpty();
        assertThat(waitingFor(Callers.person("adb-sik", Callers.ADB, Role.SECURITY_OFFICER)))
                .containsExactly("F-0002");
        assertThat(current("RA-110", "S-AV").availability().downtimeSeconds()).isEqualTo(4_200);
        database.transaction(em -> assertThatThrownBy(() -> SlaDesks.exclusions(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                        .approve(key))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refused -> assertThat(refused.reason()).isEqualTo(SlaReason.EXCLUSION_OWN_SIDE)));
        database.transaction(em -> assertThatThrownBy(
                        () -> SlaDesks.exclusions(em, Callers.NP_APPROVER, NOW).approve(key))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refused -> assertThat(refused.reason()).isEqualTo(SlaReason.UNKNOWN_EXCLUSION)));
        assertThat(database.<ExclusionView>inTransaction(
                                em -> SlaDesks.exclusions(em, security, NOW).approve(key))
                        .approved())
                .isTrue();
        assertThat(waitingFor(security)).isEmpty();
        assertThat(current("RA-110", "S-AV").availability().downtimeSeconds()).isEqualTo(3_600);
    }

    private static List<String> waitingFor(Caller caller) {
        return database.inTransaction(em -> SlaDesks.exclusions(em, caller, NOW).waiting().stream()
                .map(ExclusionView::exclusion)
                .toList());
    }
}
