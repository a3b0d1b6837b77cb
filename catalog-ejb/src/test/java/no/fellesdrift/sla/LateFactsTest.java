package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.Test;

/** Facts that come when a month has been evaluated: only what they concern is evaluated again, and nothing is missed. */
class LateFactsTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String NOW = "2026-11-22T08:00:00Z";
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final int ROUNDS = 25;

    private final Random random = new Random(20261001);
    private final Database database = DemoData.fresh();

    private List<String> codes(String sql) {
        return database.inTransaction(
                em -> Rows.list(em.unwrap(Connection.class), sql, List.of(), row -> row.getString(1)));
    }

    private Instant instant() {
        return START.plusSeconds(random.nextInt(31 * 86_400));
    }

    private OutageDraft outage(List<String> services) {
        Instant from = instant();
        return new OutageDraft(
                "late-" + random.nextInt(30),
                services.get(random.nextInt(services.size())),
                null,
                null,
                from,
                random.nextInt(8) == 0 ? null : from.plusSeconds(60L + random.nextInt(40_000)),
                random.nextBoolean() ? "PROVIDER" : "UPSTREAM",
                random.nextInt(5) == 0 ? "DEGRADED" : "FULL",
                "late",
                null);
    }

    private void send(EntityManager em, List<String> services) {
        List<OutageDraft> outages = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            OutageDraft draft = outage(services);
            if (outages.stream().noneMatch(other -> other.outage().equals(draft.outage()))) {
                outages.add(draft);
            }
        }
        MeasurementDesk desk = SlaDesks.measurements(em, Callers.SERVICE_LEVEL_MANAGER, NOW);
        assertThat(desk.outages(Batch.of(outages), false).rejected()).isEmpty();
        Instant from = instant();
        UnknownDraft unknown = new UnknownDraft(
                "late-" + random.nextInt(10),
                services.get(random.nextInt(services.size())),
                null,
                null,
                from,
                from.plusSeconds(600L + random.nextInt(90_000)),
                "late",
                null);
        assertThat(desk.unknown(Batch.of(List.of(unknown)), false).rejected()).isEmpty();
    }

    private static int marks(EntityManager em) {
        return Rows.list(em.unwrap(Connection.class), "select id from dirty_month", List.of(), row -> row.getLong(1))
                .size();
    }

    @Test
    void a_month_brought_up_to_date_is_the_same_as_one_evaluated_anew() {
        List<String> services = codes("select code from service order by code");
        database.transaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).evaluate(OCTOBER));
        int changed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            database.transaction(em -> send(em, services));
            long before = versions();
            database.transaction(em ->
                    SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).bringUpToDate());
            changed += versions() > before ? 1 : 0;
            assertThat(database.inTransaction(LateFactsTest::marks)).isZero();
            EvaluationView anew = database.inTransaction(em ->
                    SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).evaluate(OCTOBER));
            assertThat(anew.appended()).as("round %s", round).isZero();
        }
        assertThat(changed).isGreaterThan(ROUNDS / 2);
    }

    private long versions() {
        return Long.parseLong(codes("select count(*) from sla_result where period = '2026-10'")
                .get(0));
    }

    @Test
    void only_lines_that_a_new_fact_concerns_are_evaluated_again() {
        database.transaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).evaluate(OCTOBER));
        database.transaction(em -> {
            OutageDraft late = new OutageDraft(
                    "late-1",
                    "COL-MAIL",
                    null,
                    null,
                    Instant.parse("2026-10-14T08:00:00Z"),
                    Instant.parse("2026-10-14T09:00:00Z"),
                    "PROVIDER",
                    "FULL",
                    "late",
                    null);
            SlaDesks.measurements(em, Callers.SERVICE_LEVEL_MANAGER, NOW).outages(Batch.of(List.of(late)), false);
        });
        database.transaction(em -> {
            LevelEvaluation evaluation = SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).evaluation;
            assertThat(evaluation.dirty.services(OCTOBER)).containsExactly("COL-MAIL");
            evaluation.refresh(OCTOBER);
        });
        assertThat(codes("select distinct service from sla_result where period = '2026-10' and result_version > 1"))
                .containsExactly("COL-MAIL");
    }

    @Test
    void a_fact_that_is_committed_while_a_month_is_evaluated_is_not_lost() {
        database.transaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).evaluate(OCTOBER));
        try (EntityManager slow = database.factory().createEntityManager()) {
            slow.getTransaction().begin();
            LevelDesk desk = SlaDesks.levels(slow, Callers.SERVICE_LEVEL_MANAGER, NOW);
            desk.periods(); // from here on this transaction sees the database as it is now
            database.transaction(em -> {
                OutageDraft late = new OutageDraft(
                        "late-2",
                        "COL-MAIL",
                        null,
                        null,
                        Instant.parse("2026-10-15T08:00:00Z"),
                        Instant.parse("2026-10-15T09:00:00Z"),
                        "PROVIDER",
                        "FULL",
                        "late",
                        null);
                SlaDesks.measurements(em, Callers.SERVICE_LEVEL_MANAGER, NOW).outages(Batch.of(List.of(late)), false);
            });
            desk.evaluate(OCTOBER);
            slow.getTransaction().commit();
        }
        assertThat(database.inTransaction(LateFactsTest::marks)).isEqualTo(1);
        database.transaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).bringUpToDate());
        EvaluationView anew = database.inTransaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).evaluate(OCTOBER));
        assertThat(anew.appended()).isZero();
        assertThat(codes("select distinct service from sla_result where period = '2026-10' and result_version > 1"))
                .contains("COL-MAIL");
    }

    @Test
    void a_running_month_is_evaluated_once_something_was_measured_and_says_when_its_budget_is_used_up() {
        Instant noon = Instant.parse("2026-11-10T11:00:00Z");
        database.transaction(em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, noon.toString())
                .evaluateRunning());
        assertThat(codes("select period from sla_result where period = '2026-11'"))
                .isEmpty();
        database.transaction(em -> {
            OutageDraft outage = new OutageDraft(
                    "running-1",
                    "COL-MAIL",
                    null,
                    null,
                    Instant.parse("2026-11-09T08:00:00Z"),
                    Instant.parse("2026-11-09T08:25:00Z"),
                    "PROVIDER",
                    "FULL",
                    "monitoring",
                    null);
            SlaDesks.measurements(em, Callers.SERVICE_LEVEL_MANAGER, noon.toString())
                    .outages(Batch.of(List.of(outage)), false);
        });
        database.transaction(em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, noon.toString())
                .evaluateRunning());
        ResultView mail = database.inTransaction(em -> SlaDesks.levels(
                        em, Callers.SERVICE_LEVEL_MANAGER, noon.toString())
                .results(
                        new ResultQuery(
                                YearMonth.of(2026, 11), Optional.empty(), null, "COL-MAIL", null, "AVAILABILITY", null),
                        PageRequest.first(10))
                .items()
                .get(0));
        assertThat(mail.provisional()).isTrue();
        assertThat(mail.availability().downtimeSeconds()).isEqualTo(1_500);
        assertThat(mail.spentAt()).isBetween(noon, Instant.parse("2026-11-30T23:00:00Z"));
    }
}
