package no.fellesdrift.sla.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.ExclusionDesk;
import no.fellesdrift.sla.ExclusionDraft;
import no.fellesdrift.sla.ExclusionView;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.LevelsEvaluated;
import no.fellesdrift.sla.engine.Cause;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The breaches of the worked months; each test works on breaches of its own. */
class BreachDeskTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final PageRequest ALL = PageRequest.first(1000);

    private static Database database;

    @BeforeAll
    static void evaluated() {
        database = DemoData.fresh();
        evaluate(SEPTEMBER);
        evaluate(OCTOBER);
    }

    /** Evaluates and tells the room, as the container's events do. */
    private static void evaluate(YearMonth month) {
        database.transaction(em -> {
            Wiring wiring = wiring(em, Callers.SERVICE_LEVEL_MANAGER);
            int appended = wiring.get(LevelDesk.class).evaluate(month).appended();
            wiring.get(BreachOpening.class).look(new LevelsEvaluated(month, true, appended));
        });
    }

    @Test
    void each_broken_promise_of_an_ended_month_has_opened_one_breach() {
        List<BreachLine> september = list(Callers.SERVICE_LEVEL_MANAGER, SEPTEMBER);
        List<BreachLine> october = list(Callers.SERVICE_LEVEL_MANAGER, OCTOBER);
        assertThat(september).hasSize(19);
        assertThat(october).hasSize(78);
        assertThat(october)
                .filteredOn(breach -> breach.kind().equals("INSUFFICIENT_DATA"))
                .hasSize(6);
        assertThat(october.get(0).number()).isEqualTo("BR-2026-0020");
        assertThat(find("MDIR-310", "C-AV").cause()).isEqualTo(Cause.PROVIDER);
        assertThat(find("MDIR-310", "C-AV").consequence()).isEqualTo("SERVICE_CREDIT");
        assertThat(find("MDIR-310", "C-AV").result()).isEqualTo("2026-10~MDIR-310~C-AV~1");
        assertThat(find("ADB-090", "S-AV").cause()).isEqualTo(Cause.CUSTOMER);
    }

    @Test
    void too_little_coverage_is_a_breach_of_the_duty_to_measure_that_gives_no_credit() {
        BreachLine breach = find("KMF-110", "S-AV");
        assertThat(breach.kind()).isEqualTo("INSUFFICIENT_DATA");
        assertThat(breach.consequence()).isEqualTo("NONE");
        assertThat(breach.cause()).isNull();
    }

    @Test
    void a_breach_is_owned_by_the_service_s_owner_and_knows_the_months_before() {
        BreachLine breach = find("MDIR-310", "C-AV");
        assertThat(breach.owner()).isEqualTo("p-dahl");
        assertThat(breach.state()).isEqualTo(BreachState.OPEN);
        BreachView view = as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.breach(breach.number()));
        assertThat(view.others()).extracting(BreachView.Other::period).containsExactly(SEPTEMBER);
        assertThat(view.achieved()).isEqualByComparingTo("99.8653");
        assertThat(view.downtime()).containsEntry(Cause.PROVIDER, 3_600L);
    }

    @Test
    void evaluating_again_opens_nothing_twice_and_a_month_that_has_not_ended_opens_nothing() {
        long before = count();
        evaluate(OCTOBER);
        assertThat(count()).isEqualTo(before);
        database.transaction(em -> {
            Wiring wiring = wiring(em, Callers.SERVICE_LEVEL_MANAGER);
            wiring.get(Breaches.class)
                    .take(held(wiring, "NP-280"), BreachStep.COMMENT, BreachState.OPEN, null, NOW, "");
            wiring.get(BreachOpening.class).look(new LevelsEvaluated(OCTOBER, false, 5));
        });
        assertThat(count()).isEqualTo(before);
    }

    private static final Instant NOW = Instant.parse("2026-11-05T08:00:00Z");

    private static Breaches.Held held(Wiring wiring, String line) {
        return wiring.get(Breaches.class).held(find(line, "C-AV").number()).orElseThrow();
    }

    @Test
    void a_breach_falls_when_a_later_result_keeps_the_promise() {
        BreachLine breach = find("ADB-090", "S-AV");
        ExclusionView exclusion = database.inTransaction(em -> wiring(em, Callers.SERVICE_LEVEL_MANAGER)
                .get(ExclusionDesk.class)
                .propose(new ExclusionDraft(
                        null,
                        "NET-LAN",
                        null,
                        Callers.ADB.digits(),
                        Instant.parse("2026-10-15T06:00:00Z"),
                        Instant.parse("2026-10-15T10:00:00Z"),
                        "CUSTOMER_CAUSED",
                        "Kunden flyttet svitsj uten avtale")));
        Caller security = Callers.person("adb-sik", Callers.ADB, Role.SECURITY_OFFICER);
        database.transaction(em -> wiring(em, security).get(ExclusionDesk.class).approve(exclusion.exclusion()));
        evaluate(OCTOBER);
        BreachView fallen = as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.breach(breach.number()));
        assertThat(fallen.breach().state()).isEqualTo(BreachState.VOID);
        assertThat(fallen.steps())
                .extracting(BreachView.Taken::step, BreachView.Taken::by)
                .containsExactly(tuple(BreachStep.OPEN, null), tuple(BreachStep.FALL, null));
        refused(
                BreachReason.BREACH_WRONG_STATE,
                () -> as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.analyse(breach.number(), "For sent")));
    }

    @Test
    void a_breach_is_analysed_planned_done_and_closed() {
        String number = find("RA-070", "E-AV").number();
        Caller manager = Callers.SERVICE_LEVEL_MANAGER;
        refused(BreachReason.BREACH_NEEDS_TEXT, () -> as(manager, desk -> desk.analyse(number, " ")));
        refused(BreachReason.BREACH_WRONG_STATE, () -> as(manager, desk -> desk.agree(number)));
        as(manager, desk -> desk.analyse(number, "Vedlikeholdet tok lengre tid enn kvoten."));
        refused(BreachReason.BREACH_NEEDS_ACTIONS, () -> as(manager, desk -> desk.agree(number)));
        refused(BreachReason.BREACH_UNKNOWN_PERSON, () -> as(manager, desk -> desk.add(number, action("ra-best"))));
        as(manager, desk -> desk.add(number, action("p-ordre1")));
        refused(BreachReason.BREACH_WRONG_STATE, () -> as(manager, desk -> desk.done(number, 1)));
        as(manager, desk -> desk.agree(number));
        refused(BreachReason.BREACH_ACTIONS_LEFT, () -> as(manager, desk -> desk.finish(number)));
        assertThat(count(manager, BreachFilter.ALL.late())).isEqualTo(1);

        refused(BreachReason.BREACH_NOT_OWNER, () -> as(Callers.CONTROLLER, desk -> desk.done(number, 1)));
        BreachView done = as(Callers.ORDER_DESK, desk -> desk.done(number, 1));
        assertThat(done.actions()).extracting(BreachView.Action::doneOn).containsExactly(LocalDate.of(2026, 11, 5));
        refused(BreachReason.BREACH_ACTION_DONE, () -> as(Callers.ORDER_DESK, desk -> desk.done(number, 1)));
        as(manager, desk -> desk.finish(number));
        assertThat(as(manager, desk -> desk.close(number)).breach().state()).isEqualTo(BreachState.CLOSED);
        assertThat(count(manager, BreachFilter.ALL.late())).isZero();
    }

    @Test
    void only_the_owner_and_the_service_level_manager_work_on_a_breach_until_it_is_handed_over() {
        String number = find("MDIR-010", "E-RE2").number();
        Caller other = Callers.person("p-lund", Callers.MDIR, Role.SERVICE_OWNER);
        refused(BreachReason.BREACH_NOT_OWNER, () -> as(other, desk -> desk.analyse(number, "Ikke min")));
        as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.handOver(number, "p-lund"));
        BreachView analysed = as(other, desk -> desk.analyse(number, "Administrasjonsserveren stanset."));
        assertThat(analysed.breach().state()).isEqualTo(BreachState.ANALYSED);
        assertThat(analysed.breach().ownerName()).isEqualTo("Marit Lundestrand");
    }

    @Test
    void where_no_plan_is_owed_the_analysis_is_enough_and_where_one_is_it_is_not() {
        String credited = find("ADB-050", "E-AV").number();
        as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.analyse(credited, "Samme hendelse som RA-070."));
        assertThat(as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.close(credited))
                        .breach()
                        .state())
                .isEqualTo(BreachState.CLOSED);
        String planned = find("ADB-150", "O-AV").number();
        as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.analyse(planned, "Ett sekund for mye."));
        refused(
                BreachReason.BREACH_ASKS_FOR_PLAN,
                () -> as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.close(planned)));
    }

    @Test
    void an_agency_reads_its_own_breaches_and_comments_on_them_and_finds_nobody_else_s() {
        String theirs = find("RA-010", "E-RE3").number();
        String others = find("NP-280", "C-AV").number();
        assertThat(as(Callers.RA_FINANCE, desk -> desk.list(BreachFilter.ALL, ALL))
                        .items())
                .isNotEmpty()
                .allMatch(breach -> breach.organisation().equals(Callers.RA));
        BreachView view = as(Callers.RA_FINANCE, desk -> desk.comment(theirs, "Dette merket vi godt."));
        assertThat(view.comments())
                .extracting(BreachView.Comment::organisation, BreachView.Comment::text)
                .containsExactly(tuple(Callers.RA.digits(), "Dette merket vi godt."));
        refused(BreachReason.BREACH_NOT_FOUND, () -> as(Callers.RA_FINANCE, desk -> desk.breach(others)));
        refused(BreachReason.BREACH_NOT_FOUND, () -> as(Callers.RA_FINANCE, desk -> desk.comment(others, "Hei")));
        refused(
                BreachReason.BREACH_NO_AGENCY,
                () -> as(
                        Callers.RA_FINANCE,
                        desk -> desk.list(
                                new BreachFilter(
                                        Optional.empty(),
                                        Optional.of(Callers.NP),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        false,
                                        false,
                                        Optional.empty()),
                                ALL)));
        assertThat(count(Callers.person("sikt", Callers.SIKT, Role.SUPPLIER_CONTACT), BreachFilter.ALL))
                .isZero();
    }

    @Test
    void what_came_after_is_shown_beside_the_breach() {
        BreachLine september =
                as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.list(BreachFilter.ALL, ALL)).items().stream()
                        .filter(breach -> breach.period().equals(SEPTEMBER)
                                && breach.line().value().equals("RA-100"))
                        .findFirst()
                        .orElseThrow();
        BreachView view = as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.breach(september.number()));
        assertThat(view.months())
                .extracting(BreachView.Month::period, BreachView.Month::status)
                .containsExactly(tuple(SEPTEMBER, ResultStatus.BREACHED), tuple(OCTOBER, ResultStatus.MET));
        assertThat(view.kept()).isEqualTo(1);
        assertThat(view.later()).isEqualTo(1);
    }

    @Test
    void a_list_is_sorted_by_what_it_knows_and_by_nothing_else() {
        for (String sort : List.of(
                "number",
                "period",
                "organisation",
                "service",
                "line",
                "level",
                "cause",
                "state",
                "owner",
                "-nextDue")) {
            assertThat(as(Callers.OBSERVER, desk -> desk.list(BreachFilter.ALL, new PageRequest(0, 5, List.of(sort))))
                            .items())
                    .hasSize(5);
        }
        refused(
                BreachReason.BREACH_UNKNOWN_SORT,
                () -> as(Callers.OBSERVER, desk -> desk.list(BreachFilter.ALL, new PageRequest(0, 5, List.of("x")))));
    }

    // ----------------------------------------------------------------

    private static ActionDraft action(String person) {
        return new ActionDraft("Utvid kvoten for vedlikehold", person, LocalDate.of(2026, 11, 4));
    }

    private static BreachLine find(String line, String level) {
        return list(Callers.SERVICE_LEVEL_MANAGER, OCTOBER).stream()
                .filter(breach ->
                        breach.line().value().equals(line) && breach.level().equals(level))
                .findFirst()
                .orElseThrow();
    }

    private static List<BreachLine> list(Caller caller, YearMonth month) {
        return as(caller, desk -> desk.list(BreachFilter.ALL, ALL)).items().stream()
                .filter(breach -> breach.period().equals(month))
                .toList();
    }

    private static long count() {
        return count(Callers.SERVICE_LEVEL_MANAGER, BreachFilter.ALL);
    }

    private static long count(Caller caller, BreachFilter filter) {
        return as(caller, desk -> desk.count(filter));
    }

    private static <T> T as(Caller caller, Function<BreachDesk, T> work) {
        return database.inTransaction(em -> work.apply(wiring(em, caller).get(BreachDesk.class)));
    }

    private static Wiring wiring(EntityManager em, Caller caller) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void refused(BreachReason reason, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }
}
