package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.Crediting.Breached;
import org.junit.jupiter.api.Test;

class CreditingTest {

    private static final CreditScheme CRITICAL = scheme(false, "30", "99.9:0", "99.5:5", "99:10", "95:25", "0:50");
    private static final CreditScheme CRITICAL_CASES = scheme(false, "30", "90:0", "50:5", "0:10");
    private static final CreditScheme STANDARD = scheme(true, "20", "99.7:0", "99:3", "97:7.5", "0:25");
    private static final CreditScheme STANDARD_CASES = scheme(true, "20", "90:0", "0:5");

    @Test
    void the_highest_bound_that_was_reached_decides_and_a_bound_is_reached_exactly() {
        assertThat(CRITICAL.percent(Share.of(new BigDecimal("99.5")))).isEqualByComparingTo("5");
        assertThat(CRITICAL.percent(Share.of(new BigDecimal("99.4999999")))).isEqualByComparingTo("10");
        assertThat(CRITICAL.percent(Share.ZERO)).isEqualByComparingTo("50");
    }

    @Test
    void levels_that_add_up_do_so_in_order_of_their_code_until_the_cap_of_the_line() {
        assertThat(given(breach("C-RE1", "0", CRITICAL_CASES), breach("C-AV", "98", CRITICAL)))
                .containsExactly("L-1 C-AV 25 of 25", "L-1 C-RE1 5 of 10");
    }

    @Test
    void one_breach_alone_is_capped_too() {
        assertThat(given(breach("C-AV", "90", CRITICAL))).containsExactly("L-1 C-AV 30 of 50");
    }

    @Test
    void where_the_highest_counts_alone_the_others_give_nothing() {
        assertThat(given(breach("P-AV", "99.5", STANDARD), breach("P-RE1", "60", STANDARD_CASES)))
                .containsExactly("L-1 P-RE1 5 of 5");
    }

    @Test
    void of_two_that_are_equally_high_the_first_by_code_counts() {
        assertThat(given(breach("P-RE2", "60", STANDARD_CASES), breach("P-RE1", "10", STANDARD_CASES)))
                .containsExactly("L-1 P-RE1 5 of 5");
    }

    @Test
    void a_breach_in_a_tier_that_gives_nothing_gives_nothing() {
        assertThat(given(breach("S-AV", "99.8", STANDARD))).isEmpty();
    }

    @Test
    void each_line_has_its_own_cap_whatever_the_order_the_breaches_come_in() {
        List<Breached> breaches = List.of(
                breach("L-2", "C-AV", "98", CRITICAL),
                breach("C-AV", "98", CRITICAL),
                breach("C-RE1", "60", CRITICAL_CASES));
        assertThat(given(breaches.toArray(Breached[]::new)))
                .containsExactly("L-1 C-AV 25 of 25", "L-1 C-RE1 5 of 5", "L-2 C-AV 25 of 25")
                .isEqualTo(given(breaches.get(2), breaches.get(1), breaches.get(0)));
    }

    private static List<String> given(Breached... breaches) {
        return Crediting.of(List.of(breaches)).stream()
                .map(credit ->
                        credit.line() + " " + credit.level() + " " + credit.percent() + " of " + credit.tierPercent())
                .toList();
    }

    private static Breached breach(String level, String achieved, CreditScheme scheme) {
        return breach("L-1", level, achieved, scheme);
    }

    private static Breached breach(String line, String level, String achieved, CreditScheme scheme) {
        return new Breached(
                YearMonth.of(2026, 10),
                LineNumber.of(line),
                OrgNumber.of("974760819"),
                level,
                1,
                false,
                Share.of(new BigDecimal(achieved)),
                scheme);
    }

    private static CreditScheme scheme(boolean highestOnly, String cap, String... tiers) {
        return new CreditScheme(
                "S",
                highestOnly,
                new BigDecimal(cap),
                Stream.of(tiers)
                        .map(tier -> tier.split(":", -1))
                        .map(tier -> new CreditScheme.Tier(new BigDecimal(tier[0]), new BigDecimal(tier[1])))
                        .toList());
    }
}
