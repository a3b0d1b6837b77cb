package no.fellesdrift.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Rejection;
import org.junit.jupiter.api.Test;

class LineTimelineTest {
    private static final LineNumber LINE = LineNumber.of("RA-010");
    private static final OrderNumber ORDER = OrderNumber.of("B-2026-0099");

    @Test
    void a_line_begins_on_the_day_of_delivery_and_lasts_as_long_as_its_agreement() {
        LineTimeline line = new LineTimeline(LINE, List.of());

        line.begin(units(2), days("2026-10-10", "2029-01-01"), ORDER);

        assertThat(rows(line)).containsExactly("1: 2 [2026-10-10, 2029-01-01) B-2026-0099");
    }

    @Test
    void added_units_end_the_row_on_the_day_of_delivery_and_begin_the_next() {
        LineTimeline line = agreed(95, "2026-01-01", "2029-01-01");

        line.add(units(5), LocalDate.of(2026, 10, 6), ORDER);

        assertThat(rows(line))
                .containsExactly("1: 95 [2026-01-01, 2026-10-06) null", "2: 100 [2026-10-06, 2029-01-01) B-2026-0099");
    }

    @Test
    void two_deliveries_on_one_day_make_one_row() {
        LineTimeline line = agreed(95, "2026-01-01", "2029-01-01");

        line.add(units(5), LocalDate.of(2026, 10, 6), OrderNumber.of("B-2026-0098"));
        line.add(units(2), LocalDate.of(2026, 10, 6), ORDER);

        assertThat(rows(line))
                .containsExactly("1: 95 [2026-01-01, 2026-10-06) null", "2: 102 [2026-10-06, 2029-01-01) B-2026-0099");
    }

    @Test
    void units_agreed_for_later_days_move_with_a_delivery_before_them() {
        LineTimeline line = new LineTimeline(
                LINE, List.of(row(1, 10, "2026-01-01", "2027-01-01"), row(2, 20, "2027-01-01", "2029-01-01")));

        line.add(units(3), LocalDate.of(2026, 11, 1), ORDER);

        assertThat(rows(line))
                .containsExactlyInAnyOrder(
                        "1: 10 [2026-01-01, 2026-11-01) null",
                        "3: 13 [2026-11-01, 2027-01-01) B-2026-0099",
                        "2: 23 [2027-01-01, 2029-01-01) null");
    }

    @Test
    void a_line_of_none_still_exists() {
        LineTimeline line = agreed(12, "2026-04-16", "2029-01-01");

        line.add(units(-12), LocalDate.of(2026, 10, 15), ORDER);

        assertThat(rows(line))
                .containsExactly("1: 12 [2026-04-16, 2026-10-15) null", "2: 0 [2026-10-15, 2029-01-01) B-2026-0099");
    }

    @Test
    void nobody_can_give_back_more_than_they_have() {
        LineTimeline line = agreed(12, "2026-04-16", "2029-01-01");

        refused(AgreementReason.FEWER_THAN_NOTHING, () -> line.add(units(-13), LocalDate.of(2026, 10, 15), ORDER));
    }

    @Test
    void an_ended_line_does_not_exist_from_the_day_of_delivery() {
        LineTimeline line = agreed(5, "2026-01-01", "2029-01-01");

        line.end(LocalDate.of(2026, 10, 20));

        assertThat(rows(line)).containsExactly("1: 5 [2026-01-01, 2026-10-20) null");
    }

    @Test
    void what_was_agreed_for_after_the_end_never_comes_to_be() {
        LineTimeline line = new LineTimeline(
                LINE, List.of(row(1, 10, "2026-01-01", "2027-01-01"), row(2, 20, "2027-01-01", "2029-01-01")));

        line.end(LocalDate.of(2026, 10, 20));

        assertThat(rows(line)).containsExactly("1: 10 [2026-01-01, 2026-10-20) null");
        assertThat(line.gone()).hasSize(1);
    }

    @Test
    void a_line_cannot_end_on_the_day_it_begins() {
        LineTimeline line = agreed(5, "2026-10-20", "2029-01-01");

        refused(AgreementReason.LINE_BEGINS_THEN, () -> line.end(LocalDate.of(2026, 10, 20)));
    }

    @Test
    void a_line_that_has_ended_neither_grows_nor_ends_again() {
        LineTimeline line = agreed(5, "2026-01-01", "2026-10-20");

        refused(AgreementReason.LINE_NOT_OPEN, () -> line.add(units(1), LocalDate.of(2026, 10, 20), ORDER));
        refused(AgreementReason.LINE_NOT_OPEN, () -> line.end(LocalDate.of(2026, 10, 20)));
    }

    @Test
    void delivered_on_30_october_for_a_line_agreed_from_1_november_leaves_the_line_as_agreed() {
        LineTimeline line = agreed(3, "2026-11-01", "2029-01-01");

        line.deliveredAhead(LocalDate.of(2026, 10, 30));

        assertThat(rows(line)).containsExactly("1: 3 [2026-11-01, 2029-01-01) null");
        refused(AgreementReason.LINE_NOT_OPEN, () -> line.deliveredAhead(LocalDate.of(2026, 11, 1)));
    }

    private static void refused(AgreementReason reason, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        Rejection.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static LineTimeline agreed(int quantity, String from, String to) {
        return new LineTimeline(LINE, List.of(row(1, quantity, from, to)));
    }

    private static LineRow row(int number, int quantity, String from, String to) {
        return new LineRow(LINE, number, units(quantity), days(from, to), null);
    }

    private static BigDecimal units(int quantity) {
        return BigDecimal.valueOf(quantity);
    }

    private static DateRange days(String from, String to) {
        return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static List<String> rows(LineTimeline line) {
        return line.rows().stream()
                .map(row -> row.rowNo() + ": " + row.quantity() + " " + row.valid() + " " + row.fromOrder())
                .toList();
    }
}
