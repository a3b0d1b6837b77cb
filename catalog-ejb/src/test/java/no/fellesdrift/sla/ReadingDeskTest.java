package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Samples, backups, recoveries and numbers coming in. */
class ReadingDeskTest {

    private static final String NOW = "2026-11-22T08:00:00Z";
    private static final String RIKSANTIKVAREN = "974760819";

    private static Database database;

    @BeforeAll
    static void load() {
        database = Database.fresh();
        DemoData.load(database);
    }

    @BeforeEach
    void empty() {
        database.transaction(em -> {
            for (String table : List.of("sample", "sample_hour", "backup_run", "recovery", "metric_value")) {
                em.createNativeQuery("delete from " + table).executeUpdate();
            }
        });
    }

    private static <T> T desk(Function<ReadingDesk, T> call) {
        return desk(Callers.SERVICE_LEVEL_MANAGER, call);
    }

    private static <T> T desk(Caller caller, Function<ReadingDesk, T> call) {
        return database.inTransaction(em -> call.apply(SlaDesks.readings(em, caller, NOW)));
    }

    private static SampleDraft sample(String key, String at, String value, Boolean ok) {
        return new SampleDraft(
                key,
                "COL-MAIL",
                null,
                null,
                "response_ms",
                Instant.parse(at),
                value == null ? null : new BigDecimal(value),
                ok,
                "probe");
    }

    private static Receipt tell(SampleDraft... drafts) {
        return desk(desk -> desk.samples(Measurements.of(Batch.of(List.of(drafts))), false));
    }

    /** The same in blocks of one row. */
    @SafeVarargs
    private static <T> Measurements<T> oneByOne(T... drafts) {
        List<Batch<T>> blocks = new ArrayList<>();
        for (int i = 0; i < drafts.length; i++) {
            blocks.add(new Batch<>(List.of(new Batch.Numbered<>(i + 1, drafts[i])), List.of()));
        }
        Iterator<Batch<T>> next = blocks.iterator();
        return () -> next.hasNext() ? next.next() : null;
    }

    private static List<String> hours() {
        return database.inTransaction(em -> Rows.list(
                em.unwrap(java.sql.Connection.class),
                "select concat_ws(' ', hour_at, offering, agency, valued, probed, failed, distribution)"
                        + " from sample_hour order by hour_at, offering, agency",
                List.of(),
                row -> row.getString(1)));
    }

    @Test
    void samples_are_gathered_by_the_hour_as_they_come() {
        assertThat(tell(
                        sample("1", "2026-11-20T08:00:00Z", "120", true),
                        sample("2", "2026-11-20T08:01:00Z", "120.0", true),
                        sample("3", "2026-11-20T09:59:59Z", null, false)))
                .isEqualTo(new Receipt(3, 0, List.of()));
        assertThat(tell(sample("4", "2026-11-20T08:02:00Z", "4001", null))).isEqualTo(new Receipt(1, 0, List.of()));
        assertThat(hours())
                .containsExactly("1795161600000   3 2 0 0:120=2,4001|+0/60*2", "1795165200000   0 1 1 |-3599");
    }

    @Test
    void the_same_sample_again_counts_once_and_one_told_differently_takes_the_place_of_the_old() {
        tell(sample("1", "2026-11-20T08:00:00Z", "120", true), sample("2", "2026-11-20T08:07:00Z", "80", true));
        assertThat(tell(sample("1", "2026-11-20T08:00:00Z", "120.000", true))).isEqualTo(new Receipt(0, 1, List.of()));
        assertThat(tell(
                        sample("1", "2026-11-20T09:30:00Z", "95", null),
                        sample("3", "2026-11-20T08:08:00Z", "80", null)))
                .isEqualTo(new Receipt(2, 0, List.of()));
        assertThat(hours()).containsExactly("1795161600000   2 1 0 1:80=2|+420", "1795165200000   1 0 0 6:95|");
    }

    @Test
    void a_bad_sample_takes_back_what_was_stored_of_the_blocks_before_it() {
        SampleDraft good = sample("1", "2026-11-20T08:00:00Z", "120", true);
        SampleDraft bad = sample("2", "2026-11-20T08:00:00Z", null, null);
        assertThatThrownBy(() -> desk(desk -> desk.samples(oneByOne(good, bad, good), false)))
                .isInstanceOfSatisfying(
                        RowsRejected.class,
                        refused -> assertThat(refused.receipt())
                                .isEqualTo(
                                        new Receipt(0, 0, List.of(RejectedRow.of(2, "value", "sla.row.VALUE_OR_OK")))));
        assertThat(hours()).isEmpty();
        Receipt parts = desk(desk -> desk.samples(oneByOne(good, bad, good), true));
        assertThat(parts).isEqualTo(new Receipt(1, 1, List.of(RejectedRow.of(2, "value", "sla.row.VALUE_OR_OK"))));
        assertThat(hours()).hasSize(1);
    }

