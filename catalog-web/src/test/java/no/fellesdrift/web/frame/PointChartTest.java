package no.fellesdrift.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import no.fellesdrift.web.frame.PointChart.Value;
import org.junit.jupiter.api.Test;

class PointChartTest {

    @Test
    void the_scale_ends_at_a_hundred_and_begins_a_round_step_below_the_lowest() {
        PointChart chart = chart(value("99.97", "99.8"), value("99.73", "99.8"));
        assertThat(chart.getMarks().stream().map(mark -> mark.value().toPlainString()))
                .containsExactly("100", "99.9", "99.8", "99.7");
        assertThat(chart.getMarks().get(0).y()).isEqualByComparingTo("20");
        assertThat(chart.getMarks().get(3).y()).isEqualByComparingTo("240");
    }

    @Test
    void a_target_below_all_values_is_on_the_scale() {
        PointChart chart = chart(value("100", "98"));
        assertThat(chart.getMarks())
                .last()
                .satisfies(mark -> assertThat(mark.value()).isEqualByComparingTo("98"));
        assertThat(chart.getPoints().get(0).targetY()).isEqualByComparingTo("240");
        assertThat(chart.getPoints().get(0).y()).isEqualByComparingTo("20");
    }

    @Test
    void a_month_without_a_value_breaks_the_line_and_one_alone_draws_none() {
        PointChart chart = chart(
                value("99.9", "99"),
                value("99.9", "99"),
                value(null, "99"),
                value("99.9", "99"),
                value(null, null),
                value("99.9", "99"),
                value("99.9", "99"),
                value("99.9", "99"));
        assertThat(chart.getLines()).hasSize(2);
        assertThat(chart.getLines().get(0).split(" ")).hasSize(2);
        assertThat(chart.getLines().get(1).split(" ")).hasSize(3);
        assertThat(chart.getPoints().get(2).y()).isNull();
        assertThat(chart.getPoints().get(4).targetY()).isNull();
    }

    @Test
    void without_anything_to_show_there_is_still_a_scale() {
        assertThat(chart(value(null, null)).getMarks()).hasSizeGreaterThan(1);
        assertThat(chart().getLines()).isEmpty();
    }

    private static Value value(String value, String target) {
        return new Value(
                "",
                value == null ? null : new BigDecimal(value),
                target == null ? null : new BigDecimal(target),
                false);
    }

    private static PointChart chart(Value... values) {
        return new PointChart(List.copyOf(Arrays.asList(values)));
    }
}
