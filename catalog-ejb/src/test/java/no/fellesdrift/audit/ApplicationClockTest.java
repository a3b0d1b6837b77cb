package no.fellesdrift.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplicationClockTest {

    private static final Clock REAL = Clock.fixed(Instant.parse("2027-03-01T10:00:00Z"), ZoneId.of("Europe/Oslo"));

    @Test
    void without_a_start_it_shows_real_time() {
        assertThat(new ApplicationClock(true, Optional.empty(), REAL).clock()).isEqualTo(REAL);
        assertThat(new ApplicationClock(false, Optional.empty(), REAL).clock()).isEqualTo(REAL);
    }

    @Test
    void in_demo_mode_it_starts_where_told_and_runs() {
        Instant start = Instant.parse("2026-11-04T23:30:00Z");
        Clock clock = new ApplicationClock(true, Optional.of(start), REAL).clock();

        assertThat(clock.instant()).isEqualTo(start);
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(Clock.offset(clock, Duration.ofHours(1)).instant()).isEqualTo(start.plusSeconds(3600));
    }

    @Test
    void outside_demo_mode_nobody_moves_the_clock() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new ApplicationClock(false, Optional.of(Instant.EPOCH), REAL))
                .withMessageContaining("demo mode only");
    }
}
