package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Where the clock of a case begins is agreed: October 2026 of Riksantikvaren's shared mailboxes, around the clock. Order
 * B-2026-0034 was sent on 1 October at 10:23, approved on the 6th at 10:07, received at 11:31 and delivered on the 7th at
 * 15:57; a ticket is opened on the 20th at 08:00, answered at 12:00 and resolved at 15:00.
 */
class ClockStartTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String NOW = "2026-11-05T05:00:00Z";
    private static final String LINE = "RA-060";

    private static Database database;

    @BeforeAll
    static void october() {
        database = Database.fresh();
        DemoData.load(database);
        level("T-APPROVED", "LEAD_TIME", "APPROVED", 105_000);
        level("T-SUBMITTED", "LEAD_TIME", "SUBMITTED", 105_000);
        level("T-RECEIVED", "LEAD_TIME", "RECEIVED", 105_000);
        level("T-OPENED", "RESOLUTION", "OPENED", 14_400);
        level("T-RESPONDED", "RESOLUTION", "RESPONDED", 14_400);
        ticket("ANSWERED", "2026-10-20T10:00:00Z", "2026-10-20T13:00:00Z");
        ticket("NEVER", null, "2026-10-20T07:00:00Z");
        ticket("WAITING", null, null);
        database.inTransaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).evaluate(OCTOBER));
    }

    private static void level(String level, String measure, String start, int seconds) {
        database.transaction(em -> em.createNativeQuery("""
                        insert into service_level (id, level, package, measure, target_percent, calendar, period,
                            clock_start, threshold_seconds, display_decimals, consequence, valid_from)
                        select nextval(service_level_seq), ?1, l.service_level_package, ?2, 100, '24X7', 'MONTH',
                            ?3, ?4, 2, 'NONE', '2026-01-01'
                        from agreement_line l where l.line = ?5
                        """)
                .setParameter(1, level)
                .setParameter(2, measure)
                .setParameter(3, start)
                .setParameter(4, seconds)
                .setParameter(5, LINE)
                .executeUpdate());
    }

    private static void ticket(String key, String answered, String resolved) {
        database.transaction(em -> {
            Receipt receipt = SlaDesks.measurements(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                    .tickets(
                            Batch.of(List.of(new TicketDraft(
                                    key,
                                    "974760819",
                                    "COL-MAIL",
                                    "COL-MAIL-FEL",
                                    "P3",
                                    Instant.parse("2026-10-20T06:00:00Z"),
                                    answered == null ? null : Instant.parse(answered),
                                    resolved == null ? null : Instant.parse(resolved),
                                    resolved == null ? "OPEN" : "RESOLVED",
                                    null,
                                    null,
                                    null,
                                    null,
                                    "desk"))),
                            false);
            assertThat(receipt.rejected()).isEmpty();
        });
    }

    private static List<String> cases(String level) {
        return database.inTransaction(em -> {
            LevelDesk desk = SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW);
            ResultView result = desk.results(
                            new ResultQuery(OCTOBER, Optional.empty(), LINE, null, level, null, null),
                            PageRequest.first(10))
                    .items()
                    .get(0);
            assertThat(result.status()).isNotEqualTo(ResultStatus.NOT_EVALUATED);
            return desk.explanation(result.id()).steps().stream()
                    .filter(step -> List.of("B-2026-0034", "ANSWERED", "NEVER", "WAITING")
                            .contains(step.key()))
                    .map(step -> step.key() + " " + step.from() + " " + step.seconds() + " " + step.effect())
                    .toList();
        });
    }

    @Test
    void the_lead_time_of_an_order_runs_from_its_approval_unless_agreed_otherwise() {
        assertThat(cases("T-APPROVED")).containsExactly("B-2026-0034 2026-10-06T08:07:00Z 107400 LATE");
    }

    @Test
    void or_from_when_it_was_sent_or_received() {
        assertThat(cases("T-SUBMITTED")).containsExactly("B-2026-0034 2026-10-01T08:23:00Z 538440 LATE");
        assertThat(cases("T-RECEIVED")).containsExactly("B-2026-0034 2026-10-06T09:31:00Z 102360 IN_TIME");
    }

    @Test
    void a_resolution_runs_from_the_opening() {
        assertThat(cases("T-OPENED"))
                .containsExactlyInAnyOrder(
                        "ANSWERED 2026-10-20T06:00:00Z 25200 LATE",
                        "NEVER 2026-10-20T06:00:00Z 3600 IN_TIME",
                        "WAITING 2026-10-20T06:00:00Z 1011600 OVERDUE");
    }

    @Test
    void or_from_the_first_answer_and_a_case_that_nobody_answered_has_no_clock() {
        assertThat(cases("T-RESPONDED")).containsExactly("ANSWERED 2026-10-20T10:00:00Z 10800 IN_TIME");
    }
}
