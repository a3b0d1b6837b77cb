package no.fellesdrift.sla.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import no.fellesdrift.kernel.Share;
import org.junit.jupiter.api.Test;

class OutlookTest {

    private static final int DAY = 86_400;
    private static final Spans MONTH = Spans.of(0, 30L * DAY);
    private static final Fact.Scope EVERYWHERE = new Fact.Scope("COL-MAIL", null, null);

    private static Availability.Outcome outcome(Spans agreed, long now, String target, long... outages) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < outages.length; i += 2) {
            facts.add(new Fact.Outage("A" + i, EVERYWHERE, outages[i], outages[i + 1], Cause.PROVIDER, false));
        }
        Spans soFar = agreed.clip(0, now);
        return Availability.of(
                new Availability.Policy(true, 0, null, UnknownPolicy.REMOVED, Share.ZERO),
                soFar,
                List.of(new Availability.TargetPart(Share.percent(new BigDecimal(target)), soFar.seconds())),
                facts,
                now);
    }

    @Test
    void a_budget_of_three_hours_with_one_lost_on_the_tenth_day_lasts_the_month_out_or_just_not() {
        // 30 days at 99.5 % leave 3 h 36 min
        assertThat(Outlook.spent(MONTH, 10L * DAY, outcome(MONTH, 10L * DAY, "99.5", 0, 3_600)))
                .isEmpty();
        assertThat(Outlook.spent(MONTH, 10L * DAY, outcome(MONTH, 10L * DAY, "99.5", 0, 4_320)))
                .isEmpty();
        assertThat(Outlook.spent(MONTH, 10L * DAY, outcome(MONTH, 10L * DAY, "99.5", 0, 4_321)))
                .hasValue(10L * DAY * 12_960 / 4_321 + 1);
    }

    @Test
    void a_budget_that_is_overdrawn_is_spent_now() {
        assertThat(Outlook.spent(MONTH, 10L * DAY, outcome(MONTH, 10L * DAY, "99.5", 0, 12_961)))
                .hasValue(10L * DAY);
        assertThat(Outlook.spent(MONTH, 10L * DAY, outcome(MONTH, 10L * DAY, "99.5")))
                .isEmpty();
    }

    @Test
    void nothing_is_lost_while_the_service_is_closed() {
        // open the first half of every day
        Spans halfDays = Spans.union(IntStream.range(0, 30)
                .mapToObj(day -> new long[] {(long) day * DAY, (long) day * DAY + DAY / 2})
                .toList());
        // 30 half days at 99 % leave 12 960 s; 1 296 s lost in one half day: ten half days spend it, one second more is
        // too much
        long at = Outlook.spent(halfDays, DAY / 2, outcome(halfDays, DAY / 2, "99", 0, 1_296))
                .orElseThrow();
        assertThat(at).isEqualTo(10L * DAY + 1);
    }

    @Test
    void at_the_instant_it_is_spent_the_same_rate_has_used_more_than_the_budget_and_not_a_second_before() {
        Random random = new Random(20261001);
        for (int i = 0; i < Integer.getInteger("laws.cases", 1_000); i++) {
            int now = DAY + random.nextInt(20 * DAY);
            long lost = 1L + random.nextInt(now / 20);
            Availability.Outcome outcome = outcome(MONTH, now, "99", 0, lost);
            long budget = 25_920;
            Outlook.spent(MONTH, now, outcome)
                    .ifPresentOrElse(
                            at -> {
                                if (at > now) {
                                    assertThat(lost * at).isGreaterThan(budget * now);
                                    assertThat(lost * (at - 1)).isLessThanOrEqualTo(budget * now);
                                } else {
                                    assertThat(lost).isGreaterThan(budget);
                                }
                            },
                            () -> assertThat(lost * 30L * DAY).isLessThanOrEqualTo(budget * now));
        }
    }

    @Test
    void late_cases_use_up_what_the_target_allows_of_as_many_as_are_to_be_expected() {
        // thirty cases are to be expected: three may be late at 90 %, one at 95 %
        assertThat(Outlook.spent(MONTH, 10L * DAY, 1, 10, Share.percent(new BigDecimal("90"))))
                .isEmpty();
        assertThat(Outlook.spent(MONTH, 10L * DAY, 1, 10, Share.percent(new BigDecimal("95"))))
                .hasValue(10L * DAY + 1);
        assertThat(Outlook.spent(MONTH, 10L * DAY, 1, 20, Share.percent(new BigDecimal("96"))))
                .hasValue(20L * DAY + 1);
        assertThat(Outlook.spent(MONTH, 10L * DAY, 0, 20, Share.percent(new BigDecimal("100"))))
                .isEmpty();
        assertThat(Outlook.spent(MONTH, 10L * DAY, 1, 20, Share.percent(new BigDecimal("100"))))
                .hasValue(10L * DAY);
        assertThat(Outlook.spent(MONTH, 0, 1, 20, Share.percent(new BigDecimal("90"))))
                .isEmpty();
    }

    @Test
    void two_outages_in_ten_days_are_more_than_five_after_twenty_five_days() {
        assertThat(Outlook.when(MONTH, 10L * DAY, 2, 5)).hasValue(25L * DAY + 1);
        assertThat(Outlook.when(MONTH, 10L * DAY, 2, 6)).isEmpty();
        assertThat(Outlook.when(MONTH, 10L * DAY, 2, 1)).hasValue(10L * DAY);
        assertThat(Outlook.when(MONTH, 10L * DAY, 0, 0)).isEmpty();
    }
}
