package no.fellesdrift.web.sla.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.source.SourceReason;
import org.junit.jupiter.api.Test;

class TypedPeriodTest {

    private final TypedPeriod period = new TypedPeriod();

    @Test
    void local_times_of_oslo_become_instants() {
        period.setFromDate(LocalDate.of(2026, 11, 5));
        period.setFromTime(LocalTime.of(22, 5));
        period.setToDate(LocalDate.of(2026, 11, 6));
        period.setToTime(LocalTime.of(1, 0));
        assertThat(period.from()).isEqualTo(Instant.parse("2026-11-05T21:05:00Z"));
        assertThat(period.to()).isEqualTo(Instant.parse("2026-11-06T00:00:00Z"));
        assertThat(period.oddity()).isEmpty();
    }

    @Test
    void what_is_shown_is_what_would_be_read_again() {
        period.show(Instant.parse("2026-07-01T10:30:00Z"), null);
        assertThat(period.getFromDate()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(period.getFromTime()).isEqualTo(LocalTime.of(12, 30));
        assertThat(period.getToDate()).isNull();
        assertThat(period.getToTime()).isNull();
        assertThat(period.from()).isEqualTo(Instant.parse("2026-07-01T10:30:00Z"));
        assertThat(period.toOrOpen()).isNull();
    }

    @Test
    void half_an_end_is_no_open_end() {
        period.setToDate(LocalDate.of(2026, 11, 6));
        assertThatThrownBy(period::toOrOpen)
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.reason()).isEqualTo(SourceReason.TIME_MISSING));
        period.setToTime(LocalTime.of(1, 0));
        assertThat(period.toOrOpen()).isEqualTo(Instant.parse("2026-11-06T00:00:00Z"));
    }

    @Test
    void a_missing_beginning_is_refused_and_before_that_it_is_just_not_there() {
        assertThat(period.begun()).isNull();
        assertThatThrownBy(period::from).isInstanceOf(Rejection.class);
    }

    @Test
    void an_hour_that_the_clocks_skip_or_give_twice_is_told_of_at_either_end() {
        period.setFromDate(LocalDate.of(2026, 10, 24));
        period.setFromTime(LocalTime.of(22, 0));
        period.setToDate(LocalDate.of(2026, 10, 25));
        period.setToTime(LocalTime.of(2, 30));
        assertThat(period.oddity()).isEqualTo("TWICE");
        period.setFromDate(LocalDate.of(2026, 3, 29));
        period.setFromTime(LocalTime.of(2, 30));
        assertThat(period.oddity()).isEqualTo("SKIPPED");
    }
}
