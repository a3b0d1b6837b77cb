package no.fellesdrift.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.ExclusionDesk;
import no.fellesdrift.sla.ExclusionDraft;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** September's credits were approved in October; in November both sides agree that some time is to be left out. */
class AdjustmentDeskTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final String RA = "2026-09~RA-100~S-AV";
    private static final String ADB = "2026-09~ADB-080~S-AV";
    private static final String MET = "2026-09~MET-010~S-AV";

    private static Database database;

    /** The research network was down for four and a half hours; that becomes nobody's fault for three agencies. */
    @BeforeAll
    static void september() {
        database = DemoData.fresh();
        database.transaction(em ->
                wiring(em, Callers.SERVICE_LEVEL_MANAGER).get(LevelDesk.class).evaluate(SEPTEMBER));
        charged(OCTOBER);
        excluded(Callers.RA, "ra-sik");
        excluded(Callers.ADB, "adb-sik");
        excluded(Callers.MET, "met-sik");
    }

    private static void excluded(OrgNumber agency, String approver) {
        String key = database.inTransaction(em -> wiring(em, Callers.SERVICE_LEVEL_MANAGER)
                .get(ExclusionDesk.class)
                .propose(new ExclusionDraft(
                        null,
                        "NET-WAN",
                        null,
                        agency.digits(),
                        Instant.parse("2026-09-03T00:00:00Z"),
                        Instant.parse("2026-09-03T04:30:00Z"),
                        "FORCE_MAJEURE",
                        "Storm"))
                .exclusion());
        Caller security = Callers.person(approver, agency, Role.SECURITY_OFFICER);
        database.transaction(em -> wiring(em, security).get(ExclusionDesk.class).approve(key));
    }

    @Test
    void an_approved_credit_stays_what_it_was_and_the_later_result_asks_for_an_adjustment_that_names_it() {
        ServiceCredit credit = database.inTransaction(
                em -> wiring(em, Callers.RA_FINANCE).get(CreditDesk.class).credit(RA));
        assertThat(credit.state()).isEqualTo(CreditState.APPROVED);
        assertThat(credit.amount()).hasToString("-285.00");
        assertThat(credit.result()).isEqualTo("2026-09~RA-100~S-AV~1");
        assertThat(list(desk -> desk.of(RA)))
                .extracting(
                        CreditAdjustment::adjustmentOf,
                        one -> one.before().toString(),
                        one -> one.after().toString(),
                        one -> one.amount().toString(),
                        CreditAdjustment::state,
                        CreditAdjustment::working)
                .containsExactly(tuple(RA, "-285.00", "0.00", "285.00", CreditState.DUE, "0.00 − (−285.00) = 285.00"));
    }

    @Test
    void october_s_charges_do_not_change_when_they_are_computed_again() {
        assertThat(charged(OCTOBER))
                .filteredOn(charge -> charge.line().value().equals("RA-100"))
                .singleElement()
                .satisfies(charge -> assertThat(charge.amount()).hasToString("-285.00"));
    }

    @Test
    void an_adjustment_is_put_forward_by_one_approved_by_another_and_charged_as_a_correction() {
        Caller both = Callers.person("p-slm", Callers.MDIR, Role.SERVICE_LEVEL_MANAGER, Role.FINANCE_APPROVER);
        refused(ChargeReason.ADJUSTMENT_NOT_PROPOSED, () -> as(Callers.FINANCE_APPROVER, desk -> desk.approve(ADB)));
        CreditAdjustment proposed = as(both, desk -> desk.propose(ADB));
        assertThat(proposed.id()).isEqualTo("2026-09~ADB-080~S-AV~1");
        assertThat(proposed.state()).isEqualTo(CreditState.PROPOSED);
        refused(ChargeReason.CREDIT_OWN_PROPOSAL, () -> as(both, desk -> desk.approve(ADB)));
        refused(ChargeReason.ADJUSTMENT_NONE, () -> as(both, desk -> desk.propose(ADB)));
        as(Callers.FINANCE_APPROVER, desk -> desk.approve(ADB));
        assertThat(charged(NOVEMBER))
                .filteredOn(charge -> charge.line().value().equals("ADB-080"))
                .extracting(
                        ComputedCharge::number,
                        ComputedCharge::kind,
                        charge -> charge.amount().toString(),
                        ComputedCharge::corrects)
                .containsExactly(tuple(
                        "ADB-080~S-AV~2026-09~CORRECTION~1",
                        ChargeKind.CORRECTION,
                        "662.00",
                        "ADB-080~S-AV~2026-09~SERVICE_CREDIT"));
        // what was given is now what the result asks for
        refused(ChargeReason.ADJUSTMENT_NONE, () -> as(both, desk -> desk.propose(ADB)));
    }

    @Test
    void a_rejected_adjustment_says_why_and_is_not_put_forward_again_for_the_same_result() {
        as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.propose(MET));
        refused(ChargeReason.CREDIT_NEEDS_REASON, () -> as(Callers.FINANCE_APPROVER, desk -> desk.reject(MET, " ")));
        CreditAdjustment rejected = as(Callers.FINANCE_APPROVER, desk -> desk.reject(MET, "Vi står ved det vi ga"));
        assertThat(rejected.reason()).isEqualTo("Vi står ved det vi ga");
        refused(ChargeReason.ADJUSTMENT_NONE, () -> as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.propose(MET)));
    }

    @Test
    void an_agency_sees_its_own_adjustments_and_nobody_else_s() {
        assertThat(list(desk -> desk.adjustments(SEPTEMBER, Optional.empty(), Optional.empty())))
                .extracting(CreditAdjustment::adjustmentOf)
                .containsExactly(RA);
        refused(ChargeReason.NOT_FOUND, () -> list(desk -> desk.of(ADB)));
        refused(
                ChargeReason.NOT_FOUND,
                () -> as(
                        Callers.RA_FINANCE,
                        desk -> desk.adjustments(SEPTEMBER, Optional.of(Callers.ADB), Optional.empty())));
    }

    private static List<ComputedCharge> charged(YearMonth month) {
        return database.inTransaction(
                em -> wiring(em, Callers.CONTROLLER).get(CreditCharges.class).of(month));
    }

    private static List<CreditAdjustment> list(Function<AdjustmentDesk, List<CreditAdjustment>> work) {
        return as(Callers.RA_FINANCE, work);
    }

    private static <T> T as(Caller caller, Function<AdjustmentDesk, T> work) {
        return database.inTransaction(em -> work.apply(wiring(em, caller).get(AdjustmentDesk.class)));
    }

    private static Wiring wiring(EntityManager em, Caller caller) {
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
