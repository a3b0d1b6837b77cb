package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.Test;

/** What was provisional while the month ran is final when it is over, and the same as if it had only been looked at then. */
class MonthsEndTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    /** A Monday's evening: the office has closed for the month, the day has not. */
    private static final String LAST_EVENING = "2026-11-30T20:00:00Z";

    private static final String AFTER = "2026-12-01T04:00:00Z";

    @Test
    void a_result_whose_figures_stay_the_same_becomes_final_without_another_version() {
        Database watched = november();
        evaluate(watched, LAST_EVENING);
        assertThat(
                        codes(
                                watched,
                                "select distinct concat(provisional, ' ', result_version) from sla_result where period = '2026-11'"))
                .containsExactly("1 1");
        evaluate(watched, AFTER);
        assertThat(codes(
                        watched,
                        "select line from sla_result where period = '2026-11' and not superseded and provisional"))
                .isEmpty();
        assertThat(codes(
                        watched,
                        "select concat_ws(' ', result_version, superseded, provisional, budget_spent_at) from sla_result where"
                                + " period = '2026-11' and line = 'RA-030' and level = 'O-AV'"))
                .containsExactly("1 0 0");
        assertThat(evaluate(watched, AFTER).appended()).isZero();

        Database once = november();
        evaluate(once, AFTER);
        String all = "select concat_ws(' ', line, level, status, numerator, denominator, provisional, budget_spent_at,"
                + " policy_fingerprint, input_fingerprint) from sla_result where period = '2026-11' and not superseded"
                + " order by line, level";
        assertThat(codes(watched, all)).isEqualTo(codes(once, all)).hasSizeGreaterThan(500);
    }

    @Test
    void an_outage_that_turns_out_to_be_the_suppliers_is_taken_from_the_provider() {
        Database database = november();
        evaluate(database, AFTER);
        outage(database, "UPSTREAM");
        evaluate(database, AFTER);
        assertThat(codes(
                        database,
                        "select concat_ws(' ', result_version, downtime_provider_seconds, downtime_upstream_seconds) from"
                                + " sla_result where period = '2026-11' and line = 'RA-050' and level = 'C-AV'"
                                + " order by result_version"))
                .containsExactly("1 1500 0", "2 0 1500");
    }

    private static Database november() {
        Database database = DemoData.fresh();
        outage(database, "PROVIDER");
        return database;
    }

    private static void outage(Database database, String cause) {
        OutageDraft outage = new OutageDraft(
                "evening-1",
                "COL-MAIL",
                null,
                null,
                Instant.parse("2026-11-09T18:00:00Z"),
                Instant.parse("2026-11-09T18:25:00Z"),
                cause,
                "FULL",
                "monitoring",
                null);
        database.transaction(em -> SlaDesks.measurements(em, Callers.SERVICE_LEVEL_MANAGER, LAST_EVENING)
                .outages(Batch.of(List.of(outage)), false));
    }

    private static EvaluationView evaluate(Database database, String now) {
        return database.inTransaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, now).evaluate(NOVEMBER));
    }

    private static List<String> codes(Database database, String sql) {
        return database.inTransaction(
                em -> Rows.list(em.unwrap(Connection.class), sql, List.of(), row -> row.getString(1)));
    }
}
