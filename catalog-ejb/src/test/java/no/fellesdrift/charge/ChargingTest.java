package no.fellesdrift.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.charge.LineBasis.Delivery;
import no.fellesdrift.charge.LineBasis.Quantity;
import no.fellesdrift.charge.LineBasis.Reading;
import no.fellesdrift.charge.PriceVersion.Tier;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.UnitPrice;
import no.fellesdrift.price.OneOffEvent;
import no.fellesdrift.testing.Callers;
import org.junit.jupiter.api.Test;

class ChargingTest {

    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    static final Map<YearMonth, Instant> SEPTEMBER_CLOSED = Map.of(SEPTEMBER, Instant.parse("2026-10-07T13:00:00Z"));

    // ---------------------------------------------------------------- recurring

    @Test
    void a_whole_month_costs_price_times_quantity() {
        assertThat(new Line()
                        .exists(100, "2026-01-01", null)
                        .monthly("585.00", "2025-01-01", null)
                        .october())
                .containsExactly("BASE MONTH [2026-10-01, 2026-11-01) 31 days 100 × 585 = 58500.00");
    }

    @Test
    void a_line_from_the_tenth_of_october_is_active_22_days() {
        // 780 × 2 × 22 ÷ 31 = 34320 ÷ 31 = 1107.0967…
        assertThat(new Line()
                        .exists(2, "2026-10-10", null)
                        .monthly("780.00", "2025-01-01", null)
                        .october())
                .containsExactly("BASE MONTH [2026-10-10, 2026-11-01) 22 days 2 × 780 = 1107.10");
    }

    @Test
    void a_charge_is_cut_where_the_quantity_changes_and_where_the_price_changes() {
        // 92 × 585 × 5 ÷ 31 = 8680.645…; 95 × 585 × 9 ÷ 31 = 16134.677…; 95 × 612.50 × 17 ÷ 31 = 31909.274…
        assertThat(new Line()
                        .exists(92, "2026-01-20", "2026-10-06")
                        .exists(95, "2026-10-06", null)
                        .monthly("585.00", "2025-01-01", "2026-10-15")
                        .monthly("612.50", "2026-10-15", null)
                        .october())
                .containsExactly(
                        "BASE MONTH [2026-10-01, 2026-10-06) 5 days 92 × 585 = 8680.65",
                        "BASE MONTH [2026-10-06, 2026-10-15) 9 days 95 × 585 = 16134.68",
                        "BASE MONTH [2026-10-15, 2026-11-01) 17 days 95 × 612.5 = 31909.27");
    }

    @Test
    void neighbours_of_equal_quantity_are_one_charge() {
        assertThat(new Line()
                        .exists(5, "2026-01-01", "2026-10-12")
                        .exists(5, "2026-10-12", null)
                        .monthly("10.00", "2025-01-01", null)
                        .october())
                .containsExactly("BASE MONTH [2026-10-01, 2026-11-01) 31 days 5 × 10 = 50.00");
    }

    @Test
    void a_quarter_is_a_third_per_month_and_a_year_a_twelfth() {
        // 2850 ÷ 3 = 950; 36000 ÷ 12 = 3000; 690 × 40 × 27 ÷ (12 × 31) = 745200 ÷ 372 = 2003.2258…
        assertThat(new Line()
                        .exists(9, "2026-01-01", null)
                        .recurring("BASE", ChargeKind.QUARTER, "2850.00")
                        .october())
                .containsExactly("BASE QUARTER [2026-10-01, 2026-11-01) 31 days 9 × 2850 = 8550.00");
        assertThat(new Line()
                        .exists(3, "2026-01-01", null)
                        .recurring("BASE", ChargeKind.YEAR, "36000.00")
                        .october())
                .containsExactly("BASE YEAR [2026-10-01, 2026-11-01) 31 days 3 × 36000 = 9000.00");
        assertThat(new Line()
                        .exists(40, "2026-10-05", null)
                        .recurring("BASE", ChargeKind.YEAR, "690.00")
                        .october())
                .containsExactly("BASE YEAR [2026-10-05, 2026-11-01) 27 days 40 × 690 = 2003.23");
    }

