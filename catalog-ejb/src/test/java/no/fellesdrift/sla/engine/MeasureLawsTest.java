package no.fellesdrift.sla.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
}
