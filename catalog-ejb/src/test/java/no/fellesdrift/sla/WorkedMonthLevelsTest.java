package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Heard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The levels of October 2026 as docs/worked-month-levels.md works them out by hand. */
class WorkedMonthLevelsTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    private static Database database;

    @BeforeAll
    static void load() {
        database = Database.fresh();
        DemoData.load(database);
        assertThat(evaluate(OCTOBER).results()).isEqualTo(820);
        assertThat(evaluate(SEPTEMBER).results()).isEqualTo(157);
    }

    private static EvaluationView evaluate(YearMonth month) {
        return database.inTransaction(em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-22T00:00:00Z")
                .evaluate(month));
    }

    private static ResultView result(String line, String level) {
        return database.inTransaction(em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-22T00:00:00Z")
                .result("2026-10~" + line + "~" + level + "~1"));
    }

    private static void is(String line, String level, ResultStatus status, long numerator, long denominator) {
        ResultView result = result(line, level);
        assertThat(result.status()).as(line + " " + level).isEqualTo(status);
        assertThat(result.numerator()).as(line + " " + level).isEqualTo(numerator);
        assertThat(result.denominator()).as(line + " " + level).isEqualTo(denominator);
    }

    @Test
    void an_evaluation_tells_what_it_did_in_its_own_transaction() {
        database.transaction(em -> {
            LevelDesk desk = SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-22T00:00:00Z");
            desk.evaluate(OCTOBER);
            assertThat(((Heard<LevelsEvaluated>) desk.evaluation.evaluated).all)
                    .containsExactly(new LevelsEvaluated(OCTOBER, true, 0));
        });
    }

    @Test
    void identity_loses_an_hour_at_the_clock_change_and_breaks_its_promise() {
        is("MDIR-310", "C-AV", ResultStatus.BREACHED, 2_669_400, 2_673_000);
        ResultView result = result("MDIR-310", "C-AV");
        assertThat(result.displayed()).isEqualByComparingTo("99.8653");
        assertThat(result.availability().maintenanceSeconds()).isEqualTo(7_200);
        assertThat(result.availability().errorBudgetSeconds()).isEqualTo(2_674);
        assertThat(result.availability().errorBudgetRemainingSeconds()).isEqualTo(-926);
    }

    @Test
    void exactly_at_the_target_is_met() {
        is("RA-100", "S-AV", ResultStatus.MET, 2_668_590, 2_682_000);
        assertThat(result("RA-100", "S-AV").availability().errorBudgetRemainingSeconds())
                .isZero();
    }

    @Test
    void an_approved_exclusion_is_taken_out_and_one_that_was_not_approved_counts() {
        is("RA-110", "S-AV", ResultStatus.MET, 2_682_000, 2_682_000);
        is("ADB-090", "S-AV", ResultStatus.BREACHED, 2_667_600, 2_682_000);
        assertThat(result("ADB-090", "S-AV").availability().customerSeconds()).isEqualTo(14_400);
    }

    @Test
    void maintenance_beyond_its_quota_is_downtime_and_a_target_that_changes_is_weighted() {
        is("RA-070", "E-AV", ResultStatus.BREACHED, 1_115_400, 1_123_200);
        assertThat(result("RA-070", "E-AV").target()).isEqualTo(Share.of(157_371, 1_580));
        assertThat(result("RA-070", "E-AV").availability().maintenanceSeconds()).isEqualTo(14_400);
    }

    @Test
    void one_second_too_much_is_a_breach_that_no_rounding_hides() {
        is("ADB-150", "O-AV", ResultStatus.BREACHED, 666_467, 673_200);
        assertThat(result("ADB-150", "O-AV").displayed()).isEqualByComparingTo("98.9998");
    }

    @Test
    void a_composed_service_goes_down_with_what_it_needs() {
        is("MDIR-210", "P-AV", ResultStatus.MET, 2_648_400, 2_659_800);
        assertThat(result("MDIR-210", "P-AV").availability().providerSeconds()).isEqualTo(9_000);
        assertThat(result("MDIR-210", "P-AV").availability().upstreamSeconds()).isEqualTo(2_400);
    }

    @Test
    void without_any_measurement_nothing_is_measurable_and_below_the_coverage_data_is_insufficient() {
        is("KMF-190", "O-AV", ResultStatus.NOT_MEASURABLE, 0, 0);
        is("KMF-110", "S-AV", ResultStatus.INSUFFICIENT_DATA, 2_677_800, 2_682_000);
    }

    @Test
    void a_line_s_availability_month_by_month_has_gaps_where_nothing_was_evaluated() {
        database.transaction(em -> {
            LineTrend trend = SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-22T00:00:00Z")
                    .availability("RA-070", OCTOBER);
            assertThat(trend.organisation()).isEqualTo(Callers.RA);
            assertThat(trend.levels()).extracting(LineTrend.Level::level).containsExactly("E-AV");
            List<LineTrend.Month> months = trend.levels().get(0).months();
            assertThat(months).hasSize(12);
            assertThat(months.get(0).period()).isEqualTo(YearMonth.of(2025, 11));
            assertThat(months.subList(0, 10)).allMatch(month -> month.result() == null);
            assertThat(months.get(10).result().status()).isEqualTo(ResultStatus.MET);
            assertThat(months.get(10).result().displayed()).isEqualByComparingTo("100");
            assertThat(months.get(10).result().target()).isEqualTo(Share.of(199, 2));
            assertThat(months.get(11).result().status()).isEqualTo(ResultStatus.BREACHED);
            assertThat(months.get(11).result().displayed()).isEqualByComparingTo("99.3055");
            assertThat(months.get(11).result().target()).isEqualTo(Share.of(157_371, 1_580));
        });
    }

    @Test
    void a_month_with_too_little_data_stands_in_the_trend_without_a_percentage() {
        database.transaction(em -> {
            LineTrend.Month october = SlaDesks.levels(em, Callers.OBSERVER, "2026-11-22T00:00:00Z")
                    .availability("KMF-110", OCTOBER)
                    .levels()
                    .get(0)
                    .months()
                    .get(11);
            assertThat(october.result().status()).isEqualTo(ResultStatus.INSUFFICIENT_DATA);
            assertThat(october.shown()).isFalse();
        });
    }

    @Test
    void another_agency_s_line_does_not_exist() {
        database.transaction(em -> {
            LevelDesk desk = SlaDesks.levels(em, Callers.RA_ORDERER, "2026-11-22T00:00:00Z");
            assertThat(desk.availability("RA-110", OCTOBER).levels()).hasSize(1);
            for (String line : List.of("NP-280", "XX-999")) {
                assertThatThrownBy(() -> desk.availability(line, OCTOBER))
                        .isInstanceOfSatisfying(
                                Rejection.class,
                                refused -> assertThat(refused.reason()).isEqualTo(SlaReason.UNKNOWN_LINE));
            }
        });
    }

    @Test
    void a_case_is_judged_from_its_opening_by_the_priority_at_its_stop() {
        is("NP-280", "C-RE1", ResultStatus.BREACHED, 0, 1);
        is("ADB-230", "C-RS1", ResultStatus.BREACHED, 0, 1);
        is("ADB-230", "C-RE1", ResultStatus.MET, 1, 1);
    }

    @Test
    void a_pause_stops_the_clock_and_exactly_at_the_threshold_is_in_time() {
        is("MDIR-060", "C-RE2", ResultStatus.BREACHED, 4, 5);
        assertThat(step("MDIR-060", "C-RE2", "S-10269").seconds()).isEqualTo(28_800);
        assertThat(step("MDIR-060", "C-RE2", "S-10269").effect()).isEqualTo("IN_TIME");
    }

    @Test
    void what_was_overdue_in_september_does_not_count_again_in_october() {
        List<String> cases = steps("MDIR-010", "E-RE3").stream()
                .filter(step -> step.kind().equals("CASE"))
                .map(ExplanationView.StepView::key)
                .toList();
        assertThat(cases).contains("S-10002").doesNotContain("S-10001");
        assertThat(step("MDIR-010", "E-RE3", "S-10002").seconds()).isEqualTo(89_100);
    }

    @Test
    void time_between_solution_and_reopening_is_left_out() {
        is("KMF-110", "S-RE2", ResultStatus.MET, 1, 1);
        assertThat(step("KMF-110", "S-RE2", "S-10256").seconds()).isEqualTo(13_397);
    }

    @Test
    void an_order_counts_for_the_line_it_begins_and_one_never_delivered_is_overdue() {
        is("NP-140", "S-LT", ResultStatus.MET, 1, 1);
        is("RA-110", "S-LT", ResultStatus.BREACHED, 0, 1);
        assertThat(step("RA-110", "S-LT", "B-2026-0047").effect()).isEqualTo("OVERDUE");
        assertThat(step("RA-110", "S-LT", "B-2026-0047").due()).isEqualTo(Instant.parse("2026-10-27T15:00:00Z"));
    }

    @Test
    void an_order_that_was_cancelled_in_time_is_no_case() {
        is("KMF-020", "O-LT", ResultStatus.NOT_MEASURABLE, 0, 0);
    }

    @Test
    void evaluating_again_later_and_elsewhere_gives_no_new_version() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            for (String other : List.of("UTC", "Europe/Oslo", "America/New_York")) {
                TimeZone.setDefault(TimeZone.getTimeZone(other));
                Locale.setDefault(Locale.forLanguageTag("tr-TR"));
                EvaluationView again = database.inTransaction(
                        em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-22T01:00:00Z")
                                .evaluate(OCTOBER));
                assertThat(again.appended()).as(other).isZero();
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void an_agency_sees_its_own_results_and_nobody_elses() {
        database.transaction(em -> {
            LevelDesk desk = SlaDesks.levels(em, Callers.RA_ORDERER, "2026-11-22T00:00:00Z");
            Paged<ResultView> own = desk.results(ResultQuery.of(OCTOBER, Optional.empty()), PageRequest.first(1_000));
            assertThat(own.items())
                    .isNotEmpty()
                    .allMatch(result -> result.organisation().equals(Callers.RA.digits()));
            assertThatThrownBy(() -> desk.explanation("2026-10~NP-280~C-RE1~1"))
                    .isInstanceOfSatisfying(
                            Rejection.class,
                            refused -> assertThat(refused.reason()).isEqualTo(SlaReason.UNKNOWN_RESULT));
            assertThatThrownBy(
                            () -> desk.results(ResultQuery.of(OCTOBER, Optional.of(Callers.NP)), PageRequest.first(10)))
                    .isInstanceOf(Rejection.class);
        });
    }

    private static List<ExplanationView.StepView> steps(String line, String level) {
        return database.inTransaction(em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-22T00:00:00Z")
                .explanation("2026-10~" + line + "~" + level + "~1")
                .steps());
    }

    private static ExplanationView.StepView step(String line, String level, String key) {
        return steps(line, level).stream()
                .filter(step -> step.key().equals(key) && step.kind().equals("CASE"))
                .findFirst()
                .orElseThrow();
    }
}