    @Test
    void a_key_with_two_contents_in_one_request_is_refused_however_far_apart_they_stand() {
        SampleDraft one = sample("1", "2026-11-20T08:00:00Z", "120", true);
        SampleDraft other = sample("1", "2026-11-20T08:00:00Z", "121", true);
        RejectedRow twice = RejectedRow.of(2, "sample", "sla.row.KEY_TWICE");
        assertThat(tell(one, other).rejected()).containsExactly(twice);
        Receipt parts = desk(desk -> desk.samples(oneByOne(one, other), true));
        assertThat(parts).isEqualTo(new Receipt(1, 0, List.of(twice)));
    }

    @Test
    void a_sample_older_than_single_samples_are_kept_is_refused_and_old_ones_are_forgotten() {
        assertThat(tell(sample("1", "2025-09-30T21:59:59Z", "1", null)).rejected())
                .containsExactly(RejectedRow.of(1, "at", "sla.row.TOO_OLD", "2025-09-30T22:00:00Z"));
        tell(sample("1", "2025-09-30T22:00:00Z", "1", null), sample("2", "2026-11-01T00:00:00Z", "2", null));
        int forgotten = database.inTransaction(em -> {
            ReadingDesk later = SlaDesks.readings(em, Callers.SERVICE_LEVEL_MANAGER, "2026-12-01T08:00:00Z");
            return later.forgetOldSamples();
        });
        assertThat(forgotten).isEqualTo(1);
        assertThat(hours()).as("what was gathered stays").hasSize(2);
    }

    @Test
    void a_successful_backup_has_finished_and_a_recovery_goes_forward_in_time() {
        Instant scheduled = Instant.parse("2026-11-20T00:00:00Z");
        Receipt backups = desk(desk -> desk.backups(
                oneByOne(
                        new BackupDraft(
                                "B1", "COL-MAIL", null, null, scheduled, scheduled.plusSeconds(900), true, null, null),
                        new BackupDraft("B2", "COL-MAIL", null, null, scheduled, null, true, null, null),
                        new BackupDraft("B3", "COL-MAIL", null, null, scheduled, null, false, null, null)),
                true));
        assertThat(backups).isEqualTo(new Receipt(2, 0, List.of(RejectedRow.of(2, "finishedAt", "sla.row.MISSING"))));
        Receipt recoveries = desk(desk -> desk.recoveries(
                oneByOne(
                        new RecoveryDraft(
                                "R1",
                                "COL-MAIL",
                                null,
                                null,
                                scheduled,
                                scheduled.plusSeconds(60),
                                null,
                                null,
                                true,
                                null,
                                null),
                        new RecoveryDraft(
                                "R2",
                                "COL-MAIL",
                                null,
                                null,
                                scheduled,
                                scheduled.minusSeconds(60),
                                null,
                                null,
                                true,
                                null,
                                null)),
                true));
        assertThat(recoveries)
                .isEqualTo(new Receipt(1, 0, List.of(RejectedRow.of(2, "declaredAt", "sla.row.NOT_IN_ORDER"))));
    }

    @Test
    void a_number_is_kept_exactly_and_one_with_too_many_digits_refused() {
        Instant at = Instant.parse("2026-11-20T00:00:00Z");
        Receipt receipt = desk(desk -> desk.values(
                oneByOne(
                        new ValueDraft("V1", "COL-MAIL", null, null, "survey", at, new BigDecimal("4.250"), null, null),
                        new ValueDraft(
                                "V2", "COL-MAIL", null, null, "survey", at, new BigDecimal("0.1234567"), null, null),
                        new ValueDraft("V3", "COL-MAIL", null, null, "two words", at, BigDecimal.ONE, null, null)),
                true));
        assertThat(receipt)
                .isEqualTo(new Receipt(
                        1,
                        0,
                        List.of(
                                RejectedRow.of(2, "value", "sla.row.NOT_A_NUMBER", 13, 6),
                                RejectedRow.of(3, "metric", "sla.row.NOT_A_METRIC"))));
        assertThat(desk(desk -> desk.valueList(november(), PageRequest.first(10)))
                        .items())
                .extracting(ValueLine::value)
                .containsExactly(new BigDecimal("4.25"));
    }

    @Test
    void an_agency_sees_what_concerns_it_or_everybody_and_nobody_elses() {
        Instant at = Instant.parse("2026-11-20T00:00:00Z");
        desk(desk -> desk.values(
                oneByOne(
                        new ValueDraft("ALL", "COL-MAIL", null, null, "survey", at, BigDecimal.ONE, null, null),
                        new ValueDraft(
                                "RA", "COL-MAIL", null, RIKSANTIKVAREN, "survey", at, BigDecimal.ONE, null, null)),
                false));
        assertThat(desk(Callers.RA_ORDERER, desk -> desk.valueList(november(), PageRequest.first(10)))
                        .items())
                .extracting(ValueLine::key)
                .containsExactly("RA", "ALL");
        assertThat(desk(Callers.NP_ORDERER, desk -> desk.valueList(november(), PageRequest.first(10)))
                        .items())
                .extracting(ValueLine::key)
                .containsExactly("ALL");
    }

    private static FactQuery november() {
        return new FactQuery(YearMonth.of(2026, 11), Optional.empty(), null);
    }
}
