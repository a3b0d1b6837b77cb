package no.fellesdrift.charge.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.LevelsEvaluated;
import no.fellesdrift.sla.breach.BreachOpening;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Sikt cost the customers in September and October 2026. */
class ClaimDeskTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String NETWORK = "UC-SIKT-01";

    private static Database database;

    @BeforeAll
    static void evaluated() {
        database = DemoData.fresh();
        for (YearMonth month : List.of(SEPTEMBER, OCTOBER)) {
            database.transaction(em -> {
                Wiring wiring = wiring(em, Callers.SERVICE_LEVEL_MANAGER);
                wiring.get(LevelDesk.class).evaluate(month);
                wiring.get(BreachOpening.class).look(new LevelsEvaluated(month, true, 1));
            });
        }
    }

    @Test
    void september_s_cut_of_the_research_network_is_sikt_s_and_what_was_rejected_is_not_claimed() {
        List<ClaimDesk.Candidate> candidates = as(Callers.CONTROLLER, desk -> desk.candidates(SEPTEMBER));
        // RA 285.00, ADB 662.00, KMF 285.00, MDIR 1 324.00, MET 1 986.00; NP's was rejected
        assertThat(candidates)
                .extracting(
                        ClaimDesk.Candidate::contract,
                        ClaimDesk.Candidate::breaches,
                        candidate -> candidate.amount().toString())
                .containsExactly(tuple(NETWORK, 5, "4542.00"));
    }

    @Test
    void a_claim_is_drafted_by_one_sent_by_another_accepted_and_settled() {
        Caller both = Callers.person("p-slm", Callers.MDIR, Role.SERVICE_LEVEL_MANAGER, Role.CONTROLLER);
        ClaimView draft = as(both, desk -> desk.draft(NETWORK, SEPTEMBER));
        String number = draft.claim().number();
        assertThat(number).matches("K-2026-000[1-3]");
        assertThat(draft.claim().amount()).isEqualTo(Money.of("4542.00"));
        assertThat(draft.parts())
                .filteredOn(part -> part.organisation().equals(Callers.ADB.digits()))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.supplierSeconds()).isEqualTo(16_200);
                    assertThat(part.downtimeSeconds()).isEqualTo(16_200);
                    assertThat(part.amount()).hasToString("662.00");
                });
        refused(ClaimReason.CLAIM_THERE, () -> as(both, desk -> desk.draft(NETWORK, SEPTEMBER)));
        refused(ClaimReason.CLAIM_OWN_DRAFT, () -> as(both, desk -> desk.send(number)));
        assertThat(as(both, desk -> desk.collect(number)).parts()).hasSize(5);
        as(Callers.CONTROLLER, desk -> desk.send(number));
        refused(ClaimReason.CLAIM_WRONG_STATE, () -> as(both, desk -> desk.collect(number)));
        refused(ClaimReason.CLAIM_WRONG_STATE, () -> as(Callers.CONTROLLER, desk -> desk.settle(number)));
        as(Callers.FINANCE_APPROVER, desk -> desk.accept(number, null));
        ClaimView settled = as(Callers.CONTROLLER, desk -> desk.settle(number));
        assertThat(settled.claim().state()).isEqualTo(ClaimState.SETTLED);
        assertThat(settled.claim().settledOn()).isEqualTo("2026-11-05");
        assertThat(as(Callers.OBSERVER, desk -> desk.list(ClaimFilter.ALL, new PageRequest(0, 10, List.of("-amount"))))
                        .items())
                .extracting(ClaimLine::number)
                .contains(number);
    }

    @Test
    void what_was_rejected_can_be_claimed_anew() {
        String contract =
                as(Callers.CONTROLLER, desk -> desk.candidates(OCTOBER)).get(0).contract();
        String first = as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.draft(contract, OCTOBER))
                .claim()
                .number();
        as(Callers.CONTROLLER, desk -> desk.send(first));
        refused(ClaimReason.CLAIM_NEEDS_ANSWER, () -> as(Callers.CONTROLLER, desk -> desk.reject(first, " ")));
        assertThat(as(Callers.CONTROLLER, desk -> desk.reject(first, "Varslet i tide"))
                        .claim()
                        .answer())
                .isEqualTo("Varslet i tide");
        String second = as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.draft(contract, OCTOBER))
                .claim()
                .number();
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void a_supplier_answers_only_for_its_part_where_others_had_one_too() {
        List<ClaimDesk.Candidate> candidates = as(Callers.CONTROLLER, desk -> desk.candidates(OCTOBER));
        assertThat(candidates)
                .isNotEmpty()
                .allMatch(candidate -> !candidate.amount().isNegative());
        refused(
                ClaimReason.CLAIM_NOTHING,
                () -> as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.draft("UC-SIKT-08", SEPTEMBER)));
    }

    private static <T> T as(Caller caller, Function<ClaimDesk, T> work) {
        return database.inTransaction(em -> work.apply(wiring(em, caller).get(ClaimDesk.class)));
    }

    private static Wiring wiring(EntityManager em, Caller caller) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(Instant.parse("2026-11-05T08:00:00Z"), ZoneOffset.UTC));
    }

    private static void refused(ClaimReason reason, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }
}
