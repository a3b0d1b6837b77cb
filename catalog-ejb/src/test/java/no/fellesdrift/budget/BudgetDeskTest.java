package no.fellesdrift.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.fellesdrift.agreement.AgreementDesks;
import no.fellesdrift.agreement.AgreementReason;
import no.fellesdrift.agreement.LineChange;
import no.fellesdrift.catalogue.CatalogueDesks;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.price.PriceDesks;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Heard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Riksantikvaren's video meetings: 210 users, and 8 rooms that became 9 on 28 May 2026. */
@SuppressWarnings("UnnecessaryAssignment") // a test injects by hand
class BudgetDeskTest {

    private static final Database DATABASE = DemoData.fresh();
    private static final ServiceCode VIDEO = ServiceCode.of("COL-VIDEO");
    private static final LocalDate DECEMBER = LocalDate.parse("2026-12-01");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static <T> T ask(Caller caller, Function<BudgetDesk, T> question) {
        return DATABASE.inTransaction(em -> {
            BudgetDesk desk = new BudgetDesk();
            desk.budgets = new Budgets();
            desk.budgets.em = em;
            desk.agreements = AgreementDesks.agreements(em, caller, new Heard<>());
            desk.ourPrices = AgreementDesks.ourPrices(em, caller);
            desk.prices = PriceDesks.prices(em);
            desk.offerings = CatalogueDesks.offerings(em, caller);
            desk.caller = CurrentCaller.of(caller);
            return question.apply(desk);
        });
    }

    private static BudgetEffect effect(String offering, LineChange change, String quantity) {
        return ask(
                Callers.RA_ORDERER,
                desk -> desk.effect(Callers.RA, OfferingCode.of(offering), change, new BigDecimal(quantity), DECEMBER));
    }

    @Test
    void what_is_bound_is_what_the_lines_cost_in_the_whole_year() {
        BudgetView video = ask(Callers.RA_ORDERER, desk -> desk.budget(Callers.RA, VIDEO, 2026));
        // users 210 × 38 × 12 = 95 760.00
        // rooms at 950 a month: 4 × 8 × 950 + 950 × (8 × 27 + 9 × 4) / 31 + 7 × 9 × 950 = 97 972.58
        // establishing the ninth room 18 500.00
        assertThat(video.bound()).isEqualTo(Money.of("212232.58"));
        assertThat(video.adopted()).contains(Money.of("193000.00"));
        assertThat(video.left()).contains(Money.of("-19232.58"));
    }

    @Test
    void next_year_is_bound_at_the_price_that_is_announced_and_only_proposed() {
        BudgetView video = ask(Callers.RA_ORDERER, desk -> desk.budget(Callers.RA, VIDEO, 2027));
        // 210 × 42 × 12 + 9 × 2 850 × 4
        assertThat(video.bound()).isEqualTo(Money.of("208440.00"));
        assertThat(video.adopted()).isEmpty();
        assertThat(video.proposed()).contains(Money.of("202000.00"));
        assertThat(video.left()).isEmpty();
    }

    @Test
    void every_service_with_a_line_or_a_budget_stands_once() {
        List<BudgetView> all = ask(Callers.RA_FINANCE, desk -> desk.budgets(Callers.RA, 2026));
        assertThat(all)
                .extracting(one -> one.service().value())
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(all)
                .filteredOn(one -> one.service().equals(VIDEO))
                .singleElement()
                .satisfies(one -> assertThat(one.bound()).isEqualTo(Money.of("212232.58")));
    }

    @Test
    void three_more_users_in_december_cost_one_month_and_no_budget_carries_them() {
        BudgetEffect more = effect("COL-VIDEO-STD", LineChange.INCREASE, "3");
        assertThat(more.order()).isEqualTo(Money.of("114.00"));
        assertThat(more.leftAfter()).contains(Money.of("-19346.58"));
        assertThat(more.carried()).isFalse();
    }

    @Test
    void one_more_room_costs_its_establishing_and_a_third_of_its_quarter() {
        // 18 500 + 2 850 / 3
        assertThat(effect("COL-VIDEO-ROM", LineChange.INCREASE, "1").order()).isEqualTo(Money.of("19450.00"));
    }

    @Test
    void what_goes_frees_money_and_is_always_carried() {
        BudgetEffect fewer = effect("COL-VIDEO-STD", LineChange.DECREASE, "10");
        assertThat(fewer.order()).isEqualTo(Money.of("-380.00"));
        assertThat(fewer.carried()).isTrue();
        assertThat(effect("COL-VIDEO-STD", LineChange.END, "0").order()).isEqualTo(Money.of("-7980.00"));
    }

    @Test
    void changing_units_one_for_one_costs_nothing() {
        BudgetEffect exchange = effect("COL-VIDEO-STD", LineChange.REPLACEMENT, "5");
        assertThat(exchange.order()).isEqualTo(Money.ZERO);
        assertThat(exchange.carried()).isTrue();
    }

    @Test
    void another_agencys_budget_is_not_found() {
        assertThat(refused(desk -> desk.budgets(Callers.NP, 2026))).isEqualTo(AgreementReason.AGREEMENT_NOT_FOUND);
        assertThat(refused(desk -> desk.budget(Callers.NP, VIDEO, 2026)))
                .isEqualTo(AgreementReason.AGREEMENT_NOT_FOUND);
        assertThat(refused(desk -> desk.amounts(2026, Optional.of(Callers.NP))))
                .isEqualTo(BudgetReason.BUDGET_NOT_FOUND);
    }

    @Test
    void who_names_no_agency_gets_the_own_and_the_controller_all() {
        List<BudgetAmount> own = ask(Callers.RA_FINANCE, desk -> desk.amounts(2026, Optional.empty()));
        assertThat(own)
                .isNotEmpty()
                .allSatisfy(amount -> assertThat(amount.agency()).isEqualTo(Callers.RA));
        List<BudgetAmount> all = ask(Callers.CONTROLLER, desk -> desk.amounts(2026, Optional.empty()));
        assertThat(all).extracting(BudgetAmount::agency).contains(Callers.RA, Callers.NP, Callers.MDIR);
    }

    private static Rejection.Reason refused(Function<BudgetDesk, Object> question) {
        return catchThrowableOfType(Rejection.class, () -> ask(Callers.RA_ORDERER, question))
                .reason();
    }
}
