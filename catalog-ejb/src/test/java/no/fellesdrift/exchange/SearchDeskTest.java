package no.fellesdrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import no.fellesdrift.agreement.AgreementView;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderFilter;
import no.fellesdrift.order.OrderLine;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.party.OrganisationView;
import no.fellesdrift.party.Passwords;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SearchDeskTest {

    private static final Database DATABASE = DemoData.fresh();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static SearchView find(Caller caller, String text, String language) {
        return DATABASE.inTransaction(em -> Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(Instant.parse("2026-11-05T05:00:00Z"), ZoneOffset.UTC))
                .with(OfficeDays.class, "no.fellesdrift.sla.OfficeCalendars")
                .with(Passwords.class, new Passwords())
                .get(SearchDesk.class)
                .search(text, language, 5));
    }

    @Test
    void a_word_is_found_in_every_kind_of_thing() {
        SearchView found = find(Callers.RA_ORDERER, "riksantikvaren", "nb");
        assertThat(found.agreements().items()).extracting(AgreementView::agency).containsOnly(Callers.RA);
        assertThat(found.organisations()).extracting(OrganisationView::number).containsExactly(Callers.RA);
    }

    @Test
    void an_orders_number_finds_it_for_its_agency_and_the_provider_and_for_nobody_else() {
        assertThat(find(Callers.RA_ORDERER, "B-2026-0047", "nb").orders().items())
                .extracting(OrderLine::organisation)
                .containsExactly(Callers.RA);
        assertThat(find(Callers.ORDER_DESK, "B-2026-0047", "nb").orders().total())
                .isEqualTo(1);
        assertThat(find(Callers.RA_ORDERER, "b-2026-0047", "nb").orders().total())
                .as("however it is typed")
                .isEqualTo(1);
        assertThat(find(Callers.NP_ORDERER, "B-2026-0047", "nb").total()).isZero();
    }

    @Test
    void another_agencys_agreement_is_not_found() {
        assertThat(find(Callers.RA_ORDERER, "AVT-2026-02", "nb").agreements().total())
                .isEqualTo(1);
        assertThat(find(Callers.NP_ORDERER, "AVT-2026-02", "nb").total()).isZero();
    }

    @Test
    void services_are_found_in_the_readers_language() {
        assertThat(find(Callers.RA_ORDERER, "video meeting", "en").services().total())
                .isEqualTo(1);
        assertThat(find(Callers.RA_ORDERER, "col-video", "nb").services().total())
                .isEqualTo(1);
        assertThat(find(Callers.RA_ORDERER, "e-post", "nb").services().total()).isPositive();
        assertThat(find(Callers.RA_ORDERER, "video meeting", "nb").services().total())
                .isZero();
    }

    @Test
    void an_organisation_is_found_by_its_number_however_it_is_written() {
        assertThat(find(Callers.RA_ORDERER, "919 477 822", "nb").organisations())
                .extracting(OrganisationView::number)
                .containsExactly(Callers.SIKT);
    }

    @Test
    void of_a_text_that_many_orders_have_the_newest_are_shown_and_no_more_are_counted_than_asked() {
        Paged<OrderLine> byNumber = newest(Callers.ORDER_DESK, "2026", 2, 10);
        assertThat(byNumber.total()).as("ten and more").isEqualTo(11);
        assertThat(byNumber.items())
                .extracting(order -> order.number().value())
                .containsExactly("B-2026-0057", "B-2026-0056");

        Paged<OrderLine> all = newest(Callers.ORDER_DESK, "pc", 100, 1000);
        assertThat(all.total()).isEqualTo(all.items().size()).isGreaterThan(3);
        Paged<OrderLine> byName = newest(Callers.ORDER_DESK, "pc", 2, 3);
        assertThat(byName.total()).as("three and more").isEqualTo(4);
        assertThat(byName.items()).isEqualTo(all.items().subList(0, 2));

        assertThat(newest(Callers.RA_ORDERER, "2026", 5, 3).items())
                .extracting(OrderLine::organisation)
                .hasSize(5)
                .containsOnly(Callers.RA);
    }

    @Test
    void a_list_narrowed_by_a_text_pages_through_the_newest_of_those_that_are_too_many_to_count() {
        Paged<OrderLine> second = found("2026", 1, 4, 10);
        assertThat(second.total()).as("ten and more").isEqualTo(11);
        assertThat(numbers(second)).containsExactly("B-2026-0053", "B-2026-0052", "B-2026-0051", "B-2026-0050");
        assertThat(numbers(found("2026", 2, 4, 10))).containsExactly("B-2026-0049", "B-2026-0048");
        assertThat(numbers(found("2026", 0, 3, 10, "number")))
                .as("the ten newest, the oldest of them first")
                .containsExactly("B-2026-0048", "B-2026-0049", "B-2026-0050");
    }

    @Test
    void a_list_narrowed_by_a_text_that_few_have_is_whole() {
        Paged<OrderLine> all = found("pc", 0, 100, 1000);
        assertThat(all.items())
                .isEqualTo(newest(Callers.ORDER_DESK, "pc", 100, 1000).items());
        assertThat(all.total()).isEqualTo(all.items().size());
        assertThat(numbers(found("B-2026-0047", 0, 25, 1000, "-promisedDate"))).containsExactly("B-2026-0047");
        assertThat(found("xyzzy", 0, 25, 1000, "state").items()).isEmpty();
    }

    private static List<String> numbers(Paged<OrderLine> page) {
        return page.items().stream().map(order -> order.number().value()).toList();
    }

    private static Paged<OrderLine> found(String text, int page, int size, int counted, String... sort) {
        return DATABASE.inTransaction(em -> orders(em, Callers.ORDER_DESK)
                .found(OrderFilter.ALL.withText(text), new PageRequest(page, size, List.of(sort)), counted));
    }

    private static Paged<OrderLine> newest(Caller caller, String text, int size, int counted) {
        return DATABASE.inTransaction(em -> orders(em, caller).newest(text, size, counted));
    }

    private static OrderDesk orders(EntityManager em, Caller caller) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(Instant.parse("2026-11-05T05:00:00Z"), ZoneOffset.UTC))
                .with(OfficeDays.class, "no.fellesdrift.sla.OfficeCalendars")
                .get(OrderDesk.class);
    }

    @Test
    void there_are_more_than_are_shown_and_nothing_is_found_for_nothing_or_one_letter() {
        SearchView many = find(Callers.ORDER_DESK, "B-2026", "nb");
        assertThat(many.orders().items()).hasSize(5);
        assertThat(many.orders().total()).isEqualTo(57);
        assertThat(find(Callers.ORDER_DESK, "  ", "nb").total()).isZero();
        assertThat(find(Callers.ORDER_DESK, " n ", "nb").total()).isZero();
    }
}
