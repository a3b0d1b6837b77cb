package no.fellesdrift.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.price.ComponentPrice;
import no.fellesdrift.price.Estimate;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.Test;

class OurPriceDeskTest {
    private static final Database DATABASE = DemoData.fresh();
    private static final Caller RA = Callers.RA_ORDERER;
    private static final Caller NP = Callers.NP_ORDERER;
    private static final Caller MET = Callers.person("met-best", Callers.MET, Role.ORDERER);

    @Test
    void the_price_of_the_day_before_and_of_the_day_of_a_change() {
        assertThat(estimate(RA, "WPL-PC-STD", "2026-10-14", 3)).isEqualTo("4350.00 once, 21060.00 a year");
        assertThat(estimate(RA, "WPL-PC-STD", "2026-10-15", 3)).isEqualTo("4350.00 once, 22050.00 a year");
    }

    @Test
    void a_yearly_price_that_is_announced_for_new_year() {
        assertThat(estimate(RA, "APP-ARK-STD", "2026-12-31", 2)).isEqualTo("0.00 once, 3970.00 a year");
        assertThat(estimate(RA, "APP-ARK-STD", "2027-01-01", 2)).isEqualTo("0.00 once, 4120.00 a year");
    }

    @Test
    void a_percentage_is_taken_off_a_quarterly_price() {
        // 66 200 − 12.5 % = 57 925 a quarter; establishing is not negotiated
        assertThat(estimate(NP, "NET-WAN-10G", "2026-10-15", 1)).isEqualTo("48000.00 once, 231700.00 a year");
        assertThat(estimate(MET, "NET-WAN-10G", "2026-10-15", 1)).isEqualTo("48000.00 once, 264800.00 a year");
    }

    @Test
    void a_fixed_price_with_half_an_oere_is_rounded_once() {
        // 29.9050 × 1 × 12 = 358.86; twelve rounded months would be 358.92
        assertThat(estimate(MET, "SEC-SOC-STD", "2026-10-01", 1)).isEqualTo("0.00 once, 358.86 a year");
        assertThat(estimate(MET, "SEC-SOC-STD", "2026-10-01", 470)).isEqualTo("0.00 once, 168664.20 a year");
    }

    @Test
    void a_negotiated_price_holds_within_its_own_dates_only() {
        assertThat(components(RA, Callers.RA, "SRV-VM-L", "2026-12-31"))
                .containsExactly("BASE 1390 negotiated", "ETABLERING 650");
        assertThat(components(RA, Callers.RA, "SRV-VM-L", "2027-01-01")).containsExactly("BASE 1455", "ETABLERING 650");
    }

    @Test
    void a_one_off_price_for_new_lines_is_not_paid_for_added_units() {
        // Riksantikvaren has shared mailboxes already; establishing them is paid only when a line begins
        assertThat(estimate(RA, "COL-MAIL-FEL", "2026-10-15", 2)).startsWith("0.00 once");
        assertThat(estimate(MET, "COL-MAIL-FEL", "2026-10-15", 2)).startsWith("300.00 once");
    }

    @Test
    void a_minimum_that_is_charged_without_use_is_part_of_what_a_new_line_costs() {
        // a minimum of 450 a month; who has the line already pays it already
        assertThat(estimate(MET, "SRV-STO-STD", "2026-10-15", 1)).isEqualTo("0.00 once, 5400.00 a year");
        assertThat(estimate(RA, "SRV-STO-STD", "2026-10-15", 1)).isEqualTo("0.00 once, 0.00 a year");
    }

    @Test
    void nobody_sees_what_another_agency_pays() {
        assertThatThrownBy(() -> components(NP, Callers.RA, "SRV-VM-L", "2026-12-31"))
                .isInstanceOf(Rejection.class)
                .hasMessageStartingWith("agreement.reason.AGREEMENT_NOT_FOUND");
    }

    private static String estimate(Caller caller, String offering, String on, int quantity) {
        return DATABASE.inTransaction(em -> {
            Estimate estimate = AgreementDesks.ourPrices(em, caller)
                    .estimate(
                            OfferingCode.of(offering),
                            LocalDate.parse(on),
                            BigDecimal.valueOf(quantity),
                            caller.organisation());
            return estimate.oneOff() + " once, " + estimate.perYear() + " a year";
        });
    }

    private static List<String> components(Caller caller, OrgNumber agency, String offering, String on) {
        return DATABASE.inTransaction(
                em -> AgreementDesks.ourPrices(em, caller)
                        .priceOn(OfferingCode.of(offering), LocalDate.parse(on), agency)
                        .components()
                        .stream()
                        .map(OurPriceDeskTest::words)
                        .toList());
    }

    private static String words(ComponentPrice price) {
        return price.list().component() + " " + price.unitPrice()
                + (price.negotiated().isPresent() ? " negotiated" : "");
    }
}