    @Test
    void a_quantity_of_zero_gives_no_charge() {
        // 12 × 310 × 14 ÷ 31 = 1680
        assertThat(new Line()
                        .exists(12, "2026-04-16", "2026-10-15")
                        .exists(0, "2026-10-15", null)
                        .monthly("310.00", "2025-01-01", null)
                        .october())
                .containsExactly("BASE MONTH [2026-10-01, 2026-10-15) 14 days 12 × 310 = 1680.00");
    }

    @Test
    void an_amount_that_rounds_to_zero_gives_no_charge() {
        assertThat(new Line()
                        .exists(1, "2026-10-31", null)
                        .monthly("0.1500", "2025-01-01", null)
                        .october())
                .isEmpty();
    }

    @Test
    void a_line_that_has_ended_or_not_begun_gives_no_charge() {
        assertThat(new Line()
                        .exists(1, "2025-01-01", "2026-10-01")
                        .monthly("100", "2025-01-01", null)
                        .october())
                .isEmpty();
        assertThat(new Line()
                        .exists(1, "2026-11-01", null)
                        .monthly("100", "2025-01-01", null)
                        .october())
                .isEmpty();
    }

    @Test
    void february_has_its_own_number_of_days() {
        // 585 × 14 ÷ 28 = 292.50
        assertThat(new Line()
                        .exists(1, "2027-02-15", null)
                        .monthly("585.00", "2025-01-01", null)
                        .of(YearMonth.of(2027, 2), Map.of()))
                .containsExactly("BASE MONTH [2027-02-15, 2027-03-01) 14 days 1 × 585 = 292.50");
    }

    // ---------------------------------------------------------------- negotiated

    @Test
    void a_fixed_price_replaces_the_list_price_within_its_dates() {
        // 22 × 68 × 19 ÷ 31 = 916.9032…; 22 × 74 × 12 ÷ 31 = 630.1935…
        assertThat(new Line()
                        .exists(22, "2026-01-01", null)
                        .monthly("74.00", "2025-01-01", null)
                        .fixed("BASE", "68.0000", "2026-01-01", "2026-10-20")
                        .october())
                .containsExactly(
                        "BASE MONTH [2026-10-01, 2026-10-20) 19 days 22 × 68 = 916.90",
                        "BASE MONTH [2026-10-20, 2026-11-01) 12 days 22 × 74 = 630.19");
    }

    @Test
    void a_percentage_is_not_rounded_before_multiplying() {
        // 0.3333 × 0.875 = 0.2916375; × 1000 = 291.6375
        assertThat(new Line()
                        .exists(1000, "2026-01-01", null)
                        .monthly("0.3333", "2025-01-01", null)
                        .percent("BASE", "-12.5", "2026-01-01", null)
                        .october())
                .containsExactly("BASE MONTH [2026-10-01, 2026-11-01) 31 days 1000 × 0.2916375 = 291.64");
    }

    @Test
    void a_charge_says_its_arithmetic() {
        ComputedCharge charge = new Line()
                .exists(1, "2026-10-07", null)
                .recurring("BASE", ChargeKind.QUARTER, "66200.00")
                .percent("BASE", "-12.5", "2026-01-01", null)
                .charges(OCTOBER, Map.of())
                .get(0);
        assertThat(charge.working()).isEqualTo("66200.0000 × 0.875 × 1 ÷ 3 × 25 ÷ 31 ≈ 15571.236559 → 15571.24");
        assertThat(charge.exact()).isEqualTo("1448125/93");
        assertThat(charge.negotiated()).isEqualTo("PERCENT -12.5");
        assertThat(charge.priceId()).isEqualTo("OFF/BASE/2025-01-01");
        assertThat(charge.number()).isEqualTo("L-010~BASE~2026-10-07~QUARTER");
    }

