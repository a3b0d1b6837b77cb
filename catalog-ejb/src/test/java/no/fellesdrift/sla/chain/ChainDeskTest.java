package no.fellesdrift.sla.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Sikt promises in October 2026, and what it delivered. */
class ChainDeskTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private static Database database;

    @BeforeAll
    static void evaluated() {
        database = DemoData.fresh();
        database.transaction(em -> wiring(em).get(LevelDesk.class).evaluate(OCTOBER));
    }

    @Test
    void the_research_network_is_the_one_contract_that_is_too_weak() {
        List<ContractView> chain = as(desk -> desk.chain(OCTOBER));
        assertThat(chain).hasSize(11);
        assertThat(chain)
                .filteredOn(ContractView::isWeak)
                .extracting(
                        view -> view.contract().contract(),
                        view -> view.contract().measure().name())
                .containsExactly(tuple("UC-SIKT-01", "AVAILABILITY"));
        assertThat(chain.get(0).tooWeak())
                .extracting(
                        view -> view.link().promise().service() + " "
                                + view.link().promise().level(),
                        view -> view.missing().toPlainString())
                .contains(tuple("NET-WAN S-AV", "0.5"), tuple("NET-VPN S-AV", "0.5"));
        assertThat(chain.get(0).tooWeak().get(0).link().weaknesses()).containsExactly(Weakness.AVAILABILITY);
    }

    @Test
    void a_promise_further_up_the_chain_stands_on_the_contract_as_well() {
        ContractView network = as(desk -> desk.chain(OCTOBER)).get(0);
        assertThat(network.links())
                .filteredOn(view -> view.link().promise().service().equals("NET-VPN"))
                .first()
                .satisfies(view -> {
                    assertThat(view.link().path()).containsExactly("NET-VPN", "NET-WAN");
                    assertThat(view.link().carried()).isEqualTo(Share.of(99));
                });
        // the PC reaches the network by cable or by VPN: one of them is enough
        assertThat(network.links())
                .noneMatch(view -> view.link().promise().service().equals("WPL-PC"));
    }

    @Test
    void a_contract_is_measured_by_its_own_calendar_over_what_the_supplier_caused() {
        ContractView.Measured network = as(desk -> desk.chain(OCTOBER)).get(0).measured();
        // U-0019, 1:53:30 for everybody; U-0025 cut Svalbard off for 8:30 more
        assertThat(network.agreedSeconds()).isEqualTo(745 * 3_600);
        assertThat(network.worst().agency()).isEqualTo(Callers.NP);
        assertThat(network.worst().downtimeSeconds() - network.downtimeSeconds())
                .isEqualTo(30_600);
        assertThat(network.worst().met()).isFalse();
    }

    @Test
    void an_agreement_that_promises_too_much_is_known_before_it_is_signed() {
        List<ChainLink> weak = as(desk -> desk.tooWeak(AgreementNumber.of("AVT-2026-01"), LocalDate.of(2026, 11, 5)));
        assertThat(weak).extracting(link -> link.promise().service()).contains("NET-WAN", "NET-VPN");
        assertThat(weak).allMatch(link -> link.contract().contract().equals("UC-SIKT-01"));
    }

    private static <T> T as(Function<ChainDesk, T> work) {
        return database.inTransaction(em -> work.apply(wiring(em).get(ChainDesk.class)));
    }

    private static Wiring wiring(jakarta.persistence.EntityManager em) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(Callers.SERVICE_LEVEL_MANAGER))
                .with(Clock.class, Clock.fixed(Instant.parse("2026-11-05T08:00:00Z"), ZoneOffset.UTC));
    }
}
