package no.fellesdrift.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

    private static ColumnChart chart(String level, String... values) {
        List<BigDecimal> numbers = List.of(values).stream().map(BigDecimal::new).toList();
        return new ColumnChart(numbers, List.of(values), level == null ? null : new BigDecimal(level));
    }
}
