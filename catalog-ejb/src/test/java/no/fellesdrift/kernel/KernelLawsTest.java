package no.fellesdrift.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Laws over generated values. Each repetition has its own seed, which is its number: a failure can be run again. */
class KernelLawsTest {

    private static final int CASES = 1000;

    private static Random random(RepetitionInfo info, long law) {
        return new Random(law * 1_000_003L + info.getCurrentRepetition());
    }

    private static Share share(Random random) {
        return Share.of(random.nextInt(20001) - 10000, 1 + random.nextInt(999));
    }

    private static LocalDate date(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60));
    }

    private static DateRange range(Random random) {
        LocalDate start = date(random);
        return random.nextInt(4) == 0
                ? DateRange.from(start)
                : new DateRange(start, start.plusDays(1 + random.nextInt(40)));
    }

    private static List<Share> partsOfOne(Random random) {
        List<Integer> weights = new ArrayList<>();
        int count = 1 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            weights.add(random.nextInt(50));
        }
        weights.set(0, weights.get(0) + 1);
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        return weights.stream().map(weight -> Share.of(weight, sum)).toList();
    }

    @RepeatedTest(CASES)
    void a_split_adds_up_and_no_part_is_an_oere_off(RepetitionInfo info) {
        Random random = random(info, 1);
        Money whole = Money.ofOere(random.nextInt(2_000_001) - 1_000_000);
        List<Share> shares = partsOfOne(random);
        List<Money> parts = whole.split(shares);
        assertThat(Money.sum(parts)).isEqualTo(whole);
        for (int i = 0; i < parts.size(); i++) {
            Share exact = Share.of(whole.oere()).times(shares.get(i));
            Share off = Share.of(parts.get(i).oere()).minus(exact).abs();
            assertThat(off).as("part %d of %s by %s", i, whole, shares).isLessThan(Share.ONE);
        }
    }

    @RepeatedTest(CASES)
    void a_split_of_the_opposite_amount_is_the_opposite_split(RepetitionInfo info) {
        Random random = random(info, 2);
        Money whole = Money.ofOere(random.nextInt(1_000_001));
        List<Share> shares = partsOfOne(random);
        assertThat(whole.negate().split(shares))
                .isEqualTo(whole.split(shares).stream().map(Money::negate).toList());
    }

    @RepeatedTest(CASES)
    void a_larger_share_never_gets_a_smaller_part(RepetitionInfo info) {
        Random random = random(info, 3);
        Money whole = Money.ofOere(random.nextInt(1_000_001));
        List<Share> shares = partsOfOne(random);
        List<Money> parts = whole.split(shares);
        for (int i = 0; i < shares.size(); i++) {
            for (int j = 0; j < shares.size(); j++) {
                if (shares.get(i).compareTo(shares.get(j)) > 0) {
                    assertThat(parts.get(i)).isGreaterThanOrEqualTo(parts.get(j));
                }
            }
        }
    }

    @RepeatedTest(CASES)
    void fractions_keep_the_laws_of_numbers(RepetitionInfo info) {
        Random random = random(info, 4);
        Share a = share(random);
        Share b = share(random);
        Share c = share(random);
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.times(b)).isEqualTo(b.times(a));
        assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
        assertThat(a.minus(b).plus(b)).isEqualTo(a);
        assertThat(a.abs().signum()).isNotNegative();
        assertThat(a.max(b).plus(a.min(b))).isEqualTo(a.plus(b));
        if (!b.isZero()) {
            assertThat(a.dividedBy(b).times(b)).isEqualTo(a);
        }
        assertThat(a.compareTo(b)).isEqualTo(-b.compareTo(a));
    }

    @RepeatedTest(CASES)
    void the_floor_is_the_largest_whole_number_not_above(RepetitionInfo info) {
        Share number = share(random(info, 5));
        BigInteger floor = number.floor();
        assertThat(Share.of(floor)).isLessThanOrEqualTo(number);
        assertThat(Share.of(floor.add(BigInteger.ONE))).isGreaterThan(number);
        assertThat(floor).isEqualTo(number.round(0, RoundingMode.FLOOR).toBigInteger());
    }

    @RepeatedTest(CASES)
    void a_decimal_and_its_fraction_are_the_same_number(RepetitionInfo info) {
        Random random = random(info, 6);
        BigDecimal decimal = BigDecimal.valueOf(random.nextInt(), random.nextInt(7) - 2);
        assertThat(Share.of(decimal).round(10, RoundingMode.UNNECESSARY)).isEqualByComparingTo(decimal);
    }

    @RepeatedTest(CASES)
    void rounding_is_symmetric_and_at_most_half_an_oere_off(RepetitionInfo info) {
        Share exact = share(random(info, 7));
        Money rounded = Money.rounded(exact);
        assertThat(Money.rounded(exact.negate())).isEqualTo(rounded.negate());
        assertThat(rounded.exact().minus(exact).abs()).isLessThanOrEqualTo(Share.of(1, 200));
    }

    @RepeatedTest(CASES)
    void ranges_meet_exactly_in_the_days_that_both_contain(RepetitionInfo info) {
        Random random = random(info, 8);
        DateRange a = range(random);
        DateRange b = range(random);
        assertThat(a.intersection(b)).isEqualTo(b.intersection(a));
        for (LocalDate day = LocalDate.of(2025, 12, 31);
                day.isBefore(LocalDate.of(2026, 6, 1));
                day = day.plusDays(1)) {
            LocalDate tried = day;
            assertThat(a.intersection(b).map(both -> both.contains(tried)).orElse(false))
                    .isEqualTo(a.contains(tried) && b.contains(tried));
        }
        if (a.contains(b)) {
            assertThat(a.intersection(b)).contains(b);
        }
    }

    @RepeatedTest(CASES)
    void intervals_meet_exactly_in_the_seconds_that_both_contain(RepetitionInfo info) {
        Random random = random(info, 9);
        Interval a = interval(random);
        Interval b = interval(random);
        assertThat(a.intersection(b)).isEqualTo(b.intersection(a));
        assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a));
        for (int second = -1; second < 130; second++) {
            Instant at = Instant.ofEpochSecond(second);
            assertThat(a.intersection(b).map(both -> both.contains(at)).orElse(false))
                    .isEqualTo(a.contains(at) && b.contains(at));
        }
    }

    private static Interval interval(Random random) {
        Instant start = Instant.ofEpochSecond(random.nextInt(60));
        return random.nextInt(4) == 0
                ? new Interval(start, null)
                : new Interval(start, start.plusSeconds(1 + random.nextInt(60)));
    }

    @RepeatedTest(CASES)
    void one_wrong_digit_is_always_found_in_an_organisation_number(RepetitionInfo info) {
        Random random = random(info, 10);
        String valid = "974760819";
        int place = random.nextInt(9);
        char other = (char) ('0' + (valid.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
        String changed = valid.substring(0, place) + other + valid.substring(place + 1);
        assertThat(OrgNumber.isValid(valid)).isTrue();
        assertThat(OrgNumber.isValid(changed)).as(changed).isFalse();
    }
}
