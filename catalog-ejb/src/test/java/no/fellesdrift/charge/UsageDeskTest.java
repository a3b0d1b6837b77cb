package no.fellesdrift.charge;

import static no.fellesdrift.charge.WorkedMonth.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.Batch;
import no.fellesdrift.sla.Receipt;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Heard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // a test injects by hand
class UsageDeskTest {

    static Database database;

    @BeforeAll
    static void load() {
        database = DemoData.fresh();
    }

    @Test
    void the_same_reading_twice_is_one_reading() {
        List<UsageDraft> drafts = List.of(reading("X-1", "RA-320", "hours", "2026-10-20", "2.5"));
        assertThat(accept(drafts, false)).isEqualTo(new Receipt(1, 0, List.of()));
        assertThat(accept(drafts, false)).isEqualTo(new Receipt(0, 1, List.of()));
    }

    @Test
    void a_bad_row_is_named_and_nothing_is_stored() {
        Receipt receipt = accept(
                List.of(
                        reading("Y-1", "RA-320", "hours", "2026-10-20", "1"),
                        reading("Y-2", "RA-999", "hours", "2026-10-20", "1"),
                        reading("Y-3", "RA-320", "pages", "2026-10-20", "1"),
                        reading("Y-4", "RA-140", "hours", "2026-10-09", "1"),
                        reading("Y-5", "RA-320", "hours", "2026-11-06", "1"),
                        reading("", "RA-320", "hours", "2026-10-20", "0.1234567"),
                        reading("Y-1", "RA-320", "hours", "2026-10-20", "2")),
                false);
        assertThat(receipt.accepted()).isZero();
        assertThat(receipt.rejected())
                .extracting(row -> row.row() + " " + row.path() + " " + row.key())
                .containsExactly(
                        "2 line charge.row.UNKNOWN_LINE",
                        "3 meter charge.row.UNKNOWN_METER",
                        "4 meter charge.row.UNKNOWN_METER",
                        "4 usedOn charge.row.LINE_NOT_THERE",
                        "5 usedOn charge.row.IN_FUTURE",
                        "6 reading charge.row.MISSING",
                        "7 reading charge.row.TOLD_DIFFERENTLY");
        assertThat(accept(List.of(reading("Y-1", "RA-320", "hours", "2026-10-20", "1")), false)
                        .accepted())
                .isEqualTo(1);
    }

    @Test
    void with_parts_allowed_the_good_rows_are_stored() {
        Receipt receipt = accept(
                List.of(
                        reading("Z-1", "RA-320", "hours", "2026-10-20", "1"),
                        reading("Z-2", "RA-999", "hours", "2026-10-20", "1")),
                true);
        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.rejected()).hasSize(1);
    }

    @Test
    void a_reading_of_a_closed_month_corrects_it_in_the_month_in_which_it_is_recorded() {
        try (Database own = DemoData.fresh()) {
            own.transaction(em -> WorkedMonth.desk(em, Callers.CONTROLLER).close(OCTOBER));
            own.transaction(em -> {
                UsageDesk desk = desk(em, Instant.parse("2026-11-20T09:00:00Z"));
                desk.accept(Batch.of(List.of(reading("L-1", "MDIR-390", "hours", "2026-10-30", "2"))), false);
            });
            YearMonth november = YearMonth.of(2026, 11);
            own.transaction(em -> {
                ChargeDesk desk = WorkedMonth.desk(em, Callers.CONTROLLER);
                desk.compute(november);
                // 1215 × 21.75 − 1215 × 19.75 = 2430
                ChargeView correction = desk.charge("MDIR-390~TIMER~2026-10-01~CORRECTION~2026-11");
                assertThat(correction.amount()).isEqualTo(Money.of("2430.00"));
                assertThat(correction.corrects()).isEqualTo("MDIR-390~TIMER~2026-10-01~USAGE_FLAT");
                assertThat(desk.charge(correction.corrects()).amount()).isEqualTo(Money.of("23996.25"));
                assertThat(desk.totals(ChargeFilter.of(OCTOBER)).total()).isEqualTo(Money.of("3336701.93"));
            });
        }
    }

    @Test
    void what_a_sources_own_key_tells_is_from_that_source_whatever_it_says() {
        List<String> sources = database.inTransaction(em -> {
            UsageDesk desk = desk(em, WorkedMonth.EVALUATED_AT);
            desk.keys = nobodys -> Optional.of("probe");
            desk.accept(Batch.of(List.of(reading("W-1", "RA-320", "hours", "2026-10-20", "1"))), false);
            return Rows.list(
                    em.unwrap(Connection.class),
                    "select source from usage_reading where source_key = 'W-1'",
                    List.of(),
                    row -> row.getString(1));
        });
        assertThat(sources).containsExactly("probe");
    }

    private static Receipt accept(List<UsageDraft> drafts, boolean partial) {
        return database.inTransaction(em -> desk(em, WorkedMonth.EVALUATED_AT).accept(Batch.of(drafts), partial));
    }

    private static UsageDraft reading(String key, String line, String meter, String on, String quantity) {
        return new UsageDraft(key, line, null, null, meter, LocalDate.parse(on), new BigDecimal(quantity), "meter");
    }

    private static UsageDesk desk(jakarta.persistence.EntityManager em, Instant now) {
        UsageDesk desk = new UsageDesk();
        desk.readings = new UsageReadings();
        desk.readings.em = em;
        desk.periods = new BillingPeriods();
        desk.periods.em = em;
        desk.keys = nobodys -> Optional.empty();
        desk.caller = CurrentCaller.of(Callers.CONTROLLER);
        desk.clock = Clock.fixed(now, ZoneOffset.UTC);
        desk.happened = new Heard<>();
        return desk;
    }
}
