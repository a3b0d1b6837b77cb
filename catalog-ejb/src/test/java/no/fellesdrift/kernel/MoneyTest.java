package no.fellesdrift.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void a_hundred_split_over_three_adds_up() {
        Share third = Share.of(1, 3);
        assertThat(Money.of("100.00").split(List.of(third, third, third)))
                .containsExactly(Money.of("33.34"), Money.of("33.33"), Money.of("33.33"));
    }

    @Test
    void a_refund_is_split_by_its_absolute_value() {
        Share third = Share.of(1, 3);
        assertThat(Money.of("-100.00").split(List.of(third, third, third)))
                .containsExactly(Money.of("-33.34"), Money.of("-33.33"), Money.of("-33.33"));
    }

    @Test
    void half_an_oere_is_rounded_away_from_zero() {
        assertThat(Money.rounded(Share.of(1005, 1000))).isEqualTo(Money.of("1.01"));
        assertThat(Money.rounded(Share.of(-1005, 1000))).isEqualTo(Money.of("-1.01"));
    }

    @Test
    void parts_of_an_oere_are_refused() {
        assertThatThrownBy(() -> Money.of("1.005")).isInstanceOf(ArithmeticException.class);
    }
}
