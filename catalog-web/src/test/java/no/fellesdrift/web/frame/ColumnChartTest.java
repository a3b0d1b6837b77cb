package no.fellesdrift.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnChartTest {

    @Test
    void the_scale_goes_in_round_steps_from_zero_to_above_the_highest() {
        ColumnChart chart = chart(null, "420000", "333333");
        assertThat(chart.getMarks().stream().map(mark -> mark.value().toPlainString()))
                .containsExactly("0", "100000", "200000", "300000", "400000", "500000");
    }

    @Test
    void a_column_is_as_high_as_its_share_of_the_scale() {
        ColumnChart chart = chart("250", "500", "125", "-10");
        assertThat(chart.getColumns().stream().map(column -> column.height().toPlainString()))
                .containsExactly("170.0", "42.5", "0.0");
        assertThat(chart.getLevel()).isEqualByComparingTo("105");
    }

    @Test
    void nothing_but_zeros_stands_on_the_foot() {
        assertThat(chart(null, "0", "0").getColumns())
                .allSatisfy(column -> assertThat(column.height()).isEqualByComparingTo("0"));
    }

    @Test
    void a_month_without_a_value_keeps_its_place_and_has_no_column() {
        ColumnChart chart = new ColumnChart(
                Arrays.asList(new BigDecimal("5"), null, new BigDecimal("10")), List.of("a", "b", "c"), null);
        assertThat(chart.getColumns()).hasSize(3);
        assertThat(chart.getColumns().get(1).value()).isNull();
        assertThat(chart.getColumns().get(1).height()).isEqualByComparingTo("0");
        assertThat(chart.getColumns().get(2).height()).isEqualByComparingTo("170");
    }

    private static ColumnChart chart(String level, String... values) {
        List<BigDecimal> numbers = List.of(values).stream().map(BigDecimal::new).toList();
        return new ColumnChart(numbers, List.of(values), level == null ? null : new BigDecimal(level));
    }
}
