package no.fellesdrift.allocation;

import static no.fellesdrift.charge.WorkedMonth.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import no.fellesdrift.charge.ChargeReason;
import no.fellesdrift.charge.WorkedMonth;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Heard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // a test injects by hand
class AllocationDeskTest {

    static Database database;
    static String number;

    @BeforeAll
    static void october_is_shared() {
        database = DemoData.fresh();
        as(Callers.CONTROLLER, desk -> number = desk.run(OCTOBER).number());
    }

    @Test
    void cost_in_is_cost_out() {
        as(Callers.CONTROLLER, desk -> {
            AllocationView run = desk.run(number);
            assertThat(run.ledgerEntries()).isEqualTo(148);
            assertThat(run.ledgerTotal()).isEqualTo(Money.of("3457095.56"));
            assertThat(run.allocatedTotal()).isEqualTo(Money.of("3457095.56"));
            assertThat(run.difference()).isEqualTo(Money.ZERO);
            assertThat(run.unsoldCapacity()).isEqualTo(Money.of("114326.24"));
            assertThat(run.others()).isEqualTo(Money.ZERO);
            assertThat(run.perOrganisation())
                    .containsOnly(
                            entry(Callers.MDIR, Money.of("1936183.93")),
                            entry(Callers.RA, Money.of("479956.85")),
                            entry(Callers.ADB, Money.of("365450.46")),
                            entry(Callers.KMF, Money.of("19920.03")),
                            entry(Callers.NP, Money.of("521577.94")),
                            entry(Callers.MET, Money.of("19680.11")));
            assertThat(Money.sum(run.perOrganisation().values()).plus(run.unsoldCapacity()))
                    .isEqualTo(run.ledgerTotal());
        });
    }

    @Test
    void the_pools_are_closed_in_their_order() {
        as(
                Callers.CONTROLLER,
                desk -> assertThat(desk.run(number).pools())
                        .extracting(pool -> pool.pool() + " " + pool.amount())
                        .containsExactly(
                                "FAC 343313.78",
                                "MGT 548355.88",
                                "DC 290867.93",
                                "WPL 596125.99",
                                "COL 269569.27",
                                "NET 319695.50",
                                "SRV 581537.79",
                                "CLD 371213.31",
                                "DBA 205892.34",
                                "APP 377553.96",
                                "IAM 159142.92",
                                "SEC 239079.59",
                                "SUP 345640.77",
                                "DAT 177789.79",
                                "REF -186145.67"));
    }

    @Test
    void a_pool_opens_to_its_vouchers() {
        as(Callers.CONTROLLER, desk -> {
            var vouchers = desk.ledger(OCTOBER, "REF", PageRequest.first(50));
            assertThat(vouchers.items())
                    .extracting(entry -> entry.entry() + " " + entry.amount())
                    .containsExactly("H-00110 -187345.67", "H-00133 1200.00");
            AllocationView run = desk.run(number);
            for (AllocationView.PoolView pool : run.pools()) {
                var entries = desk.ledger(OCTOBER, pool.pool(), PageRequest.first(1000));
                assertThat(Money.sum(entries.items().stream()
                                .map(LedgerEntry::amount)
                                .toList()))
                        .isEqualTo(pool.ledgerAmount());
                assertThat(entries.total()).isEqualTo(pool.ledgerEntries());
            }
        });
    }

    @Test
    void an_agency_sees_its_own_share_and_that_the_sum_holds() {
        as(Callers.RA_FINANCE, desk -> {
            AllocationView run = desk.run(number);
            assertThat(run.perOrganisation()).containsOnly(entry(Callers.RA, Money.of("479956.85")));
            assertThat(run.pools())
                    .allSatisfy(pool -> assertThat(pool.shares())
                            .noneMatch(share -> share.targetType() == Target.Type.AGENCY
                                    && !share.target().equals(Callers.RA.digits())));
            assertThat(Money.of("479956.85").plus(run.others()).plus(run.unsoldCapacity()))
                    .isEqualTo(run.allocatedTotal());
        });
    }

    @Test
    void another_run_has_the_next_number_the_same_shares_and_takes_the_place_of_the_first() {
        try (Database own = DemoData.fresh()) {
            own.transaction(em -> {
                AllocationDesk desk = desk(em, Callers.CONTROLLER);
                AllocationView first = desk.run(OCTOBER);
                AllocationView second = desk.run(OCTOBER);
                assertThat(first.number()).isEqualTo("FK-2026-10-1");
                assertThat(second.number()).isEqualTo("FK-2026-10-2");
                assertThat(second.pools()).isEqualTo(first.pools());
                assertThat(desk.run("FK-2026-10-1").state()).isEqualTo(RunState.SUPERSEDED);
                assertThat(desk.run("FK-2026-10-2").state()).isEqualTo(RunState.PRELIMINARY);
                assertThat(desk.runs(AllocationFilter.of(OCTOBER), PageRequest.first(10))
                                .items())
                        .extracting(AllocationLine::number)
                        .containsExactly("FK-2026-10-2", "FK-2026-10-1");
                desk.runs.makeFinal(OCTOBER);
                assertThat(desk.run("FK-2026-10-2").state()).isEqualTo(RunState.FINAL);
                assertThat(desk.run("FK-2026-10-1").state()).isEqualTo(RunState.SUPERSEDED);
            });
        }
    }

    @Test
    void a_closed_period_is_not_shared_again() {
        assertThatThrownBy(() -> as(Callers.CONTROLLER, desk -> desk.run(YearMonth.of(2026, 9))))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(ChargeReason.PERIOD_CLOSED));
    }

    @Test
    void an_unknown_run_is_not_found() {
        assertThatThrownBy(() -> as(Callers.CONTROLLER, desk -> desk.run("FK-2026-10-99")))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(AllocationReason.NOT_FOUND));
    }

    private static void as(Caller caller, Consumer<AllocationDesk> work) {
        database.transaction(em -> work.accept(desk(em, caller)));
    }

    private static AllocationDesk desk(jakarta.persistence.EntityManager em, Caller caller) {
        AllocationDesk desk = new AllocationDesk();
        desk.runs = new AllocationRuns();
        desk.runs.em = em;
        desk.keys = new AllocationKeys();
        desk.keys.em = em;
        desk.charges = WorkedMonth.desk(em, caller);
        desk.caller = CurrentCaller.of(caller);
        desk.clock = Clock.fixed(WorkedMonth.EVALUATED_AT, ZoneOffset.UTC);
        desk.happened = new Heard<>();
        return desk;
    }
}
