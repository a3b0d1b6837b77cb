package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Riksantikvaren's reports of the last quarter of 2026: September's at the last second of its day, October's a second
 * after the day that was noted for it, November's never.
 */
class ReportDeliveryTest {

    private static final String NOW = "2027-01-04T08:00:00Z";
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final String LINE = "RA-050";

    private static Database database;

    @BeforeAll
    static void a_quarter() {
        database = DemoData.fresh();
        level("T-MON", "MONTH");
        level("T-QRT", "QUARTER");
        // the tenth working day of October is the 14th; its last second is 21:59:59 in UTC
        published("RAP-2026-09-RA", "2026-09", "2026-10-14T21:59:59Z", 1);
        published("RAP-2026-10-RA", "2026-10", "2026-11-06T23:00:00Z", 2);
        database.transaction(em -> {
            em.createNativeQuery("insert into service_report_duty (period, agency, deliver_by)"
                            + " values ('2026-10', '974760819', '2026-11-06')")
                    .executeUpdate();
        });
        for (YearMonth month : new YearMonth[] {NOVEMBER, DECEMBER}) {
            database.transaction(em ->
                    SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).evaluate(month));
        }
    }

    private static void level(String level, String period) {
        database.transaction(em -> em.createNativeQuery("""
                        insert into service_level (id, level, package, measure, target_percent, calendar, period,
                            display_decimals, consequence, valid_from)
                        select nextval(service_level_seq), ?1, l.service_level_package, 'REPORT_DELIVERY', 90, '24X7', ?2,
                            2, 'NONE', '2026-01-01'
                        from agreement_line l where l.line = ?3
                        """)
                .setParameter(1, level)
                .setParameter(2, period)
                .setParameter(3, LINE)
                .executeUpdate());
    }

    private static void published(String number, String period, String at, int id) {
        database.transaction(em -> em.createNativeQuery(
                        "insert into service_report (id, number, period, agency, edition, state, generated_by,"
                                + " generated_at, published_at) values (?1, ?2, ?3, '974760819', 1, 'PUBLISHED', 'p-slm', 0, ?4)")
                .setParameter(1, id)
                .setParameter(2, number)
                .setParameter(3, period)
                .setParameter(4, Instant.parse(at).toEpochMilli())
                .executeUpdate());
    }

    @Test
    void a_report_counts_in_the_month_of_its_agreed_day() {
        ResultView november = result(NOVEMBER, "T-MON");
        assertThat(november.reason()).isNull();
        assertThat(november.status()).isEqualTo(ResultStatus.BREACHED);
        assertThat(november.numerator()).isZero();
        assertThat(november.denominator()).isEqualTo(1);
        ExplanationView.StepView late = why(november).steps().get(0);
        assertThat(late.kind()).isEqualTo("REPORT");
        assertThat(late.key()).isEqualTo("RAP-2026-10-RA");
        assertThat(late.effect()).isEqualTo("LATE");
        assertThat(late.due()).isEqualTo("2026-11-06T22:59:59Z");
        assertThat(late.to()).isEqualTo("2026-11-06T23:00:00Z");
    }

    @Test
    void a_quarter_counts_three_and_says_of_each_whether_it_came_in_time() {
        ResultView quarter = result(DECEMBER, "T-QRT");
        assertThat(quarter.numerator()).isEqualTo(1);
        assertThat(quarter.denominator()).isEqualTo(3);
        assertThat(quarter.displayed()).hasToString("33.33");
        assertThat(why(quarter).steps())
                .extracting(step -> step.key() + " " + step.effect())
                .containsExactly("RAP-2026-09-RA IN_TIME", "RAP-2026-10-RA LATE", "2026-11 OVERDUE");
    }

    @Test
    void what_is_published_after_the_month_changes_nothing_of_it() {
        published("RAP-2026-11-RA", "2026-11", "2027-01-04T07:00:00Z", 3);
        EvaluationView again = database.inTransaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).evaluate(DECEMBER));
        ResultView december = result(DECEMBER, "T-MON");
        database.transaction(em ->
                em.createNativeQuery("delete from service_report where id = 3").executeUpdate());
        assertThat(again.appended()).isZero();
        assertThat(december.numerator()).isZero();
        assertThat(why(december).steps().get(0).effect()).isEqualTo("OVERDUE");
    }

    private static ResultView result(YearMonth month, String level) {
        return database.inTransaction(em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                .results(new ResultQuery(month, Optional.empty(), LINE, null, level, null, null), PageRequest.first(10))
                .items()
                .get(0));
    }

    private static ExplanationView why(ResultView result) {
        return database.inTransaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).explanation(result.id()));
    }
}