    // ---------------------------------------------------------------- one-off

    @Test
    void a_one_off_is_whole_at_the_price_of_the_day_of_delivery() {
        Line line = new Line()
                .exists(2, "2026-10-10", null)
                .oneOff("ETABLERING", OneOffEvent.NEW_AND_INCREASE, "600.00", "2025-01-01", "2026-10-15")
                .oneOff("ETABLERING", OneOffEvent.NEW_AND_INCREASE, "650.00", "2026-10-15", null);
        assertThat(line.delivered("B-2026-0038", true, 2, "2026-10-14").october())
                .containsExactly("ETABLERING ONE_OFF [2026-10-14, 2026-10-15) 1 days 2 × 600 = 1200.00");
        assertThat(line.delivered("B-2026-0039", false, 3, "2026-10-15").october())
                .contains("ETABLERING ONE_OFF [2026-10-15, 2026-10-16) 1 days 3 × 650 = 1950.00");
    }

    @Test
    void an_order_that_adds_units_pays_only_where_the_price_says_so() {
        assertThat(new Line()
                        .exists(18, "2026-01-01", null)
                        .oneOff("ETABLERING", OneOffEvent.NEW, "150.00", "2025-01-01", null)
                        .delivered("B-2026-0034", false, 2, "2026-10-07")
                        .october())
                .isEmpty();
    }

    @Test
    void a_line_delivered_in_october_for_november_pays_its_one_off_in_october() {
        assertThat(new Line()
                        .exists(3, "2026-11-01", null)
                        .monthly("420.00", "2025-01-01", null)
                        .oneOff("ETABLERING", OneOffEvent.NEW_AND_INCREASE, "650.00", "2026-10-15", null)
                        .delivered("B-2026-0055", true, 3, "2026-10-30")
                        .october())
                .containsExactly("ETABLERING ONE_OFF [2026-10-30, 2026-10-31) 1 days 3 × 650 = 1950.00");
    }

    @Test
    void a_negotiated_one_off_holds_on_the_day_of_delivery() {
        assertThat(new Line()
                        .exists(172, "2026-10-13", null)
                        .oneOff("ETABLERING", OneOffEvent.NEW_AND_INCREASE, "1450.00", "2025-01-01", null)
                        .fixed("ETABLERING", "990.0000", "2026-10-01", "2026-11-01")
                        .delivered("B-2026-0044", false, 7, "2026-10-13")
                        .october())
                .containsExactly("ETABLERING ONE_OFF [2026-10-13, 2026-10-14) 1 days 7 × 990 = 6930.00");
    }

    // ---------------------------------------------------------------- usage

    @Test
    void flat_usage_is_price_times_quantity() {
        // 41230 × 0.4485 = 18491.655, half an øre goes away from zero
        assertThat(new Line()
                        .exists(38, "2026-01-01", null)
                        .usage(ChargeKind.USAGE_FLAT, "0.4485", null, false, null, false)
                        .used("2026-10-31", "41230")
                        .october())
                .containsExactly("USE USAGE_FLAT [2026-10-01, 2026-11-01) 31 days 41230 × 0.4485 = 18491.66");
    }

    @Test
    void a_months_quantity_is_the_sum_of_its_readings() {
        assertThat(new Line()
                        .exists(1, "2026-01-01", null)
                        .usage(ChargeKind.USAGE_FLAT, "1215.00", null, false, null, false)
                        .used("2026-09-30", "100")
                        .used("2026-10-01", "12.5")
                        .used("2026-10-31", "7.25")
                        .used("2026-11-01", "100")
                        .october())
                .containsExactly("USE USAGE_FLAT [2026-10-01, 2026-11-01) 31 days 19.75 × 1215 = 23996.25");
    }

