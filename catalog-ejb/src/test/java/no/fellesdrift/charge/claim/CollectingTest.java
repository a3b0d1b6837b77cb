package no.fellesdrift.charge.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import no.fellesdrift.kernel.Money;
import org.junit.jupiter.api.Test;

class CollectingTest {

    @Test
    void a_supplier_answers_for_its_part_of_the_downtime() {
        assertThat(divide("1000.00", Map.of("UC-1", 900L), 3_600)).containsEntry("UC-1", Money.of("250.00"));
        assertThat(divide("1000.00", Map.of("UC-1", 3_600L), 3_600)).containsEntry("UC-1", Money.of("1000.00"));
    }

    @Test
    void the_penny_that_remains_goes_to_the_one_that_was_cut_most() {
        // 33.33⅓, 33.33⅓ and the provider's 33.33⅓: the first contract gets it
        assertThat(divide("100.00", Map.of("UC-1", 1L, "UC-2", 1L), 3))
                .containsEntry("UC-1", Money.of("33.34"))
                .containsEntry("UC-2", Money.of("33.33"));
        // 66.66⅔ and the provider's 33.33⅓
        assertThat(divide("100.00", Map.of("UC-1", 2L), 3)).containsEntry("UC-1", Money.of("66.67"));
    }

    @Test
    void nothing_is_claimed_twice_whatever_the_shares() {
        Random random = new Random(20_261_031);
        for (int i = 0; i < 1_000; i++) {
            SortedMap<String, Long> seconds = new TreeMap<>();
            for (int contract = 0; contract <= random.nextInt(4); contract++) {
                seconds.put("UC-" + contract, (long) random.nextInt(100_000));
            }
            long suppliers =
                    seconds.values().stream().mapToLong(Long::longValue).sum();
            long downtime = suppliers + random.nextInt(100_000) + 1;
            Money credit = Money.ofOere(random.nextInt(10_000_000));
            SortedMap<String, Money> divided = Collecting.divide(credit, seconds, downtime);
            Money claimed = Money.sum(divided.values());
            assertThat(claimed).isLessThanOrEqualTo(credit);
            assertThat(divided.keySet()).isEqualTo(seconds.keySet());
            if (suppliers > 0) {
                // nothing of it was the provider's own
                assertThat(Money.sum(
                                Collecting.divide(credit, seconds, suppliers).values()))
                        .isEqualTo(credit);
            }
        }
    }

    @Test
    void more_seconds_than_there_were_are_a_fault() {
        assertThatThrownBy(() -> divide("1.00", Map.of("UC-1", 2L), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> divide("1.00", Map.of(), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SortedMap<String, Money> divide(String credit, Map<String, Long> seconds, long downtime) {
        return Collecting.divide(Money.of(credit), new TreeMap<>(seconds), downtime);
    }
}
