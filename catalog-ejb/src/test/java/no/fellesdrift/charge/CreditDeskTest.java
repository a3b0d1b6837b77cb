package no.fellesdrift.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CreditDeskTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final String ONE = "2026-09~KMF-090~S-AV";
    private static final String OTHER = "2026-09~KMF-160~C-AV";

    static Database database;

    @BeforeAll
    static void demo() {
        database = DemoData.fresh();
    }

    @Test
    void what_september_s_breaches_give_back_and_what_was_decided() {
        List<ServiceCredit> credits = september(Callers.SERVICE_LEVEL_MANAGER);
        assertThat(credits)
                .extracting(
                        credit -> credit.line() + " " + credit.level(),
                        credit -> credit.percent().toPlainString(),
                        credit -> credit.base().toString(),
                        credit -> credit.amount().toString())
                .hasSize(19)
                .contains(
                        tuple("ADB-010 E-AV", "7.5", "53820.00", "-4036.50"),
                        tuple("ADB-080 S-AV", "3", "22066.67", "-662.00"),
                        tuple("KMF-010 E-AV", "7.5", "13455.00", "-1009.13"),
                        tuple("KMF-090 S-AV", "3", "9500.00", "-285.00"),
                        tuple("KMF-160 C-AV", "5", "738.30", "-36.92"),
                        tuple("MDIR-110 S-AV", "3", "44133.33", "-1324.00"),
                        tuple("NP-100 S-AV", "3", "38616.67", "-1158.50"));
        assertThat(credits)
                .filteredOn(credit -> credit.state() == CreditState.REJECTED
                        && credit.line().value().startsWith("NP"))
                .extracting(ServiceCredit::reason)
                .containsExactly("Reservevei var i drift hele perioden");
    }

    @Test
    void an_agency_sees_its_own_credits_and_nobody_elses() {
        assertThat(september(Callers.RA_FINANCE))
                .extracting(credit -> credit.line().value())
                .containsExactly("RA-010", "RA-020", "RA-100", "RA-250");
        refused(ChargeReason.NOT_FOUND, () -> as(Callers.RA_FINANCE, desk -> desk.credit(ONE)));
        refused(
                ChargeReason.NOT_FOUND,
                () -> as(
                        Callers.RA_FINANCE,
                        desk -> desk.credits(SEPTEMBER, Optional.of(Callers.NP), Optional.empty())));
    }

    @Test
    void the_list_is_sorted_narrowed_and_cut_and_its_sums_are_those_of_the_whole() {
        CreditFilter all = new CreditFilter(SEPTEMBER, Optional.empty(), Optional.empty());
        CreditList dearest = as(Callers.OBSERVER, desk -> desk.list(all, new PageRequest(0, 3, List.of("-amount"))));
        assertThat(dearest.page().total()).isEqualTo(19);
        assertThat(dearest.page().items())
                .extracting(credit -> credit.line() + " " + credit.amount())
                .hasSize(3)
                .isEqualTo(
                        as(Callers.OBSERVER, desk -> desk.credits(SEPTEMBER, Optional.empty(), Optional.empty()))
                                .stream()
                                .sorted(Comparator.comparing(
                                        credit -> credit.amount().amount()))
                                .limit(3)
                                .map(credit -> credit.line() + " " + credit.amount())
                                .toList());
        assertThat(dearest.total()).isEqualTo(Money.of("-65146.45"));

        CreditList rejected = as(
                Callers.NP_ORDERER,
                desk -> desk.list(
                        new CreditFilter(SEPTEMBER, Optional.empty(), Optional.of(CreditState.REJECTED)),
                        PageRequest.first(10)));
        assertThat(rejected.page().items())
                .extracting(credit -> credit.line().value())
                .containsExactly("NP-100");
        assertThat(rejected.approved()).isEqualTo(Money.ZERO);
        assertThat(rejected.waiting()).isZero();
        refused(
                ChargeReason.UNKNOWN_SORT,
                () -> as(Callers.OBSERVER, desk -> desk.list(all, new PageRequest(0, 3, List.of("colour")))));
    }

    @Test
    void the_file_of_the_list_has_every_row_in_the_order_asked_for() {
        List<String> lines = new ArrayList<>();
        as(Callers.RA_FINANCE, desk -> {
            desk.forEach(
                    new CreditFilter(SEPTEMBER, Optional.empty(), Optional.empty()),
                    List.of("-line"),
                    credit -> lines.add(credit.line().value()));
            return null;
        });
        assertThat(lines).containsExactly("RA-250", "RA-100", "RA-020", "RA-010");
    }

    @Test
    void a_credit_is_proposed_by_one_and_approved_by_another_and_becomes_a_charge_of_that_day() {
        Caller both = Callers.person("p-slm", Callers.MDIR, Role.SERVICE_LEVEL_MANAGER, Role.FINANCE_APPROVER);
        assertThat(as(both, desk -> desk.credit(ONE)).state()).isEqualTo(CreditState.DUE);
        assertThat(as(both, desk -> desk.propose(ONE)).state()).isEqualTo(CreditState.PROPOSED);
        refused(ChargeReason.CREDIT_OWN_PROPOSAL, () -> as(both, desk -> desk.approve(ONE)));
        refused(ChargeReason.CREDIT_OWN_PROPOSAL, () -> as(both, desk -> desk.reject(ONE, "Nei")));

        ServiceCredit approved = as(Callers.FINANCE_APPROVER, desk -> desk.approve(ONE));
        assertThat(approved.state()).isEqualTo(CreditState.APPROVED);
        assertThat(approved.decidedOn()).isEqualTo("2026-11-05");
        assertThat(charged(YearMonth.of(2026, 11)))
                .extracting(
                        charge -> charge.line().value(),
                        charge -> charge.amount().toString())
                .containsExactly(tuple("KMF-090", "-285.00"), tuple("MDIR-110", "-1324.00"));
    }

    @Test
    void october_s_charges_hold_the_credits_approved_in_october() {
        List<ComputedCharge> charges = charged(YearMonth.of(2026, 10));
        assertThat(charges).hasSize(15);
        assertThat(Money.sum(charges.stream().map(ComputedCharge::amount).toList()))
                .isEqualTo(Money.of("-62342.03"));
        assertThat(charges)
                .filteredOn(charge -> charge.line().value().equals("KMF-010"))
                .singleElement()
                .satisfies(charge -> {
                    assertThat(charge.number()).isEqualTo("KMF-010~E-AV~2026-09~SERVICE_CREDIT");
                    assertThat(charge.from()).isEqualTo("2026-10-20");
                    assertThat(charge.working()).isEqualTo("−13455.00 × 7.5 ÷ 100 = −1009.125 → −1009.13");
                });
    }

    @Test
    void what_is_decided_stays_decided() {
        refused(
                ChargeReason.CREDIT_DECIDED,
                () -> as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.propose("2026-09~NP-100~S-AV")));
        refused(
                ChargeReason.CREDIT_NOT_PROPOSED,
                () -> as(Callers.FINANCE_APPROVER, desk -> desk.approve("2026-09~MDIR-110~S-AV")));
    }

    @Test
    void a_rejection_says_why() {
        refused(ChargeReason.CREDIT_NOT_PROPOSED, () -> as(Callers.FINANCE_APPROVER, desk -> desk.approve(OTHER)));
        as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.propose(OTHER));
        refused(ChargeReason.CREDIT_NEEDS_REASON, () -> as(Callers.FINANCE_APPROVER, desk -> desk.reject(OTHER, " ")));
        ServiceCredit rejected = as(Callers.FINANCE_APPROVER, desk -> desk.reject(OTHER, "Reservevei var i drift"));
        assertThat(rejected.state()).isEqualTo(CreditState.REJECTED);
        assertThat(rejected.reason()).isEqualTo("Reservevei var i drift");
    }

    private List<ServiceCredit> september(Caller caller) {
        return as(caller, desk -> desk.credits(SEPTEMBER, Optional.empty(), Optional.empty()));
    }

    private List<ComputedCharge> charged(YearMonth month) {
        AtomicReference<List<ComputedCharge>> answer = new AtomicReference<>();
        database.transaction(em -> answer.set(
                wiring(em, Callers.CONTROLLER).get(CreditCharges.class).of(month)));
        return answer.get();
    }

    private <T> T as(Caller caller, Function<CreditDesk, T> work) {
        AtomicReference<T> answer = new AtomicReference<>();
        database.transaction(em -> answer.set(work.apply(wiring(em, caller).get(CreditDesk.class))));
        return answer.get();
    }

    private static Wiring wiring(jakarta.persistence.EntityManager em, Caller caller) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(WorkedMonth.EVALUATED_AT, ZoneOffset.UTC));
    }

    private static void refused(ChargeReason reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }
}
