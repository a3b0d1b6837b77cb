package no.fellesdrift.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @Test
    void a_line_that_starts_on_the_tenth_of_a_month_of_31_days_is_active_22_days() {
        DateRange october = DateRange.of(YearMonth.of(2026, 10));
        DateRange line = DateRange.from(LocalDate.of(2026, 10, 10));
        assertThat(october.intersection(line).orElseThrow().days()).isEqualTo(22);
    }

    @Test
    void a_range_does_not_contain_its_end() {
        DateRange october = DateRange.of(YearMonth.of(2026, 10));
        assertThat(october.contains(LocalDate.of(2026, 10, 31))).isTrue();
        assertThat(october.contains(LocalDate.of(2026, 11, 1))).isFalse();
        assertThat(october.lastDay()).isEqualTo(LocalDate.of(2026, 10, 31));
    }

    @Test
    void ranges_that_only_touch_do_not_overlap() {
        DateRange january = DateRange.of(YearMonth.of(2026, 1));
        DateRange february = DateRange.of(YearMonth.of(2026, 2));
        assertThat(january.overlaps(february)).isFalse();
    }

    @Test
    void an_empty_or_inverted_range_is_refused() {
        LocalDate day = LocalDate.of(2026, 10, 1);
        assertThatThrownBy(() -> new DateRange(day, day)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DateRange(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        Instant noon = Instant.parse("2026-10-01T12:00:00Z");
        assertThatThrownBy(() -> new Interval(noon, noon)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_open_range_has_no_last_day() {
        assertThatThrownBy(() -> DateRange.from(LocalDate.of(2026, 1, 1)).days())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_night_the_clock_goes_back_has_25_hours() {
        Interval night = new Interval(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z"));
        assertThat(night.seconds()).isEqualTo(25 * 3600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999601391", "974760819", "919666102", "985980101", "971022264", "971274042", "312345137"})
    void real_and_synthetic_organisation_numbers_are_valid(String digits) {
        assertThat(OrgNumber.of(digits)).hasToString(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999601390", "99960139", "9996013911", "99960139a", "", "000000001"})
    void what_is_no_organisation_number_is_refused(String digits) {
        assertThatThrownBy(() -> OrgNumber.of(digits)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_text_needs_all_three_languages() {
        assertThat(new LocalizedText("tjeneste", "teneste", "service").in("nn")).isEqualTo("teneste");
        assertThat(new LocalizedText("tjeneste", "teneste", "service").in("sv")).isEqualTo("tjeneste");
        assertThatThrownBy(() -> new LocalizedText("tjeneste", " ", "service"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_unit_price_keeps_four_decimals_and_refuses_a_fifth() {
        assertThat(UnitPrice.of("0.62")).hasToString("0.6200");
        assertThatThrownBy(() -> UnitPrice.of("0.62001")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void an_agencys_people_see_their_own_agency_and_the_providers_staff_see_all() {
        OrgNumber ra = OrgNumber.of("974760819");
        OrgNumber np = OrgNumber.of("971022264");
        Caller orderer = new Caller("ra-best", "Ra", ra, Set.of(Role.ORDERER), "nb", Optional.empty());
        Caller desk = new Caller("p-ordre1", "P", np, Set.of(Role.ORDER_DESK), "nb", Optional.empty());
        assertThat(orderer.sees(ra)).isTrue();
        assertThat(orderer.sees(np)).isFalse();
        assertThat(orderer.onlyAgency()).contains(ra);
        assertThat(desk.sees(ra)).isTrue();
        assertThat(desk.onlyAgency()).isEmpty();
    }

    @Test
    void asking_for_another_agencys_list_is_refused_as_not_found() {
        OrgNumber ra = OrgNumber.of("974760819");
        OrgNumber np = OrgNumber.of("971022264");
        Caller orderer = new Caller("ra-best", "Ra", ra, Set.of(Role.ORDERER), "nb", Optional.empty());
        assertThat(orderer.agencyFilter(Optional.empty(), Missing.NOT_FOUND)).contains(ra);
        assertThatThrownBy(() -> orderer.agencyFilter(Optional.of(np), Missing.NOT_FOUND))
                .isInstanceOf(Rejection.class)
                .extracting(refused -> ((Rejection) refused).reason().key())
                .isEqualTo("kernel.reason.NOT_FOUND");
    }

    private record Missing(String name) implements Rejection.Reason {
        static final Missing NOT_FOUND = new Missing("NOT_FOUND");

        @Override
        public Rejection.Kind kind() {
            return Rejection.Kind.NOT_FOUND;
        }

        @Override
        public String room() {
            return "kernel";
        }
    }
}
