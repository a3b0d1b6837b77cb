package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.fellesdrift.sla.engine.Cause;
import no.fellesdrift.sla.engine.Step;
import org.junit.jupiter.api.Test;

class WorkingTest {

    @Test
    void steps_are_read_as_they_were_written() {
        List<Step> steps = List.of(
                new Step(
                        Step.Kind.OUTAGE,
                        "AVB-2026-0412",
                        "COL-MAIL",
                        1_792_900_800L,
                        1_792_904_400L,
                        3_600,
                        Step.Effect.DOWNTIME,
                        Cause.UPSTREAM,
                        null,
                        null),
                new Step(
                        Step.Kind.CASE,
                        "sak-æøå/7",
                        "COL-MAIL",
                        1_791_000_000L,
                        1_791_009_000L,
                        1_800,
                        Step.Effect.LATE,
                        null,
                        1_790_999_999L,
                        "P1"));
        assertThat(Working.steps(Working.of(steps))).isEqualTo(steps);
        assertThat(Working.steps(Working.of(List.of()))).isEmpty();
    }

    @Test
    void whatever_a_step_holds_comes_back() {
        Random random = new Random(20261001);
        for (int i = 0; i < 1_000; i++) {
            List<Step> steps = new ArrayList<>();
            for (int n = random.nextInt(40); n > 0; n--) {
                steps.add(new Step(
                        any(random, Step.Kind.values()),
                        "ø".repeat(random.nextInt(70)),
                        random.nextBoolean() ? "A" : "",
                        random.nextLong() >> 2,
                        random.nextLong() >> 2,
                        random.nextLong() >> 2,
                        any(random, Step.Effect.values()),
                        random.nextBoolean() ? null : Cause.PROVIDER,
                        random.nextBoolean() ? null : Long.valueOf(random.nextLong() >> 2),
                        random.nextBoolean() ? null : "P" + random.nextInt(4)));
            }
            assertThat(Working.steps(Working.of(steps))).isEqualTo(steps);
        }
    }

    @Test
    void a_working_that_a_newer_version_wrote_is_not_guessed_at() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Working.steps((byte) 4))
                .withMessageContaining("form 2");
    }

    private static <T> T any(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }
}