    @Test
    void what_is_included_per_unit_follows_the_last_days_quantity() {
        // 10 units on the last day: 400 − 10 × 10 = 300; 300 × 0.62 = 186
        assertThat(new Line()
                        .exists(4, "2026-01-01", "2026-10-31")
                        .exists(10, "2026-10-31", null)
                        .graduated("10", true, null, false, "0 5000 0.6200", "5000 20000 0.4100", "20000 - 0.2875")
                        .used("2026-10-31", "400")
                        .october())
                .containsExactly("USE USAGE_GRADUATED [2026-10-01, 2026-11-01) 31 days 300 × 0.62 = 186.00");
    }

    @Test
    void exactly_the_included_quantity_gives_no_charge() {
        assertThat(new Line()
                        .exists(22, "2026-01-01", null)
                        .graduated("10", true, null, false, "0 - 0.5950")
                        .used("2026-10-31", "220")
                        .october())
                .isEmpty();
    }

    @Test
    void graduated_tiers_are_one_charge_rounded_once() {
        // 131.75 − 25 = 106.75; 50 × 61 + 56.75 × 44.50 = 3050 + 2525.375 = 5575.375
        List<ComputedCharge> charges = new Line()
                .exists(3, "2026-01-01", null)
                .graduated("25", false, "300.00", false, "0 50 61.0000", "50 - 44.5000")
                .used("2026-10-31", "131.75")
                .charges(OCTOBER, Map.of());
        assertThat(charges).hasSize(1);
        assertThat(charges.get(0).amount()).isEqualTo(Money.of("5575.38"));
        assertThat(charges.get(0).unitPrice()).isNull();
        assertThat(charges.get(0).working())
                .isEqualTo("131.75 − 25 = 106.75\n61.0000 × 50 + 44.5000 × 56.75 = 5575.375 → 5575.38");
    }

    @Test
    void exactly_five_hundred_reaches_the_tier_that_begins_at_five_hundred() {
        Line line =
                new Line().exists(1, "2026-01-01", null).volume("0 100 92.0000", "100 500 71.5000", "500 - 54.2500");
        // 500 × 54.25 × 0.95 = 25768.75
        assertThat(line.used("2026-10-31", "500")
                        .percent("USE", "-5", "2026-01-01", null)
                        .october())
                .containsExactly("USE USAGE_VOLUME [2026-10-01, 2026-11-01) 31 days 500 × 51.5375 = 25768.75");
        assertThat(new Line()
                        .exists(1, "2026-01-01", null)
                        .volume("0 100 92.0000", "100 500 71.5000", "500 - 54.2500")
                        .used("2026-10-31", "499.999")
                        .october())
                // 499.999 × 71.50 = 35749.9285
                .containsExactly("USE USAGE_VOLUME [2026-10-01, 2026-11-01) 31 days 499.999 × 71.5 = 35749.93");
    }

    @Test
    void a_fixed_negotiated_price_replaces_the_tiers() {
        assertThat(new Line()
                        .exists(1, "2026-01-01", null)
                        .graduated(null, false, null, false, "0 50 61.0000", "50 - 44.5000")
                        .fixed("USE", "40.0000", "2026-01-01", null)
                        .used("2026-10-31", "60")
                        .october())
                .containsExactly("USE USAGE_GRADUATED [2026-10-01, 2026-11-01) 31 days 60 × 40 = 2400.00");
    }

    @Test
    void the_minimum_applies_after_rating() {
        // 100 × 3.25 = 325 < 1500
        List<ComputedCharge> charges = new Line()
                .exists(2, "2026-01-01", null)
                .graduated(null, false, "1500.00", true, "0 1000 3.2500", "1000 - 2.1000")
                .used("2026-10-31", "100")
                .charges(OCTOBER, Map.of());
        assertThat(charges).extracting(ComputedCharge::amount).containsExactly(Money.of("1500.00"));
        assertThat(charges.get(0).working()).isEqualTo("3.2500 × 100 = 325.00\nmax(325; 1500.00) = 1500.00");
    }

