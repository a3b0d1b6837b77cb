package no.fellesdrift.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.kernel.UnitPrice;
import org.junit.jupiter.api.Test;

class WrittenTest {

    @Test
    void money_is_written_as_norwegians_write_it_and_never_breaks_over_a_line() {
        assertThat(Written.money("nb", Money.of("12345.60"))).isEqualTo("12\u00a0345,60\u00a0kr");
        assertThat(Written.money("nn", Money.of("-8680.65"))).isEqualTo("−8\u00a0680,65\u00a0kr");
        assertThat(Written.money("en", Money.of("12345.60"))).isEqualTo("NOK\u00a012,345.60");
        assertThat(Written.money("nb", UnitPrice.of("0.0125"))).isEqualTo("0,0125\u00a0kr");
        assertThat(Written.money("nb", UnitPrice.of("1145"))).isEqualTo("1\u00a0145,00\u00a0kr");
        assertThat(Written.change("nb", Money.of("103992.00"))).isEqualTo("+103\u00a0992,00\u00a0kr");
        assertThat(Written.money("nb", null)).isEqualTo("–");
    }

    @Test
    void a_percentage_is_cut_and_never_rounded_up() {
        assertThat(Written.percent("nb", new BigDecimal("99.9599"), 2)).isEqualTo("99,95\u00a0%");
        assertThat(Written.percent("nb", Share.of(99951, 100000), 1)).isEqualTo("99,9\u00a0%");
        assertThat(Written.percent("en", "100", 2)).isEqualTo("100.00%");
        assertThat(Written.rate("nn", new BigDecimal("7.50"))).isEqualTo("7,5\u00a0%");
        assertThat(Written.rate("en", new BigDecimal("3"))).isEqualTo("3%");
    }

    @Test
    void dates_and_times_are_oslo_s_over_both_clock_changes() {
        assertThat(Written.date("nb", LocalDate.of(2026, 11, 21))).isEqualTo("21.11.2026");
        assertThat(Written.instant("nb", Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("25.10.2026\u00a002:30");
        assertThat(Written.instant("nb", Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo("25.10.2026\u00a002:30");
        assertThat(Written.instant("nn", Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo("29.03.2026\u00a003:00");
        assertThat(Written.month("nb", "2026-10")).isEqualTo("oktober 2026");
    }

    @Test
    void a_duration_says_hours_and_minutes_and_seconds_only_where_there_are_some() {
        assertThat(Written.duration("nb", 11_520)).isEqualTo("3\u00a0t 12\u00a0min");
        assertThat(Written.duration("en", 59)).isEqualTo("59\u00a0s");
        assertThat(Written.duration("nb", 0)).isEqualTo("0\u00a0min");
        assertThat(Written.duration("nb", 60)).isEqualTo("1\u00a0min");
    }

    @Test
    void numbers_and_dates_are_read_as_people_type_them() {
        assertThat(NumberConverter.read("12 345,60")).isEqualTo("12345.60");
        assertThat(NumberConverter.read("12\u00a0345.60")).isEqualTo("12345.60");
        assertThat(NumberConverter.read("−4")).isEqualTo("-4");
        assertThat(DateConverter.read("1.9.2026")).isEqualTo("2026-09-01");
        assertThat(DateConverter.read("2026-09-01")).isEqualTo("2026-09-01");
    }

    @Test
    void many_of_a_unit_are_counted_since_its_name_has_no_plural() {
        assertThat(Written.units("nb", 15, "server")).isEqualTo("15\u00a0×\u00a0server");
        assertThat(Written.units("nb", new BigDecimal("1.000000"), "server")).isEqualTo("1\u00a0server");
        assertThat(Written.units("nn", new BigDecimal("2.5"), "tenar")).isEqualTo("2,5\u00a0×\u00a0tenar");
        assertThat(Written.units("en", 1200, "access port")).isEqualTo("1,200\u00a0×\u00a0access port");
        assertThat(Written.units("nb", null, "server")).isEqualTo("–");
    }

    @Test
    void a_line_of_arithmetic_is_written_in_the_figures_of_the_language() {
        String line = "585.0000 × 92 × 5 ÷ 31 ≈ 8680.645161 → 8680.65";
        assertThat(Written.working("nb", line)).isEqualTo("585,00 × 92 × 5 ÷ 31 ≈ 8\u00a0680,645161 → 8\u00a0680,65");
        assertThat(Written.working("en", line)).isEqualTo("585.00 × 92 × 5 ÷ 31 ≈ 8,680.645161 → 8,680.65");
        assertThat(Written.working("nb", "0.2150 × 5000 − 12.5 = 1062.50"))
                .isEqualTo("0,215 × 5\u00a0000 − 12,5 = 1\u00a0062,50");
    }

    @Test
    void the_browser_s_language_is_the_first_we_have() {
        assertThat(Language.ofBrowser(List.of(Locale.forLanguageTag("fi"), Locale.forLanguageTag("nn-NO"))))
                .isEqualTo(Optional.of("nn"));
        assertThat(Language.ofBrowser(List.of(Locale.forLanguageTag("no")))).isEqualTo(Optional.of("nb"));
        assertThat(Language.ofBrowser(List.of(Locale.forLanguageTag("en-US")))).isEqualTo(Optional.of("en"));
        assertThat(Language.ofBrowser(List.of(Locale.FRENCH))).isEmpty();
    }

    @Test
    void signing_in_leads_only_to_pages_of_ours() {
        assertThat(SignInPage.target("/orders/order.xhtml?number=B-2026-0058"))
                .isEqualTo("/orders/order.xhtml?number=B-2026-0058");
        assertThat(SignInPage.target("//evil.example")).isEqualTo("/index.xhtml");
        assertThat(SignInPage.target("https://evil.example")).isEqualTo("/index.xhtml");
        assertThat(SignInPage.target("/\\evil.example")).isEqualTo("/index.xhtml");
        assertThat(SignInPage.target(null)).isEqualTo("/index.xhtml");
    }

    @Test
    void a_missing_text_is_loud_and_an_apostrophe_is_an_apostrophe() {
        assertThat(TextBundles.text("nb", "frame.nothing")).isEqualTo("???frame.nothing???");
        assertThat(TextBundles.text("nb", "frame.paging.shown", 1, 10, 2350)).isEqualTo("Viser 1–10 av 2\u00a0350");
    }
}
