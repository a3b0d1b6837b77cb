package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.CreditScheme.Kind;
import no.fellesdrift.sla.CreditScheme.Suffered;
import no.fellesdrift.sla.Crediting.Breached;
import org.junit.jupiter.api.Test;

/** The other ways in which a breach is turned into what it gives, and what holds for all of them. */
class CreditKindsTest {

    private static final long HOUR = 3_600;

    @Test
    void an_hourly_fine_counts_each_hour_begun_of_each_late_case_until_the_cap_of_the_case() {
        CreditScheme fine = perUnit(Kind.PERCENT_PER_UNIT, "0.2", "5", "15");
        // one second is an hour begun; two hours are two; a hundred hours are the case's 5 %
        assertThat(percent(fine, 1)).isEqualTo(Share.of(1, 5));
        assertThat(percent(fine, 2 * HOUR)).isEqualTo(Share.of(2, 5));
        assertThat(percent(fine, 2 * HOUR + 1)).isEqualTo(Share.of(3, 5));
        assertThat(percent(fine, 100 * HOUR)).isEqualTo(Share.of(5));
        assertThat(percent(fine, 100 * HOUR, HOUR)).isEqualTo(Share.of(26, 5));
    }

    @Test
    void the_time_that_was_down_is_free() {
        CreditScheme free = scheme(Kind.FREE_TIME, 0, null, null, "100");
        assertThat(Crediting.of(List.of(breach("A", free, new Suffered(744 * HOUR, 31 * HOUR, List.of()))))
                        .get(0)
                        .percent())
                .isEqualTo(Share.of(25, 6));
    }

    @Test
    void each_breach_gives_the_same_free_time() {
        CreditScheme day = scheme(Kind.FREE_TIME_PER_BREACH, 24 * HOUR, null, null, "100");
        assertThat(Crediting.of(List.of(breach("A", day, Suffered.NOTHING), breach("B", day, Suffered.NOTHING))))
                .extracting(CreditDue::percent)
                .containsExactly(Share.of(100, 31), Share.of(100, 31));
    }

    @Test
    void kroner_for_each_unit_come_after_the_percentages_and_get_what_the_cap_leaves() {
        CreditScheme kroner = perUnit(Kind.AMOUNT_PER_UNIT, "500", null, "10");
        CreditScheme fine = perUnit(Kind.PERCENT_PER_UNIT, "0.2", null, "10");
        List<CreditDue> credits =
                Crediting.of(List.of(breach("A", kroner, late(3 * HOUR)), breach("B", fine, late(20 * HOUR))));
        assertThat(credits).extracting(CreditDue::level).containsExactly("A", "B");
        assertThat(credits.get(0).amount()).isEqualTo(Money.of("1500.00"));
        assertThat(credits.get(0).percent()).isEqualTo(Share.of(6));
        assertThat(credits.get(1).percent()).isEqualTo(Share.of(4));
    }

    @Test
    void the_cap_holds_order_does_not_matter_and_another_breach_never_lowers_the_sum() {
        Random random = new Random(20_261_031);
        for (int i = 0; i < 1_000; i++) {
            String cap = String.valueOf(1 + random.nextInt(40));
            List<Breached> breaches = new ArrayList<>();
            for (int level = 0; level <= random.nextInt(6); level++) {
                breaches.add(random(random, "L-" + level, cap));
            }
            List<CreditDue> credits = Crediting.of(breaches);
            Share sum = sum(credits);
            assertThat(sum).isLessThanOrEqualTo(Share.of(new BigDecimal(cap)));
            Collections.shuffle(breaches, random);
            assertThat(Crediting.of(breaches)).isEqualTo(credits);
            breaches.add(random(random, "L-" + random.nextInt(6) + "a", cap));
            assertThat(sum(Crediting.of(breaches))).isGreaterThanOrEqualTo(sum);
        }
    }

    private static Breached random(Random random, String level, String cap) {
        CreditScheme scheme = switch (random.nextInt(4)) {
            case 0 ->
                new CreditScheme(
                        "S",
                        random.nextBoolean(),
                        new BigDecimal(cap),
                        List.of(new CreditScheme.Tier(BigDecimal.ZERO, new BigDecimal(random.nextInt(50)))));
            case 1 -> scheme(Kind.FREE_TIME, 0, null, null, cap);
            case 2 -> scheme(Kind.FREE_TIME_PER_BREACH, 1 + random.nextInt(200_000), null, null, cap);
            default -> perUnit(Kind.PERCENT_PER_UNIT, "0.2", random.nextBoolean() ? "5" : null, cap);
        };
        return breach(
                level,
                scheme,
                new Suffered(2_678_400, random.nextInt(400_000), List.of((long) random.nextInt(200_000), 1L)));
    }

    private static Share sum(List<CreditDue> credits) {
        return credits.stream().map(CreditDue::percent).reduce(Share.ZERO, Share::plus);
    }

    private static Share percent(CreditScheme scheme, long... late) {
        return Crediting.of(List.of(breach("A", scheme, late(late)))).get(0).percent();
    }

    private static Suffered late(long... seconds) {
        return new Suffered(0, 0, LongStream.of(seconds).boxed().toList());
    }

    private static Breached breach(String level, CreditScheme scheme, Suffered suffered) {
        return new Breached(
                YearMonth.of(2026, 10),
                LineNumber.of("L-1"),
                OrgNumber.of("974760819"),
                level,
                1,
                false,
                Share.ZERO,
                scheme,
                suffered);
    }

    private static CreditScheme perUnit(Kind kind, String perUnit, String capCase, String cap) {
        return scheme(kind, HOUR, perUnit, capCase, cap);
    }

    private static CreditScheme scheme(Kind kind, long unit, String perUnit, String capCase, String cap) {
        return new CreditScheme(
                "S",
                kind,
                false,
                new BigDecimal(cap),
                List.of(),
                unit,
                perUnit == null ? null : new BigDecimal(perUnit),
                capCase == null ? null : new BigDecimal(capCase),
                null,
                null);
    }
}
