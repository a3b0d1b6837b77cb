package no.fellesdrift.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Share;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AllocationTest {

    // ---------------------------------------------------------------- keys

    @Test
    void a_hundred_over_three_equal_targets_is_33_34_and_twice_33_33() {
        assertThat(shares("100.00", equal("A", "B", "C"))).containsExactly("A 33.34", "B 33.33", "C 33.33");
    }

    @Test
    void ties_go_by_identifier_as_text_whatever_the_order_of_the_targets() {
        assertThat(shares("100.00", equal("974760819", "10", "9")))
                .containsExactly("10 33.34", "9 33.33", "974760819 33.33");
    }

    @Test
    void a_refund_is_shared_by_its_absolute_value() {
        assertThat(shares("-186145.67", equal("A", "B", "C", "D", "E", "F")))
                .containsExactly(
                        "A -31024.28", "B -31024.28", "C -31024.28", "D -31024.28", "E -31024.28", "F -31024.27");
    }

    @Test
    void fixed_percentages_share_as_stated() {
        assertThat(shares("1000.01", fixed("A 58.125", "B 15.875", "C 13.5", "D 12.5")))
                // 581.2558… 158.7515… 135.0013… 125.0012…: two øre left, to A (0.58) and B (0.15)
                .containsExactly("A 581.26", "B 158.75", "C 135.00", "D 125.00");
    }

    @Test
    void percentages_that_do_not_sum_to_100_are_refused() {
        refused(AllocationReason.PERCENT_NOT_100, () -> shares("1.00", fixed("A 50", "B 49.99")));
    }

    @Test
    void a_driver_shares_by_its_values_and_zero_gets_nothing() {
        // 780 : 210 : 0 of 990: 0.7878… and 0.2121…
        assertThat(shares("990.01", driver("A 780", "B 210", "C 0"))).containsExactly("A 780.01", "B 210.00", "C 0.00");
    }

    @Test
    void drivers_that_are_all_zero_are_refused() {
        refused(AllocationReason.ALL_DRIVERS_ZERO, () -> shares("1.00", driver("A 0", "B 0")));
    }

    @Test
    void a_negative_driver_is_refused() {
        refused(AllocationReason.NEGATIVE_DRIVER, () -> shares("1.00", driver("A 2", "B -1")));
    }

    @Test
    void usage_of_25_out_of_50_sold_and_a_capacity_of_100() {
        assertThat(shares("1000.00", used(null, "A 25", "B 25"))).containsExactly("A 500.00", "B 500.00");
        assertThat(shares("1000.00", used("100", "A 25", "B 25")))
                .containsExactly("A 250.00", "B 250.00", "UNSOLD 500.00");
    }

    @Test
    void unsold_capacity_is_last_in_ties() {
        assertThat(shares("0.01", used("2", "Z 1"))).containsExactly("Z 0.01", "UNSOLD 0.00");
        assertThat(shares("100.00", used("3", "Y 1", "Z 1"))).containsExactly("Y 33.34", "Z 33.33", "UNSOLD 33.33");
    }

    @Test
    void usage_above_the_capacity_is_refused_and_exactly_the_capacity_leaves_nothing() {
        refused(AllocationReason.ABOVE_CAPACITY, () -> shares("1.00", used("50", "A 25", "B 25.000001")));
        assertThat(shares("1.00", used("50", "A 25", "B 25"))).containsExactly("A 0.50", "B 0.50", "UNSOLD 0.00");
    }

    @Test
    void no_usage_at_all_is_refused() {
        refused(AllocationReason.NO_USAGE, () -> shares("1.00", used(null, "A 0")));
    }

    @Test
    void a_formula_normalises_each_driver_first() {
        // users 3 : 1, devices 1 : 1; A = 0.6 × 3/4 + 0.4 × 1/2 = 0.65
        Key key = new Key(
                "K",
                agencies("A", "B"),
                new Key.Formula(List.of(
                        new Key.Part(driven("users", "A 30", "B 10"), new BigDecimal("60")),
                        new Key.Part(driven("devices", "A 7", "B 7"), new BigDecimal("40")))));
        assertThat(key.shares()).containsEntry(agency("A"), Share.of(13, 20));
        assertThat(shares("10.01", key)).containsExactly("A 6.51", "B 3.50");
    }

    @Test
    void weights_that_do_not_sum_to_100_are_refused() {
        Key key = new Key(
                "K",
                agencies("A"),
                new Key.Formula(List.of(new Key.Part(driven("users", "A 1"), new BigDecimal("60")))));
        refused(AllocationReason.WEIGHTS_NOT_100, key::shares);
    }

    @Test
    void a_key_without_targets_is_refused() {
        refused(AllocationReason.NO_TARGETS, () -> shares("1.00", equal()));
    }

    // ---------------------------------------------------------------- step-down

    @Test
    void a_pool_gives_to_later_pools_before_they_are_closed() {
        Allocation allocation = Allocation.of(List.of(
                new Pool("NET", 3, equal("A", "B"), Money.of("10.00"), 1),
                new Pool("FAC", 1, toPools("MGT", "NET"), Money.of("100.01"), 1),
                new Pool("MGT", 2, toPools("NET"), Money.of("0.00"), 1)));
        assertThat(allocation.pools())
                .extracting(shared -> shared.pool().code())
                .containsExactly("FAC", "MGT", "NET");
        assertThat(allocation.pools())
                .extracting(SharedPool::amount)
                .containsExactly(Money.of("100.01"), Money.of("50.01"), Money.of("110.01"));
        assertThat(allocation.perAgency())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("A", Money.of("55.01"), "B", Money.of("55.00"))));
        assertThat(allocation.ledgerTotal()).isEqualTo(Money.of("110.01"));
        assertThat(allocation.allocatedTotal()).isEqualTo(Money.of("110.01"));
    }

    @Test
    void a_circle_is_refused() {
        refused(
                AllocationReason.CIRCLE,
                () -> Allocation.of(List.of(
                        new Pool("FAC", 1, toPools("MGT"), Money.of("1.00"), 1),
                        new Pool("MGT", 2, toPools("DC"), Money.of("1.00"), 1),
                        new Pool("DC", 3, toPools("FAC"), Money.of("1.00"), 1))));
        refused(
                AllocationReason.CIRCLE,
                () -> Allocation.of(List.of(new Pool("FAC", 1, toPools("FAC"), Money.of("1.00"), 1))));
    }

    @Test
    void a_closed_pool_receives_nothing_more() {
        refused(
                AllocationReason.CLOSED_POOL_RECEIVES,
                () -> Allocation.of(List.of(
                        new Pool("FAC", 1, equal("A"), Money.of("1.00"), 1),
                        new Pool("MGT", 2, toPools("FAC"), Money.of("1.00"), 1))));
    }

    @Test
    void an_unknown_pool_is_refused() {
        refused(
                AllocationReason.UNKNOWN_POOL,
                () -> Allocation.of(List.of(new Pool("FAC", 1, toPools("XXX"), Money.of("1.00"), 1))));
    }

    // ---------------------------------------------------------------- laws

    @Test
    void every_pool_adds_up_and_cost_in_is_cost_out_for_any_figures() {
        Random random = new Random(20261031);
        for (int round = 0; round < 400; round++) {
            int support = random.nextInt(4);
            int pools = support + 1 + random.nextInt(5);
            List<Pool> all = new ArrayList<>();
            for (int i = 0; i < pools; i++) {
                Key key = i < support ? anyKey(random, laterPools(i, pools)) : anyKey(random, agencies(random));
                all.add(new Pool("P" + i, i, key, Money.ofOere(random.nextLong(-9_999_999, 99_999_999)), 1));
            }
            Allocation allocation = Allocation.of(all);
            for (SharedPool shared : allocation.pools()) {
                assertThat(Money.sum(shared.shares().stream()
                                .map(SharedPool.Part::amount)
                                .toList()))
                        .isEqualTo(shared.amount());
                for (SharedPool.Part part : shared.shares()) {
                    Share off = part.amount()
                            .exact()
                            .minus(part.share().times(shared.amount().exact()))
                            .abs();
                    assertThat(off).as("less than an øre off").isLessThan(Share.of(1, 100));
                }
            }
            assertThat(allocation.allocatedTotal()).isEqualTo(allocation.ledgerTotal());
            assertThat(Money.sum(allocation.perAgency().values()).plus(allocation.unsoldCapacity()))
                    .isEqualTo(allocation.ledgerTotal());
        }
    }

    @Test
    void the_order_in_which_targets_are_listed_never_matters() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Target> targets = new ArrayList<>(agencies(random));
            Map<Target, BigDecimal> values = values(random, targets);
            List<Target> reversed = new ArrayList<>(targets);
            java.util.Collections.reverse(reversed);
            Money amount = Money.ofOere(random.nextLong(1, 10_000));
            assertThat(close(amount, new Key("K", targets, new Key.Driven("d", values))))
                    .isEqualTo(close(amount, new Key("K", reversed, new Key.Driven("d", values))));
        }
    }

    private static List<SharedPool.Part> close(Money amount, Key key) {
        return Allocation.of(List.of(new Pool("P", 1, key, amount, 1)))
                .pools()
                .get(0)
                .shares();
    }

    private static List<Target> laterPools(int index, int pools) {
        return IntStream.range(index + 1, pools)
                .mapToObj(i -> new Target(Target.Type.POOL, "P" + i))
                .toList();
    }

    private static List<Target> agencies(Random random) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(7))
                .mapToObj(i -> agency("9" + i * 37 % 11 + i))
                .toList();
    }

    private static Key anyKey(Random random, List<Target> targets) {
        Map<Target, BigDecimal> values = values(random, targets);
        BigDecimal total = values.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean toPools = targets.get(0).type() == Target.Type.POOL;
        return new Key(
                "K",
                targets,
                switch (random.nextInt(toPools ? 4 : 5)) {
                    case 0 -> new Key.Equal();
                    case 1 -> new Key.Driven("d", values);
                    case 2 -> new Key.Used(values, null);
                    case 3 ->
                        new Key.Formula(List.of(
                                new Key.Part(new Key.Driven("d", values), new BigDecimal("33.3333")),
                                new Key.Part(new Key.Driven("e", values(random, targets)), new BigDecimal("66.6667"))));
                    default -> new Key.Used(values, total.add(BigDecimal.valueOf(random.nextInt(1000), 3)));
                });
    }

    private static Map<Target, BigDecimal> values(Random random, List<Target> targets) {
        Map<Target, BigDecimal> values = new TreeMap<>();
        targets.forEach(target -> values.put(target, BigDecimal.valueOf(random.nextInt(1, 100_000), 3)));
        return values;
    }

    // ---------------------------------------------------------------- words

    private static List<String> shares(String amount, Key key) {
        return close(Money.of(amount), key).stream()
                .map(part -> part.target() + " " + part.amount())
                .toList();
    }

    private static Key equal(String... agencies) {
        return new Key("K", agencies(agencies), new Key.Equal());
    }

    private static Key fixed(String... percent) {
        Map<Target, BigDecimal> values = byAgency(percent);
        return new Key("K", List.copyOf(values.keySet()), new Key.Fixed(values));
    }

    private static Key driver(String... values) {
        Key.Driven driven = driven("users", values);
        return new Key("K", List.copyOf(driven.values().keySet()), driven);
    }

    private static Key.Driven driven(String driver, String... values) {
        return new Key.Driven(driver, byAgency(values));
    }

    private static Key used(String capacity, String... usage) {
        Map<Target, BigDecimal> values = byAgency(usage);
        return new Key(
                "K",
                List.copyOf(values.keySet()),
                new Key.Used(values, capacity == null ? null : new BigDecimal(capacity)));
    }

    private static Key toPools(String... pools) {
        return new Key(
                "K",
                Arrays.stream(pools)
                        .map(pool -> new Target(Target.Type.POOL, pool))
                        .toList(),
                new Key.Equal());
    }

    private static Map<Target, BigDecimal> byAgency(String... values) {
        Map<Target, BigDecimal> map = new TreeMap<>();
        for (String value : values) {
            int space = value.indexOf(' ');
            map.put(agency(value.substring(0, space)), new BigDecimal(value.substring(space + 1)));
        }
        return map;
    }

    private static List<Target> agencies(String... ids) {
        return Arrays.stream(ids).map(AllocationTest::agency).toList();
    }

    private static Target agency(String id) {
        return new Target(Target.Type.AGENCY, id);
    }

    private static void refused(AllocationReason reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }
}
