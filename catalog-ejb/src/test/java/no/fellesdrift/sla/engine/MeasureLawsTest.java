package no.fellesdrift.sla.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import no.fellesdrift.kernel.Share;
import org.junit.jupiter.api.Test;

/**
 * Laws of the measures that are not availability or cases, each tried on a thousand generated cases, or as many as
 * {@code -Dlaws.cases=…} says.
 */
class MeasureLawsTest {

    private static final int CASES = Integer.getInteger("laws.cases", 1_000);
    static final long OCTOBER =
            OffsetDateTime.parse("2026-10-01T00:00:00+02:00").toEpochSecond();

    private final Random random = new Random(20261017);

    /** A sample as it comes; {@code value} and {@code ok} as in {@link SampleHour#add(long, BigDecimal, Boolean)}. */
    record Sample(long at, BigDecimal value, Boolean ok) {}

    static List<Sample> samples(Random random, int most, long from, int seconds) {
        List<Sample> samples = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            Boolean ok = random.nextInt(3) == 0 ? null : Boolean.valueOf(random.nextInt(10) > 0);
            BigDecimal value = ok != null && random.nextInt(4) == 0
                    ? null
                    : BigDecimal.valueOf(random.nextInt(60), random.nextInt(2));
            samples.add(new Sample(from + random.nextInt(seconds), value, ok));
        }
        return samples;
    }

    private static SampleHour hour(List<Sample> samples) {
        SampleHour hour = new SampleHour(OCTOBER);
        samples.forEach(sample -> hour.add(sample.at(), sample.value(), sample.ok()));
        return hour;
    }

    @Test
    void an_hour_of_samples_is_the_same_in_whatever_order_and_portions_they_come() {
        for (int i = 0; i < CASES; i++) {
            List<Sample> samples = samples(random, 60, OCTOBER, SampleHour.HOUR);
            String whole = hour(samples).text();
            List<Sample> shuffled = new ArrayList<>(samples);
            Collections.shuffle(shuffled, random);
            int cut = random.nextInt(shuffled.size() + 1);
            SampleHour portions = hour(shuffled.subList(0, cut));
            portions.add(hour(shuffled.subList(cut, shuffled.size())));
            assertThat(portions.text()).isEqualTo(whole);
        }
    }

    @Test
    void an_hour_of_samples_loses_nothing_when_it_is_written_and_read() {
        for (int i = 0; i < CASES; i++) {
            SampleHour hour = hour(samples(random, 60, OCTOBER, SampleHour.HOUR));
            SampleHour read = SampleHour.of(OCTOBER, hour.text());
            assertThat(read.text()).isEqualTo(hour.text());
            assertThat(List.of(read.valued(), read.probed(), read.failed(), read.total()))
                    .isEqualTo(List.of(hour.valued(), hour.probed(), hour.failed(), hour.total()));
            assertThat(read.highest()).isEqualTo(hour.highest());
        }
    }

    @Test
    void probes_at_an_even_pace_take_the_room_of_one() {
        SampleHour hour = new SampleHour(OCTOBER);
        for (int second = 15; second < SampleHour.HOUR; second += 30) {
            hour.add(OCTOBER + second, null, true);
        }
        assertThat(hour.text()).isEqualTo("|+15/30*120");
    }

    // ------------------------------------------------------------------------------------------------- levels

    private static final long NOVEMBER =
            OffsetDateTime.parse("2026-11-01T00:00:00+01:00").toEpochSecond();
    private static final long DAY = 86_400;

    /** Hours as they would be kept, from single samples. */
    private static Sampling.Hours hours(List<Sample> samples) {
        TreeMap<Long, SampleHour> hours = new TreeMap<>();
        samples.forEach(sample -> hours.computeIfAbsent(SampleHour.startOf(sample.at()), SampleHour::new)
                .add(sample.at(), sample.value(), sample.ok()));
        return (from, to, each) ->
                hours.subMap(SampleHour.startOf(from), true, to, false).values().forEach(each);
    }

    /** Some agreed time that begins and ends on five minutes. */
    private Spans agreed() {
        List<long[]> spans = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            long from = OCTOBER + 300L * random.nextInt(400);
            spans.add(new long[] {from, from + 300L * random.nextInt(150)});
        }
        return Spans.union(spans);
    }

    private static Sampling sampling(List<Sample> samples, Spans agreed) {
        return new Sampling(hours(samples), agreed, "response_ms", "COL-MAIL");
    }

    private Direction direction() {
        return random.nextBoolean() ? Direction.AT_MOST : Direction.AT_LEAST;
    }

    @Test
    void the_share_within_any_threshold_is_that_of_the_single_samples() {
        for (int i = 0; i < CASES; i++) {
            List<Sample> samples = samples(random, 40, OCTOBER, 150_000);
            Spans agreed = agreed();
            Share threshold = Share.of(random.nextInt(60));
            Direction direction = direction();
            long good = samples.stream()
                    .filter(sample -> agreed.contains(sample.at()) && sample.value() != null)
                    .filter(sample -> !Boolean.FALSE.equals(sample.ok()))
                    .filter(sample -> direction.good(Share.of(sample.value()), threshold))
                    .count();
            long counted = samples.stream()
                    .filter(sample -> agreed.contains(sample.at()))
                    .filter(sample -> Boolean.FALSE.equals(sample.ok()) || sample.value() != null)
                    .count();
            Finding found = sampling(samples, agreed).within(threshold, direction, Share.of(9, 10), null);
            assertThat(List.of(found.numerator(), found.denominator())).isEqualTo(List.of(good, counted));
            assertThat(found.status())
                    .isEqualTo(
                            counted == 0
                                    ? ResultStatus.NOT_MEASURABLE
                                    : 10 * good >= 9 * counted ? ResultStatus.MET : ResultStatus.BREACHED);
        }
    }

    @Test
    void shares_of_two_times_add_up_to_the_share_of_both() {
        for (int i = 0; i < CASES; i++) {
            List<Sample> samples = samples(random, 40, OCTOBER, 150_000);
            Spans agreed = agreed();
            long cut = OCTOBER + 300L * random.nextInt(500);
            Finding whole = sampling(samples, agreed).within(Share.of(30), Direction.AT_MOST, Share.ONE, null);
            Finding one =
                    sampling(samples, agreed.clip(0, cut)).within(Share.of(30), Direction.AT_MOST, Share.ONE, null);
            Finding other = sampling(samples, agreed.clip(cut, Long.MAX_VALUE))
                    .within(Share.of(30), Direction.AT_MOST, Share.ONE, null);
            assertThat(one.numerator() + other.numerator()).isEqualTo(whole.numerator());
            assertThat(one.denominator() + other.denominator()).isEqualTo(whole.denominator());
        }
    }

    @Test
    void a_percentile_by_nearest_rank_is_within_the_threshold_just_when_that_share_of_samples_is() {
        Spans all = Spans.of(OCTOBER, OCTOBER + 150_000);
        for (int i = 0; i < CASES; i++) {
            List<Sample> samples = samples(random, 40, OCTOBER, 149_000);
            Share threshold = Share.of(random.nextInt(60));
            Share percentile = Share.of(1 + random.nextInt(100));
            Finding share = sampling(samples, all)
                    .within(threshold, Direction.AT_MOST, percentile.dividedBy(Share.of(100)), null);
            Finding number = sampling(samples, all).percentile(percentile, false, threshold, Direction.AT_MOST, null);
            assertThat(number.status()).isEqualTo(share.status());
        }
    }

    @Test
    void a_linear_percentile_lies_between_its_neighbours_by_nearest_rank() {
        Spans all = Spans.of(OCTOBER, OCTOBER + 150_000);
        for (int i = 0; i < CASES; i++) {
            List<Sample> samples = samples(random, 40, OCTOBER, 149_000).stream()
                    .filter(sample -> sample.value() != null && !Boolean.FALSE.equals(sample.ok()))
                    .toList();
            Finding found = sampling(samples, all)
                    .percentile(Share.of(random.nextInt(101)), true, Share.of(30), Direction.AT_MOST, null);
            if (samples.isEmpty()) {
                assertThat(found.status()).isEqualTo(ResultStatus.NOT_MEASURABLE);
                continue;
            }
            List<Share> values = samples.stream()
                    .map(sample -> Share.of(sample.value()))
                    .sorted()
                    .toList();
            assertThat(Share.of(found.numerator(), found.denominator()))
                    .isBetween(values.get(0), values.get(values.size() - 1));
        }
    }

    @Test
    void good_bad_and_unmeasured_capacity_are_all_of_the_agreed_time() {
        for (int i = 0; i < CASES; i++) {
            List<Sample> samples = samples(random, 40, OCTOBER, 150_000);
            Spans agreed = agreed();
            Direction direction = direction();
            int hold = 300 * random.nextInt(20);
            Sampling sampling = sampling(samples, agreed);
            Finding removed =
                    sampling.capacity(Share.of(30), direction, hold, UnknownPolicy.REMOVED, Share.ZERO, Share.of(1, 2));
            Finding up = sampling.capacity(Share.of(30), direction, hold, UnknownPolicy.UP, Share.ZERO, Share.of(1, 2));
            Finding down =
                    sampling.capacity(Share.of(30), direction, hold, UnknownPolicy.DOWN, Share.ZERO, Share.of(1, 2));
            if (agreed.isEmpty()) {
                assertThat(down.status()).isEqualTo(ResultStatus.NOT_MEASURABLE);
                continue;
            }
            long unknown = up.numerator() - down.numerator();
            assertThat(down.denominator()).isEqualTo(agreed.seconds());
            assertThat(down.coverage()).isEqualTo(Share.of(agreed.seconds() - unknown, agreed.seconds()));
            assertThat(removed.denominator()).isEqualTo(agreed.seconds() - unknown);
            long beyond = removed.steps().stream().mapToLong(Step::seconds).sum();
            assertThat(removed.numerator() + beyond).isEqualTo(removed.denominator());
        }
    }

    @Test
    void probes_give_the_outages_and_the_unmeasured_time_that_each_second_would() {
        for (int i = 0; i < CASES; i++) {
            List<Sample> samples = samples(random, 12, OCTOBER, 8_000);
            long from = OCTOBER + random.nextInt(2_000);
            long to = from + random.nextInt(6_000);
            int hold = 60 + random.nextInt(1_000);
            Spans down = Spans.NONE;
            Spans unknown = Spans.NONE;
            for (Fact fact : Probes.facts(hours(samples), EVERYWHERE, "up", from, to, hold)) {
                if (fact instanceof Fact.Outage outage) {
                    down = down.union(Spans.of(outage.from(), outage.to()));
                } else if (fact instanceof Fact.Unknown time) {
                    unknown = unknown.union(Spans.of(time.from(), time.to()));
                }
            }
            for (long second = from; second < to; second += 1 + random.nextInt(40)) {
                long now = second;
                long latest = samples.stream()
                        .filter(sample -> sample.ok() != null && sample.at() <= now)
                        .mapToLong(Sample::at)
                        .max()
                        .orElse(Long.MIN_VALUE / 2);
                boolean known = now < latest + hold;
                boolean found =
                        samples.stream().anyMatch(sample -> sample.at() == latest && Boolean.FALSE.equals(sample.ok()));
                assertThat(List.of(down.contains(now), unknown.contains(now)))
                        .isEqualTo(List.of(known && found, !known));
            }
        }
    }

    // ------------------------------------------------------------------------------------------------- outages

    private static final Fact.Scope EVERYWHERE = new Fact.Scope("COL-MAIL", null, null);

    private List<Fact.Outage> outages() {
        List<Fact.Outage> outages = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            long from = OCTOBER + random.nextInt(2_600_000);
            outages.add(new Fact.Outage(
                    "U" + i,
                    EVERYWHERE,
                    from,
                    from + 1 + random.nextInt(100_000),
                    Cause.PROVIDER,
                    random.nextInt(4) == 0));
        }
        return outages;
    }

    private static Availability.Outcome outcome(List<Fact.Outage> outages, Share weight) {
        return Availability.of(
                new Availability.Policy(true, 0, null, UnknownPolicy.REMOVED, Share.ZERO, weight),
                ServiceLevelLawsTest.office().open(OCTOBER, NOVEMBER),
                List.of(new Availability.TargetPart(Share.of(99, 100), 1)),
                outages,
                NOVEMBER);
    }

    @Test
    void splitting_an_outage_in_two_changes_neither_the_longest_nor_their_number() {
        for (int i = 0; i < CASES; i++) {
            List<Fact.Outage> outages = outages();
            List<Fact.Outage> split = new ArrayList<>();
            for (Fact.Outage outage : outages) {
                long cut = outage.from() + random.nextInt((int) (outage.to() - outage.from()) + 1);
                for (long[] part : new long[][] {{outage.from(), cut}, {cut, outage.to()}}) {
                    if (part[1] > part[0]) {
                        split.add(new Fact.Outage(
                                outage.key() + part[0],
                                EVERYWHERE,
                                part[0],
                                part[1],
                                outage.cause(),
                                outage.degraded()));
                    }
                }
            }
            Collections.shuffle(split, random);
            boolean weighted = random.nextBoolean();
            Share weight = weighted ? Share.of(1, 3) : Share.ZERO;
            Outages whole = new Outages(outcome(outages, weight), outages, weighted, NOVEMBER);
            Outages parts = new Outages(outcome(split, weight), split, weighted, NOVEMBER);
            assertThat(parts.longest(Share.of(28_800)).numerator())
                    .isEqualTo(whole.longest(Share.of(28_800)).numerator());
            assertThat(parts.longerThan(3_600, Share.ZERO).numerator())
                    .isEqualTo(whole.longerThan(3_600, Share.ZERO).numerator());
            assertThat(parts.timeToRestore(Share.of(3_600)).status())
                    .isEqualTo(whole.timeToRestore(Share.of(3_600)).status());
        }
    }

    @Test
    void a_heavier_weight_of_reduced_quality_never_raises_availability_and_a_whole_one_is_an_outage() {
        for (int i = 0; i < CASES; i++) {
            List<Fact.Outage> outages = outages();
            int weight = random.nextInt(1_000);
            Availability.Outcome light = outcome(outages, Share.of(weight, 1_000));
            Availability.Outcome heavy = outcome(outages, Share.of(weight + 1L, 1_000));
            assertThat(Share.of(heavy.numerator(), heavy.denominator()))
                    .isLessThanOrEqualTo(Share.of(light.numerator(), light.denominator()));
            Availability.Outcome whole = outcome(outages, Share.ONE);
            Availability.Outcome full = outcome(
                    outages.stream()
                            .map(outage -> new Fact.Outage(
                                    outage.key(), EVERYWHERE, outage.from(), outage.to(), outage.cause(), false))
                            .toList(),
                    Share.ZERO);
            assertThat(List.of(whole.numerator(), whole.denominator(), whole.errorBudgetRemaining()))
                    .isEqualTo(List.of(full.numerator(), full.denominator(), full.errorBudgetRemaining()));
        }
    }

    // ------------------------------------------------------------------------------------------------- runs

    @Test
    void backups_recoveries_and_numbers_come_out_the_same_in_whatever_order_they_come() {
        ZoneId oslo = ZoneId.of("Europe/Oslo");
        TreeSet<LocalDate> days = new TreeSet<>(
                LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 9)).toList());
        for (int i = 0; i < CASES; i++) {
            List<Fact.Backup> runs = new ArrayList<>();
            List<Fact.Recovery> recoveries = new ArrayList<>();
            List<Fact.Value> values = new ArrayList<>();
            for (int k = random.nextInt(12); k > 0; k--) {
                long at = OCTOBER + DAY * random.nextInt(8) + 3_600L * random.nextInt(3);
                runs.add(new Fact.Backup("B" + k, EVERYWHERE, at, at + 600, random.nextBoolean()));
                recoveries.add(new Fact.Recovery(
                        "R" + k,
                        EVERYWHERE,
                        at,
                        at + random.nextInt(100),
                        random.nextInt(3) == 0 ? Long.MAX_VALUE : at + 100 + random.nextInt(40_000),
                        random.nextInt(3) == 0 ? null : Long.valueOf(at - random.nextInt(40_000))));
                values.add(
                        new Fact.Value("V" + k, EVERYWHERE, "survey", at, BigDecimal.valueOf(random.nextInt(50), 1)));
            }
            ServiceCalendar office = ServiceLevelLawsTest.office();
            Runs.Aggregation how = List.of(Runs.Aggregation.values()).get(random.nextInt(5));
            Finding[] found = new Finding[8];
            for (int k = 0; k < 2; k++) {
                found[4 * k] = Runs.backups(runs, days, oslo, "COL-MAIL", Share.of(9, 10), null);
                found[4 * k + 1] =
                        Runs.recoveryTime(recoveries, office, 14_400, OCTOBER, NOVEMBER, Share.of(9, 10), null);
                found[4 * k + 2] = Runs.recoveryPoint(recoveries, 14_400, OCTOBER, NOVEMBER, Share.of(9, 10), null);
                found[4 * k + 3] = Runs.number(values, how, OCTOBER, NOVEMBER, Share.of(3), Direction.AT_LEAST, null);
                Collections.shuffle(runs, random);
                Collections.shuffle(recoveries, random);
                Collections.shuffle(values, random);
            }
            for (int k = 0; k < 4; k++) {
                assertThat(found[k]).isEqualTo(found[k + 4]);
            }
            assertThat(found[0].denominator())
                    .as("every day counts, run or not")
                    .isGreaterThanOrEqualTo(8L);
        }
    }

    @Test
    void a_recovery_counts_in_one_period_only_wherever_the_periods_meet() {
        ServiceCalendar office = ServiceLevelLawsTest.office();
        for (int i = 0; i < CASES; i++) {
            long declared = OCTOBER + random.nextInt(2_000_000);
            List<Fact.Recovery> one = List.of(new Fact.Recovery(
                    "R",
                    EVERYWHERE,
                    declared,
                    declared,
                    random.nextInt(3) == 0 ? Long.MAX_VALUE : declared + random.nextInt(900_000),
                    null));
            long cut = OCTOBER + random.nextInt(2_600_000);
            long end = NOVEMBER + 10 * DAY;
            long before = Runs.recoveryTime(one, office, 28_800, OCTOBER, cut, Share.ONE, null)
                    .denominator();
            long after = Runs.recoveryTime(one, office, 28_800, cut, end, Share.ONE, null)
                    .denominator();
            assertThat(before + after).isEqualTo(1);
        }
    }
}
