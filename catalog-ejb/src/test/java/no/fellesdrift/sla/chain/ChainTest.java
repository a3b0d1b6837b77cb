package no.fellesdrift.sla.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.chain.Chain.Need;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final LocalizedText NAME = new LocalizedText("x", "x", "x");

    @Test
    void a_service_can_promise_no_more_than_the_product_of_what_it_needs_each_once() {
        // A needs B and C, both need D: D counts once
        Chain chain = chain(
                List.of(contract("B", "99"), contract("C", "98"), contract("D", "95")),
                serial("A", "B"),
                serial("A", "C"),
                serial("B", "D"),
                serial("C", "D"));
        assertThat(chain.carried("A"))
                .isEqualTo(Share.of(99, 100).times(Share.of(98, 100)).times(Share.of(95, 100)));
        assertThat(chain.carried("D")).isEqualTo(Share.of(95, 100));
    }

    @Test
    void of_redundant_services_only_all_failing_together_counts() {
        Chain chain = chain(
                List.of(contract("B", "99"), contract("C", "98")),
                new Need("A", "B", "access"),
                new Need("A", "C", "access"));
        // 1 − 0.01 × 0.02
        assertThat(chain.carried("A")).isEqualTo(Share.of(9_998, 10_000));
    }

    @Test
    void a_service_without_a_contract_takes_nothing_away() {
        assertThat(chain(List.of(), serial("A", "B")).carried("A")).isEqualTo(Share.ONE);
    }

    @Test
    void two_good_promises_together_can_be_too_weak_for_one_that_stands_on_both() {
        Chain chain = chain(List.of(contract("B", "99.9"), contract("C", "99.9")), serial("A", "B"), serial("A", "C"));
        List<ChainLink> links = chain.links(List.of(promise("A", "99.85", "24X7")));
        assertThat(links).hasSize(2).allMatch(ChainLink::isWeak);
        assertThat(links.get(0).path()).containsExactly("A", "B");
        assertThat(links.get(0).carried()).isEqualTo(Share.of(9_980_010, 100_000));
        assertThat(chain.links(List.of(promise("A", "99.8", "24X7")))).noneMatch(ChainLink::isWeak);
    }

    @Test
    void hours_that_reach_beyond_the_supplier_s_are_too_weak_whatever_the_target() {
        Contract office = new Contract(
                "UC-1",
                OrgNumber.of("919477822"),
                "Sikt",
                "A",
                NAME,
                Measure.AVAILABILITY,
                null,
                new BigDecimal("99.9"),
                null,
                "OFFICE",
                valid());
        Chain chain = new Chain(List.of(office), List.of(), (wide, narrow) -> wide.equals(narrow));
        assertThat(chain.links(List.of(promise("A", "99", "24X7"))).get(0).weaknesses())
                .containsExactly(Weakness.HOURS);
        assertThat(chain.links(List.of(promise("A", "99", "OFFICE"))).get(0).isWeak())
                .isFalse();
    }

    @Test
    void a_supplier_that_may_take_longer_or_promises_fewer_cases_is_too_weak() {
        Chain chain = chain(List.of(cases("P1", "90", 7_200)));
        assertThat(chain.links(List.of(caseLevel("P1", "95", 3_600))).get(0).weaknesses())
                .containsExactly(Weakness.TIME, Weakness.SHARE);
        assertThat(chain.links(List.of(caseLevel("P1", "90", 7_200))).get(0).weaknesses())
                .isEmpty();
        // another priority is not promised by it
        assertThat(chain.links(List.of(caseLevel("P2", "95", 3_600)))).isEmpty();
    }

    @Test
    void a_circle_of_services_ends() {
        Chain chain = chain(List.of(contract("B", "99")), serial("A", "B"), serial("B", "A"));
        assertThat(chain.carried("A")).isEqualTo(Share.of(99, 100));
        Chain redundant = chain(List.of(contract("B", "99")), new Need("A", "B", "g"), new Need("B", "A", "g"));
        assertThat(redundant.carried("A")).isLessThanOrEqualTo(Share.ONE);
    }

    private static Chain chain(List<Contract> contracts, Need... needs) {
        return new Chain(contracts, List.of(needs), (wide, narrow) -> true);
    }

    private static Need serial(String service, String needs) {
        return new Need(service, needs, null);
    }

    private static DateRange valid() {
        return new DateRange(LocalDate.of(2026, 1, 1), null);
    }

    private static Contract contract(String service, String target) {
        return new Contract(
                "UC-" + service,
                OrgNumber.of("919477822"),
                "Sikt",
                service,
                NAME,
                Measure.AVAILABILITY,
                null,
                new BigDecimal(target),
                null,
                "24X7",
                valid());
    }

    private static Contract cases(String priority, String target, long seconds) {
        return new Contract(
                "UC-A",
                OrgNumber.of("919477822"),
                "Sikt",
                "A",
                NAME,
                Measure.RESOLUTION,
                priority,
                new BigDecimal(target),
                seconds,
                "24X7",
                valid());
    }

    private static CustomerPromise promise(String service, String target, String calendar) {
        return new CustomerPromise(
                service,
                NAME,
                "L",
                Measure.AVAILABILITY,
                null,
                new BigDecimal(target),
                null,
                calendar,
                true,
                List.of("RA"));
    }

    private static CustomerPromise caseLevel(String priority, String target, long seconds) {
        return new CustomerPromise(
                "A",
                NAME,
                "L",
                Measure.RESOLUTION,
                priority,
                new BigDecimal(target),
                seconds,
                "24X7",
                true,
                List.of("RA"));
    }
}