    @Test
    void the_minimum_for_what_was_not_used_is_charged_only_where_the_price_says_so() {
        assertThat(new Line()
                        .exists(2, "2026-10-20", null)
                        .graduated(null, false, "450.00", true, "0 - 1.1500")
                        .october())
                .containsExactly("USE USAGE_GRADUATED [2026-10-20, 2026-11-01) 12 days 0 × null = 450.00");
        assertThat(new Line()
                        .exists(2, "2026-01-01", null)
                        .graduated("25", false, "300.00", false, "0 - 61.0000")
                        .used("2026-10-31", "24.9")
                        .october())
                .isEmpty();
        assertThat(new Line()
                        .exists(0, "2026-01-01", null)
                        .graduated(null, false, "450.00", true, "0 - 1.1500")
                        .october())
                .isEmpty();
    }

    @Test
    void a_line_that_ends_on_the_twentieth_is_metered_to_the_nineteenth_and_rated_by_that_day() {
        assertThat(new Line()
                        .exists(5, "2026-01-01", "2026-10-20")
                        .usageFrom("1.0000", "2025-01-01", "2026-10-20")
                        .usageFrom("2.0000", "2026-10-20", null)
                        .used("2026-10-19", "10")
                        .used("2026-10-20", "10")
                        .october())
                .containsExactly("USE USAGE_FLAT [2026-10-01, 2026-10-20) 19 days 10 × 1 = 10.00");
    }

    // ---------------------------------------------------------------- corrections

    @Test
    void a_late_reading_of_a_closed_month_is_corrected_where_it_was_recorded() {
        Line line = new Line()
                .exists(3, "2026-01-01", "2026-09-10")
                .exists(4, "2026-09-10", null)
                .graduated("200", true, null, false, "0 10000 0.2150", "10000 - 0.1925")
                .used("2026-09-09", "1402.25", "2026-09-10T02:30:00Z")
                .used("2026-09-16", "1377.9", "2026-09-17T02:30:00Z")
                .used("2026-09-23", "1420.005", "2026-09-24T02:30:00Z")
                .used("2026-09-29", "312.4", "2026-10-19T05:05:00Z")
                .used("2026-09-30", "1390.1", "2026-10-01T02:30:00Z");
        // without: 5590.255 − 800 = 4790.255 × 0.215 = 1029.904825 → 1029.90
        // with:    5902.655 − 800 = 5102.655 × 0.215 = 1097.070825 → 1097.07
        List<ComputedCharge> october = line.charges(OCTOBER, SEPTEMBER_CLOSED);
        assertThat(october).hasSize(1);
        ComputedCharge correction = october.get(0);
        assertThat(correction.kind()).isEqualTo(ChargeKind.CORRECTION);
        assertThat(correction.amount()).isEqualTo(Money.of("67.17"));
        assertThat(correction.quantity()).isEqualByComparingTo("312.4");
        assertThat(correction.corrects()).isEqualTo("L-010~USE~2026-09-01~USAGE_GRADUATED");
        assertThat(correction.number()).isEqualTo("L-010~USE~2026-09-01~CORRECTION~2026-10");
        assertThat(correction.working()).endsWith("1097.07 − 1029.90 = 67.17");
        assertThat(line.charges(SEPTEMBER, SEPTEMBER_CLOSED))
                .extracting(ComputedCharge::amount)
                .containsExactly(Money.of("1029.90"));
        assertThat(line.charges(YearMonth.of(2026, 11), SEPTEMBER_CLOSED)).isEmpty();
    }

    @Test
    void a_late_reading_that_stays_below_the_minimum_changes_nothing() {
        assertThat(new Line()
                        .exists(2, "2026-01-01", null)
                        .graduated(null, false, "1500.00", true, "0 - 1.0000")
                        .used("2026-09-09", "210", "2026-09-10T02:30:00Z")
                        .used("2026-09-18", "240", "2026-10-12T07:41:00Z")
                        .charges(OCTOBER, SEPTEMBER_CLOSED))
                .extracting(ComputedCharge::kind)
                .containsExactly(ChargeKind.USAGE_GRADUATED);
    }

