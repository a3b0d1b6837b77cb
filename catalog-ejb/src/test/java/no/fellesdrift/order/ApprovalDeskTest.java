package no.fellesdrift.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an approver sees before deciding, who stands in, and what happens when nobody answers. */
class ApprovalDeskTest {

    private static final String MORNING = "2026-10-12T08:00:00Z";

    private static Database database;

    @BeforeAll
    static void import_the_sector() {
        database = Database.fresh();
        assertThat(DemoData.load(database).faults()).isEmpty();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void the_approver_sees_what_the_order_does_to_the_budget_until_it_is_decided() {
        OrderNumber number = ordered(2);
        List<BudgetCheck> checks = as(Callers.RA_APPROVER, desk -> desk.budgets(number));
        assertThat(checks).hasSize(1);
        BudgetCheck check = checks.get(0);
        assertThat(check.service().value()).isEqualTo("COL-VIDEO");
        assertThat(check.year()).isEqualTo(2026);
        // 38.00 a month for two users, from the earliest day, 15 October: 17 of 31 days, and two whole months
        assertThat(check.cost()).isEqualTo(Money.of("193.68"));
        assertThat(check.left())
                .isEqualTo(check.adopted()
                        .minus(check.bound())
                        .minus(check.committed())
                        .minus(check.cost()));

        as(Callers.RA_APPROVER, desk -> desk.approve(number, StepDraft.NOTHING));
        List<BudgetCheck> decided = as(Callers.RA_APPROVER, desk -> desk.budgets(number));
        assertThat(decided).isEmpty();
        refused(OrderReason.NOT_FOUND, Callers.NP_APPROVER, desk -> desk.budgets(number));
    }

    @Test
    void a_substitute_is_told_with_whom_and_until_when_and_approves_no_longer_once_the_approver_is_back() {
        LocalDate from = LocalDate.of(2026, 10, 12);
        SubstituteView made = as(
                Callers.NP_APPROVER,
                desk -> desk.appointSubstitute(new SubstituteDraft("np-best2", from, from.plusDays(10))));
        assertThat(made.lastDay()).isEqualTo("2026-10-21");
        List<ApproverView> approvers =
                as(Callers.NP_ORDERER, desk -> desk.approvers(Callers.NP_ORDERER.organisation()));
        assertThat(approvers)
                .extracting(ApproverView::person, ApproverView::standsInFor)
                .containsExactly(tuple("np-godk", null), tuple("np-best2", "Sondre Polarvik"));
        Caller substitute = new Caller(
                "np-best2",
                "Ane Longyearvik",
                Callers.NP_ORDERER.organisation(),
                Set.of(Role.ORDERER),
                "nb",
                Optional.empty());
        assertThat(approves(substitute)).isTrue();

        as(Callers.NP_APPROVER, desk -> {
            desk.endSubstitute(made.id());
            return null;
        });
        assertThat(approves(substitute)).isFalse();
        List<SubstituteView> left = as(Callers.NP_APPROVER, ApprovalDesk::substitutes);
        assertThat(left).isEmpty();
        refused(OrderReason.SUBSTITUTE_NOT_FOUND, Callers.RA_APPROVER, desk -> {
            desk.endSubstitute(made.id());
            return null;
        });
    }

    @Test
    void a_colleague_stands_in_once_for_the_same_days() {
        LocalDate day = LocalDate.of(2026, 10, 12);
        SubstituteView first = as(
                Callers.RA_APPROVER,
                desk -> desk.appointSubstitute(new SubstituteDraft("ra-best2", day, day.plusDays(3))));
        refused(
                OrderReason.SUBSTITUTE_ALREADY,
                Callers.RA_APPROVER,
                desk -> desk.appointSubstitute(new SubstituteDraft("ra-best2", day.plusDays(2), day.plusDays(9))));
        SubstituteView after = as(
                Callers.RA_APPROVER,
                desk -> desk.appointSubstitute(new SubstituteDraft("ra-best2", day.plusDays(3), day.plusDays(9))));
        assertThat(after.lastDay()).isEqualTo("2026-10-20");
        as(Callers.RA_APPROVER, desk -> {
            desk.endSubstitute(first.id());
            return null;
        });
    }

    @Test
    void nobody_stands_in_for_oneself_or_in_a_time_that_is_over() {
        LocalDate day = LocalDate.of(2026, 10, 12);
        refused(
                OrderReason.SUBSTITUTE_UNFIT,
                Callers.RA_APPROVER,
                desk -> desk.appointSubstitute(new SubstituteDraft("ra-godk", day, day.plusDays(1))));
        refused(
                OrderReason.SUBSTITUTE_UNFIT,
                Callers.RA_APPROVER,
                desk -> desk.appointSubstitute(new SubstituteDraft("np-best2", day, day.plusDays(1))));
        refused(
                OrderReason.SUBSTITUTE_UNFIT,
                Callers.RA_APPROVER,
                desk -> desk.appointSubstitute(new SubstituteDraft("ra-best2", day, day)));
        refused(
                OrderReason.SUBSTITUTE_UNFIT,
                Callers.RA_APPROVER,
                desk -> desk.appointSubstitute(new SubstituteDraft("ra-best2", day.minusDays(5), day)));
    }

    @Test
    void silence_of_the_approver_is_brought_to_light_once_after_three_working_days_and_approves_nothing() {
        OrderNumber number = ordered(1);
        // sent on Monday; Thursday is the third working day
        at("2026-10-15T20:00:00Z", Caller.SYSTEM, desk -> desk.escalateSilent());
        assertThat(order(number).escalatedAt()).isNull();
        at("2026-10-16T05:05:00Z", Caller.SYSTEM, desk -> desk.escalateSilent());
        assertThat(order(number).escalatedAt()).isEqualTo("2026-10-16T05:05:00Z");
        at("2026-10-16T06:05:00Z", Caller.SYSTEM, desk -> desk.escalateSilent());

        OrderView silent = order(number);
        assertThat(silent.state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(silent.escalatedAt()).isEqualTo("2026-10-16T05:05:00Z");
        assertThat(silent.history().stream().map(OrderView.Step::action))
                .containsExactly("create", "submit", "escalate");
        assertThat(silent.history().get(2).by()).isEqualTo("system");
    }

    private static boolean approves(Caller caller) {
        Boolean approves = as(caller, ApprovalDesk::approves);
        return approves;
    }

    private static OrderNumber ordered(int users) {
        OrderDraft draft = new OrderDraft(
                AgreementNumber.of("AVT-2026-02"),
                null,
                List.of(new OrderDraft.Line(
                        null,
                        null,
                        OfferingCode.of("COL-VIDEO-STD"),
                        BigDecimal.valueOf(users),
                        null,
                        Map.of("cost_center", List.of("5310"), "unit", List.of("Fellestjenester")),
                        null)),
                true);
        return database.inTransaction(em -> wiring(em, MORNING, Callers.RA_ORDERER)
                .get(OrderDesk.class)
                .create(draft)
                .number());
    }

    private static OrderView order(OrderNumber number) {
        return database.inTransaction(em ->
                wiring(em, MORNING, Callers.RA_ORDERER).get(OrderDesk.class).order(number));
    }

    private static void refused(Rejection.Reason reason, Caller caller, Function<ApprovalDesk, Object> work) {
        assertThatThrownBy(() -> as(caller, work))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }

    private static <T> T as(Caller caller, Function<ApprovalDesk, T> work) {
        return at(MORNING, caller, work);
    }

    private static <T> T at(String now, Caller caller, Function<ApprovalDesk, T> work) {
        return database.inTransaction(em -> work.apply(wiring(em, now, caller).get(ApprovalDesk.class)));
    }

    private static Wiring wiring(EntityManager em, String now, Caller caller) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .with(OfficeDays.class, "no.fellesdrift.sla.OfficeCalendars");
    }
}
