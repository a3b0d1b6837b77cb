package no.fellesdrift.charge;

import static no.fellesdrift.charge.WorkedMonth.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Heard;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChargeDeskTest {

    static Database database;

    @BeforeAll
    static void october_is_computed() {
        database = DemoData.fresh();
        as(Callers.CONTROLLER, desk -> desk.compute(OCTOBER));
    }

    @Test
    void the_sums_of_october() {
        as(Callers.CONTROLLER, desk -> {
            ChargeTotals totals = desk.totals(ChargeFilter.of(OCTOBER));
            assertThat(totals.count()).isEqualTo(235);
            assertThat(totals.total()).isEqualTo(Money.of("3336701.93"));
            assertThat(totals.kinds())
                    .extracting(
                            ChargeTotals.OfKind::kind,
                            ChargeTotals.OfKind::count,
                            kind -> kind.amount().toString())
                    .containsExactlyInAnyOrder(
                            tuple(ChargeKind.MONTH, 135L, "2389568.41"),
                            tuple(ChargeKind.QUARTER, 17L, "245431.18"),
                            tuple(ChargeKind.YEAR, 20L, "244502.16"),
                            tuple(ChargeKind.ONE_OFF, 10L, "51830.00"),
                            tuple(ChargeKind.USAGE_FLAT, 13L, "197822.24"),
                            tuple(ChargeKind.USAGE_GRADUATED, 19L, "176605.19"),
                            tuple(ChargeKind.USAGE_VOLUME, 4L, "92454.39"),
                            tuple(ChargeKind.CORRECTION, 2L, "830.39"),
                            tuple(ChargeKind.SERVICE_CREDIT, 15L, "-62342.03"));
            assertThat(totals.organisations())
                    .extracting(
                            ChargeTotals.OfOrganisation::organisation,
                            agency -> agency.amount().toString())
                    .containsExactlyInAnyOrder(
                            tuple(Callers.MDIR, "1929042.43"),
                            tuple(Callers.RA, "448004.90"),
                            tuple(Callers.ADB, "311237.94"),
                            tuple(Callers.KMF, "51360.08"),
                            tuple(Callers.NP, "488128.63"),
                            tuple(Callers.MET, "108927.95"));
            assertThat(Money.sum(totals.services().stream()
                            .map(ChargeTotals.OfService::amount)
                            .toList()))
                    .isEqualTo(totals.total());
        });
    }

    @Test
    void a_year_has_the_sums_of_its_months_by_agency_and_by_service() {
        as(Callers.CONTROLLER, desk -> {
            ChargeYear year = desk.year(2026, Optional.empty());
            assertThat(year.charged()).containsExactly(OCTOBER);
            assertThat(year.total()).isEqualTo(Money.of("3336701.93"));
            assertThat(year.months().get(9)).isEqualTo(Money.of("3336701.93"));
            assertThat(year.months().get(8)).isEqualTo(Money.ZERO);
            assertThat(year.organisations())
                    .extracting(
                            ChargeYear.OfOrganisation::organisation,
                            agency -> agency.months().get(9).toString())
                    .containsExactly(
                            tuple(Callers.ADB, "311237.94"),
                            tuple(Callers.MET, "108927.95"),
                            tuple(Callers.MDIR, "1929042.43"),
                            tuple(Callers.KMF, "51360.08"),
                            tuple(Callers.NP, "488128.63"),
                            tuple(Callers.RA, "448004.90"));
            assertThat(Money.sum(year.services().stream()
                            .map(ChargeYear.OfService::total)
                            .toList()))
                    .isEqualTo(year.total());
            assertThat(year.services()).isSortedAccordingTo((a, b) -> b.total().compareTo(a.total()));
            assertThat(desk.year(2025, Optional.empty()).charged()).isEmpty();
        });
    }

    @Test
    void an_agency_s_year_is_its_own_and_another_s_does_not_exist() {
        as(Callers.RA_ORDERER, desk -> {
            ChargeYear year = desk.year(2026, Optional.empty());
            assertThat(year.organisations())
                    .extracting(ChargeYear.OfOrganisation::organisation)
                    .containsExactly(Callers.RA);
            assertThat(year.total()).isEqualTo(Money.of("448004.90"));
        });
        refused(ChargeReason.NOT_FOUND, () -> as(Callers.RA_ORDERER, desk -> desk.year(2026, Optional.of(Callers.NP))));
        refused(ChargeReason.NOT_FOUND, () -> as(Callers.CONTROLLER, desk -> desk.year(1999, Optional.empty())));
    }

    @Test
    void computed_again_every_charge_has_the_same_number_and_amount() {
        List<ChargeView> before = all(Callers.CONTROLLER);
        as(Callers.CONTROLLER, desk -> desk.compute(OCTOBER));
        assertThat(all(Callers.CONTROLLER)).isEqualTo(before);
    }

    @Test
    void a_page_is_a_part_of_the_list_in_the_wanted_order() {
        as(Callers.CONTROLLER, desk -> {
            var page = desk.charges(ChargeFilter.of(OCTOBER), new PageRequest(1, 50, List.of("-amount")));
            assertThat(page.total()).isEqualTo(235);
            assertThat(page.items()).hasSize(50);
            assertThat(page.items()).isSortedAccordingTo((a, b) -> b.amount().compareTo(a.amount()));
        });
        refused(
                ChargeReason.UNKNOWN_SORT,
                () -> as(
                        Callers.CONTROLLER,
                        desk -> desk.charges(
                                ChargeFilter.of(OCTOBER), new PageRequest(0, 50, List.of("amount; drop table")))));
    }

    @Test
    void an_agency_sees_its_own_charges_and_nobody_elses() {
        assertThat(all(Callers.RA_FINANCE))
                .isNotEmpty()
                .allMatch(charge -> charge.organisation().equals(Callers.RA));
        as(
                Callers.RA_FINANCE,
                desk -> assertThat(desk.totals(ChargeFilter.of(OCTOBER)).total())
                        .isEqualTo(Money.of("448004.90")));
        refused(
                ChargeReason.NOT_FOUND,
                () -> as(
                        Callers.RA_FINANCE,
                        desk -> desk.charges(ChargeFilter.of(OCTOBER).with(Callers.NP), PageRequest.first(10))));
        refused(
                ChargeReason.NOT_FOUND,
                () -> as(Callers.RA_FINANCE, desk -> desk.charge("NP-010~ETABLERING~2026-10-13~ONE_OFF~B-2026-0044")));
        as(
                Callers.NP_ORDERER,
                desk -> assertThat(desk.charge("NP-010~ETABLERING~2026-10-13~ONE_OFF~B-2026-0044")
                                .amount())
                        .isEqualTo(Money.of("6930.00")));
    }

    @Test
    void a_draft_agreement_gives_no_charge() {
        assertThat(all(Callers.CONTROLLER))
                .noneMatch(charge -> charge.line().value().startsWith("NPX-")
                        || charge.agreement().value().equals("AVT-2026-07"));
    }

    @Test
    void a_closed_period_cannot_be_computed_or_closed() {
        YearMonth september = YearMonth.of(2026, 9);
        refused(ChargeReason.PERIOD_CLOSED, () -> as(Callers.CONTROLLER, desk -> desk.compute(september)));
        refused(ChargeReason.PERIOD_CLOSED, () -> as(Callers.CONTROLLER, desk -> desk.close(september)));
        refused(ChargeReason.UNKNOWN_PERIOD, () -> as(Callers.CONTROLLER, desk -> desk.compute(YearMonth.of(2031, 1))));
    }

    @Test
    void a_period_is_closed_when_it_is_over_and_the_earlier_ones_are_closed() {
        try (Database own = DemoData.fresh()) {
            Heard<PeriodClosed> closed = new Heard<>();
            Instant lastSecond = Instant.parse("2026-10-31T22:59:59Z");
            refused(
                    ChargeReason.PERIOD_NOT_OVER,
                    () -> own.transaction(em -> WorkedMonth.desk(em, Callers.CONTROLLER, lastSecond, closed)
                            .close(OCTOBER)));
            refused(
                    ChargeReason.EARLIER_PERIOD_OPEN,
                    () -> own.transaction(em -> WorkedMonth.desk(
                                    em, Callers.CONTROLLER, Instant.parse("2026-12-05T06:00:00Z"), closed)
                            .close(YearMonth.of(2026, 11))));
            assertThat(closed.all).isEmpty();

            own.transaction(em -> {
                ChargeDesk desk =
                        WorkedMonth.desk(em, Callers.CONTROLLER, Instant.parse("2026-10-31T23:00:00Z"), closed);
                assertThat(desk.close(OCTOBER).total()).isEqualTo(Money.of("3336701.93"));
            });
            assertThat(closed.all).containsExactly(new PeriodClosed(OCTOBER));
            own.transaction(em -> {
                BillingPeriod october = WorkedMonth.desk(em, Callers.CONTROLLER).period(OCTOBER);
                assertThat(october.state()).isEqualTo(PeriodState.CLOSED);
                assertThat(october.closedBy()).isEqualTo("p-kontr");
            });
            refused(
                    ChargeReason.PERIOD_CLOSED,
                    () -> own.transaction(
                            em -> WorkedMonth.desk(em, Callers.CONTROLLER).compute(OCTOBER)));
        }
    }

    private static List<ChargeView> all(Caller caller) {
        List<ChargeView> all = new ArrayList<>();
        as(
                caller,
                desk -> desk.forEach(
                        new ChargeFilter(
                                Optional.of(OCTOBER),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        List.of(),
                        all::add));
        return all;
    }

    private static void as(Caller caller, Consumer<ChargeDesk> work) {
        database.transaction(em -> work.accept(WorkedMonth.desk(em, caller)));
    }

    private static void refused(ChargeReason reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }
}