    @Test
    void while_the_month_is_open_a_late_reading_is_simply_part_of_it() {
        assertThat(new Line()
                        .exists(1, "2026-01-01", null)
                        .usage(ChargeKind.USAGE_FLAT, "1.00", null, false, null, false)
                        .used("2026-09-29", "10", "2026-10-19T05:05:00Z")
                        .charges(OCTOBER, Map.of()))
                .isEmpty();
    }

    // ---------------------------------------------------------------- laws

    @Test
    void cutting_a_month_anywhere_moves_the_sum_by_less_than_an_oere() {
        for (int day = 2; day <= 31; day++) {
            String cut = LocalDate.of(2026, 10, day).toString();
            Money sum = Money.sum(new Line()
                            .exists(7, "2026-01-01", null)
                            .monthly("117.3300", "2025-01-01", cut)
                            .monthly("117.3300", cut, null)
                            .charges(OCTOBER, Map.of())
                            .stream()
                            .map(ComputedCharge::amount)
                            .toList());
            assertThat(sum.minus(Money.of("821.31")).oere().abs().intValueExact())
                    .as("cut at %s", cut)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void every_day_of_a_line_is_charged_once() {
        for (int first = 1; first <= 31; first++) {
            for (int last = first; last <= 31; last++) {
                long days = new Line()
                                .exists(
                                        3,
                                        "2026-01-01",
                                        LocalDate.of(2026, 10, first).toString())
                                .exists(
                                        5,
                                        LocalDate.of(2026, 10, first).toString(),
                                        LocalDate.of(2026, 10, last).plusDays(1).toString())
                                .monthly("100", "2025-01-01", "2026-10-11")
                                .monthly("110", "2026-10-11", null)
                                .percent("BASE", "-10", "2026-10-05", "2026-10-25")
                                .charges(OCTOBER, Map.of())
                                .stream()
                                .mapToLong(charge -> new DateRange(charge.from(), charge.to()).days())
                                .sum();
                assertThat(days).isEqualTo(last);
            }
        }
    }

    /** Builds a line's basis in the words of its files. */
    static final class Line {
        private final List<Quantity> quantities = new ArrayList<>();
        private final List<PriceVersion> prices = new ArrayList<>();
        private final List<Negotiation> negotiations = new ArrayList<>();
        private final List<Delivery> deliveries = new ArrayList<>();
        private final List<Reading> readings = new ArrayList<>();

        Line exists(int quantity, String from, String to) {
            if (!from.equals(to)) {
                quantities.add(new Quantity(range(from, to), BigDecimal.valueOf(quantity)));
            }
            return this;
        }

        Line monthly(String price, String from, String to) {
            return price("BASE", ChargeKind.MONTH, null, price, List.of(), null, false, null, false, range(from, to));
        }

        Line recurring(String component, ChargeKind kind, String price) {
            return price(component, kind, null, price, List.of(), null, false, null, false, range("2025-01-01", null));
        }

        Line oneOff(String component, OneOffEvent event, String price, String from, String to) {
            return price(
                    component, ChargeKind.ONE_OFF, event, price, List.of(), null, false, null, false, range(from, to));
        }

        Line usage(
                ChargeKind kind, String price, String included, boolean perUnit, String minimum, boolean whenUnused) {
            return price(
                    "USE",
                    kind,
                    null,
                    price,
                    List.of(),
                    included,
                    perUnit,
                    minimum,
                    whenUnused,
                    range("2025-01-01", null));
        }

        Line usageFrom(String price, String from, String to) {
            return price(
                    "USE", ChargeKind.USAGE_FLAT, null, price, List.of(), null, false, null, false, range(from, to));
        }

        Line graduated(String included, boolean perUnit, String minimum, boolean whenUnused, String... tiers) {
            return price(
                    "USE",
                    ChargeKind.USAGE_GRADUATED,
                    null,
                    null,
                    tiers(tiers),
                    included,
                    perUnit,
                    minimum,
                    whenUnused,
                    range("2025-01-01", null));
        }

        Line volume(String... tiers) {
            return price(
                    "USE",
                    ChargeKind.USAGE_VOLUME,
                    null,
                    null,
                    tiers(tiers),
                    null,
                    false,
                    null,
                    false,
                    range("2025-01-01", null));
        }

        private Line price(
                String component,
                ChargeKind kind,
                OneOffEvent event,
                String price,
                List<Tier> tiers,
                String included,
                boolean perUnit,
                String minimum,
                boolean whenUnused,
                DateRange valid) {
            prices.add(new PriceVersion(
                    "OFF/" + component + "/" + valid.start(),
                    component,
                    kind,
                    event,
                    price == null ? null : UnitPrice.of(price),
                    tiers,
                    kind.isUsage() ? "meter" : null,
                    included == null ? null : new BigDecimal(included),
                    perUnit,
                    minimum == null ? null : Money.of(minimum),
                    whenUnused,
                    valid));
            return this;
        }

        Line fixed(String component, String value, String from, String to) {
            negotiations.add(
                    new Negotiation(component, Negotiation.Kind.FIXED, new BigDecimal(value), range(from, to)));
            return this;
        }

        Line percent(String component, String value, String from, String to) {
            negotiations.add(
                    new Negotiation(component, Negotiation.Kind.PERCENT, new BigDecimal(value), range(from, to)));
            return this;
        }

        Line delivered(String order, boolean begins, int quantity, String on) {
            deliveries.add(
                    new Delivery(OrderNumber.of(order), begins, BigDecimal.valueOf(quantity), LocalDate.parse(on)));
            return this;
        }

        Line used(String on, String quantity) {
            return used(on, quantity, on + "T12:00:00Z");
        }

        Line used(String on, String quantity, String recordedAt) {
            readings.add(
                    new Reading("meter", LocalDate.parse(on), new BigDecimal(quantity), Instant.parse(recordedAt)));
            return this;
        }

        List<ComputedCharge> charges(YearMonth period, Map<YearMonth, Instant> closings) {
            return Charging.of(
                    new LineBasis(
                            AgreementNumber.of("AVT-2026-99"),
                            LineNumber.of("L-010"),
                            Callers.RA,
                            ServiceCode.of("SRV"),
                            OfferingCode.of("OFF"),
                            quantities,
                            prices,
                            negotiations,
                            deliveries,
                            readings),
                    period,
                    closings);
        }

        List<String> october() {
            return of(OCTOBER, Map.of());
        }

        List<String> of(YearMonth period, Map<YearMonth, Instant> closings) {
            return charges(period, closings).stream()
                    .map(charge -> charge.component() + " " + charge.kind() + " "
                            + new DateRange(charge.from(), charge.to()) + " "
                            + new DateRange(charge.from(), charge.to()).days() + " days "
                            + charge.quantity().stripTrailingZeros().toPlainString() + " × " + shown(charge.unitPrice())
                            + " = " + charge.amount())
                    .toList();
        }

        private static String shown(BigDecimal price) {
            return price == null ? "null" : price.stripTrailingZeros().toPlainString();
        }

        private static List<Tier> tiers(String... tiers) {
            List<Tier> list = new ArrayList<>();
            for (String tier : tiers) {
                String[] part = tier.split(" ", -1);
                list.add(new Tier(
                        new BigDecimal(part[0]),
                        part[1].equals("-") ? null : new BigDecimal(part[1]),
                        UnitPrice.of(part[2])));
            }
            return list;
        }

        private static DateRange range(String from, String to) {
            return new DateRange(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        }
    }
}
