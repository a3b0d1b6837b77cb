package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * November 2026 of one line, with a level of every measure that is neither availability nor cases: e-mail at
 * Riksantikvaren, around the clock.
 */
class OtherMeasuresTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final String NOW = "2026-12-02T08:00:00Z";
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final String LINE = "RA-050";
    private static final String SERVICE = "COL-MAIL";

    private static Database database;

    @BeforeAll
    static void november() {
        database = Database.fresh();
        DemoData.load(database);
        level(
                "T-90",
                "RESPONSE_TIME",
                "target_percent = 90, metric = 'response_ms', threshold_value = 4000," + " direction = 'AT_MOST'");
        level(
                "T-P95",
                "RESPONSE_TIME",
                "metric = 'response_ms', threshold_value = 4000, direction = 'AT_MOST'," + " percentile = 95");
        level(
                "T-MANY",
                "RESPONSE_TIME",
                "target_percent = 90, metric = 'response_ms', threshold_value = 4000,"
                        + " direction = 'AT_MOST', minimum_samples = 11");
        level(
                "T-CAP",
                "CAPACITY",
                "target_percent = 50, metric = 'disk_percent', threshold_value = 80,"
                        + " direction = 'AT_MOST', hold_seconds = 300");
        level("T-BU", "BACKUP", "target_percent = 99, schedule = 'CALENDAR_DAY'");
        level("T-RTO", "RECOVERY_TIME", "threshold_seconds = 14400");
        level("T-RPO", "RECOVERY_POINT", "threshold_seconds = 3600");
        level(
                "T-NPS",
                "CUSTOM",
                "metric = 'survey', threshold_value = 4, direction = 'AT_LEAST'," + " aggregation = 'MEAN'");
        String likeAvailability =
                "composition = 'OWN', maintenance = 'REMOVED', exclusions = 'REMOVED'," + " unknown = 'REMOVED', ";
        level("T-LONG", "LONGEST_OUTAGE", likeAvailability + "threshold_seconds = 7200");
        level("T-NUM", "OUTAGE_COUNT", likeAvailability + "threshold_seconds = 3600, threshold_value = 1");
        level("T-MTTR", "TIME_TO_RESTORE", likeAvailability + "threshold_seconds = 3600");
        level("T-MTBF", "TIME_BETWEEN_OUTAGES", likeAvailability + "threshold_seconds = 360000");
        level(
                "T-WEIGHT",
                "AVAILABILITY",
                likeAvailability + "degradation = 'WEIGHTED', degradation_weight = 0.25," + " target_percent = 99");
        level("T-UP", "AVAILABILITY", likeAvailability + "metric = 'http', target_percent = 50");
        facts();
        database.inTransaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).evaluate(NOVEMBER));
    }

    private static void level(String level, String measure, String choices) {
        database.transaction(em -> {
            em.createNativeQuery("""
                            insert into service_level (id, level, package, measure, target_percent, calendar, period,
                                display_decimals, consequence, valid_from)
                            select nextval(service_level_seq), ?1, l.service_level_package, ?2, 100, '24X7', 'MONTH', 2,
                                'NONE', '2026-01-01'
                            from agreement_line l where l.line = ?3
                            """)
                    .setParameter(1, level)
                    .setParameter(2, measure)
                    .setParameter(3, LINE)
                    .executeUpdate();
            em.createNativeQuery("update service_level set " + choices + " where level = ?1")
                    .setParameter(1, level)
                    .executeUpdate();
        });
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse("2026-11-" + local).atZone(OSLO).toInstant();
    }

    private static void facts() {
        List<SampleDraft> samples = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            // nine within four seconds, one exactly at it among them, and one that failed
            samples.add(new SampleDraft(
                    "S" + i,
                    SERVICE,
                    null,
                    null,
                    "response_ms",
                    at("0" + (1 + i % 5) + "T10:00:00"),
                    i == 9 ? null : BigDecimal.valueOf(i == 8 ? 4_000 : 100 + i),
                    i != 9,
                    "probe"));
        }
        samples.add(new SampleDraft(
                "ELSE", SERVICE, null, "971022264", "response_ms", at("03T10:00:00"), BigDecimal.TEN, true, "probe"));
        // 80 percent for ten minutes, 81 for five, and nothing known of the rest of the month
        for (String minute : List.of("00", "10")) {
            samples.add(new SampleDraft(
                    "D" + minute,
                    SERVICE,
                    null,
                    null,
                    "disk_percent",
                    at("02T12:" + minute + ":30"),
                    BigDecimal.valueOf(minute.equals("00") ? 80 : 81),
                    null,
                    "probe"));
        }
        // up for ten minutes, down for ten, and silent after the last probe's five
        for (int minute = 0; minute < 20; minute++) {
            samples.add(new SampleDraft(
                    "P" + minute,
                    SERVICE,
                    null,
                    null,
                    "http",
                    at("25T12:00:00").plusSeconds(minute * 60L),
                    null,
                    minute < 10,
                    "probe"));
        }
        List<BackupDraft> backups = LocalDate.of(2026, 11, 1)
                .datesUntil(LocalDate.of(2026, 12, 1))
                .filter(day -> day.getDayOfMonth() != 17)
                .map(day -> {
                    Instant scheduled = day.atTime(1, 0).atZone(OSLO).toInstant();
                    boolean good = day.getDayOfMonth() != 18;
                    return new BackupDraft(
                            "B" + day, SERVICE, null, null, scheduled, scheduled.plusSeconds(900), good, null, null);
                })
                .toList();
        List<RecoveryDraft> recoveries = List.of(
                new RecoveryDraft(
                        "R1",
                        SERVICE,
                        null,
                        null,
                        at("05T08:00:00"),
                        at("05T08:30:00"),
                        at("05T12:30:00"),
                        at("05T07:00:00"),
                        false,
                        null,
                        null),
                new RecoveryDraft(
                        "R2",
                        SERVICE,
                        null,
                        null,
                        at("06T08:00:00"),
                        at("06T08:30:00"),
                        at("06T12:30:01"),
                        at("06T06:59:59"),
                        true,
                        null,
                        null));
        List<ValueDraft> values = List.of(
                new ValueDraft(
                        "V1", SERVICE, null, null, "survey", at("05T08:00:00"), new BigDecimal("4.5"), null, null),
                new ValueDraft(
                        "V2", SERVICE, null, null, "survey", at("06T08:00:00"), new BigDecimal("3.4"), null, null));
        List<OutageDraft> outages = List.of(
                outage("U1", "10T10:00:00", "10T11:00:00", "FULL"),
                outage("U2", "10T11:00:00", "10T11:30:00", "FULL"),
                outage("U3", "20T10:00:00", "20T10:30:00", "FULL"),
                outage("U4", "21T10:00:00", "21T10:00:30", "DEGRADED"));
        database.transaction(em -> {
            ReadingDesk desk = SlaDesks.readings(em, Callers.SERVICE_LEVEL_MANAGER, NOW);
            List.of(
                            desk.samples(Measurements.of(Batch.of(samples)), false),
                            desk.backups(Measurements.of(Batch.of(backups)), false),
                            desk.recoveries(Measurements.of(Batch.of(recoveries)), false),
                            desk.values(Measurements.of(Batch.of(values)), false),
                            SlaDesks.measurements(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                                    .outages(Batch.of(outages), false))
                    .forEach(receipt -> assertThat(receipt.rejected()).isEmpty());
        });
    }

    private static OutageDraft outage(String key, String from, String to, String impact) {
        return new OutageDraft(key, SERVICE, null, null, at(from), at(to), "PROVIDER", impact, null, null);
    }

    private static ResultView result(String level) {
        return database.inTransaction(em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                .results(
                        new ResultQuery(NOVEMBER, Optional.empty(), LINE, null, level, null, null),
                        PageRequest.first(10))
                .items()
                .get(0));
    }

    private static void is(String level, ResultStatus status, String achieved, String displayed) {
        ResultView result = result(level);
        assertThat(result.reason()).as(level).isNull();
        assertThat(result.status()).as(level).isEqualTo(status);
        assertThat(String.valueOf(result.achieved())).as(level).isEqualTo(achieved);
        assertThat(result.displayed() == null ? null : result.displayed().toPlainString())
                .as(level)
                .isEqualTo(displayed);
    }

    @Test
    void a_failed_sample_is_not_within_the_threshold_and_one_exactly_at_it_is() {
        is("T-90", ResultStatus.MET, "90", "90.00");
        assertThat(result("T-90").denominator())
                .as("another agency's sample does not count")
                .isEqualTo(10);
    }

    @Test
    void a_percentile_that_is_a_failed_sample_has_no_number_and_is_a_breach() {
        is("T-P95", ResultStatus.BREACHED, "null", null);
    }

    @Test
    void fewer_samples_than_agreed_are_insufficient_data() {
        is("T-MANY", ResultStatus.INSUFFICIENT_DATA, "90", "90.00");
    }

    @Test
    void capacity_counts_five_minutes_by_their_worst_sample_and_as_long_as_it_holds() {
        is("T-CAP", ResultStatus.MET, "50", "50.00");
        assertThat(result("T-CAP").coverage()).isEqualTo(Share.of(1_200, 30 * 86_400));
    }

    @Test
    void a_backup_that_failed_and_one_that_never_ran_are_missing_from_those_scheduled() {
        is("T-BU", ResultStatus.BREACHED, "280/3", "93.33");
        ExplanationView why = database.inTransaction(em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                .explanation(result("T-BU").id()));
        assertThat(why.steps())
                .filteredOn(step -> !step.effect().equals("SUCCESSFUL"))
                .extracting(step -> step.key() + " " + step.effect())
                .containsExactly("2026-11-17 MISSING", "B2026-11-18 FAILED");
    }

    @Test
    void a_recovery_in_exactly_the_time_and_one_a_second_late() {
        is("T-RTO", ResultStatus.BREACHED, "50", "50.00");
        is("T-RPO", ResultStatus.BREACHED, "50", "50.00");
    }

    @Test
    void numbers_are_reckoned_together_exactly_and_shown_no_better_than_they_are() {
        is("T-NPS", ResultStatus.BREACHED, "79/20", "3.95");
        assertThat(result("T-NPS").unit()).isEqualTo(Unit.NUMBER);
        assertThat(result("T-NPS").percent(4)).isNull();
    }

    @Test
    void outages_that_touch_are_one() {
        is("T-LONG", ResultStatus.MET, "5400", "5400");
        is("T-NUM", ResultStatus.MET, "1", "1");
        is("T-MTTR", ResultStatus.MET, "3600", "3600");
        is("T-MTBF", ResultStatus.MET, String.valueOf((30 * 86_400 - 7_200) / 2), "1292400");
    }

    @Test
    void reduced_quality_counts_by_its_weight_to_the_fraction_of_a_second() {
        ResultView result = result("T-WEIGHT");
        // 7 200 seconds and a quarter of 30 are 7 207.5: in halves of a second
        assertThat(result.numerator()).isEqualTo(2 * 2_592_000 - 14_415);
        assertThat(result.denominator()).isEqualTo(2 * 2_592_000);
        assertThat(result.availability().errorBudgetRemainingSeconds()).isEqualTo(25_920 - 7_208);
        assertThat(result.status()).isEqualTo(ResultStatus.MET);
    }

    @Test
    void probes_make_outages_and_their_silence_is_time_without_measurement() {
        ResultView result = result("T-UP");
        // from 12:10 until five minutes after 12:19, besides the two hours that were told
        assertThat(result.availability().downtimeSeconds()).isEqualTo(7_200 + 14 * 60);
        assertThat(result.availability().unknownSeconds()).isEqualTo(2_592_000 - 7_200 - 24 * 60);
        assertThat(result.numerator()).isEqualTo(600);
    }

    @Test
    void the_same_facts_evaluated_again_give_no_new_version() {
        EvaluationView again = database.inTransaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).evaluate(NOVEMBER));
        assertThat(again.appended()).isZero();
        assertThat(result("T-90").version()).isEqualTo(1);
    }

    @Test
    void a_choice_that_is_missing_is_named_and_nothing_is_made_up() {
        level("T-HALF", "CUSTOM", "metric = 'survey', threshold_value = 4, direction = 'AT_LEAST'");
        database.inTransaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).evaluate(NOVEMBER));
        assertThat(result("T-HALF").status()).isEqualTo(ResultStatus.NOT_EVALUATED);
        assertThat(result("T-HALF").reason()).isEqualTo("aggregation=");
    }
}
