package no.fellesdrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.AgreementFilter;
import no.fellesdrift.agreement.AgreementView;
import no.fellesdrift.audit.AuditDesk;
import no.fellesdrift.audit.AuditFilter;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.catalogue.ServiceFilter;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderFilter;
import no.fellesdrift.order.OrderLine;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.party.Passwords;
import no.fellesdrift.party.PersonFilter;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.ResultQuery;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A list handed out row by row is the list that is shown page by page: the same rows, in the same order. */
class WholeListsTest {

    private static final Database DATABASE = DemoData.fresh();
    private static final ServiceFilter SERVICES = ServiceFilter.all("nb");
    private static final AgreementFilter AGREEMENTS =
            new AgreementFilter("", Optional.empty(), Optional.empty(), Optional.empty());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void orders_in_any_order_and_narrowed() {
        for (Caller caller : List.of(Callers.ORDER_DESK, Callers.RA_ORDERER)) {
            for (OrderFilter filter : List.of(OrderFilter.ALL, OrderFilter.ALL.withText("pc"))) {
                for (String sort : List.of("", "organisation", "-promisedDate", "state")) {
                    same(
                            caller,
                            OrderDesk.class,
                            sort,
                            (desk, page) -> desk.orders(filter, page),
                            (desk, each) -> desk.forEach(filter, sorts(sort), each));
                }
            }
        }
    }

    @Test
    void an_agency_is_handed_its_own_orders_and_none_when_it_asks_for_anothers() {
        List<OrderLine> own = new ArrayList<>();
        with(Callers.RA_ORDERER, OrderDesk.class, desk -> desk.forEach(OrderFilter.ALL, List.of(), own::add));
        assertThat(own).isNotEmpty().extracting(OrderLine::organisation).containsOnly(Callers.RA);

        OrderFilter anothers = new OrderFilter(
                List.of(),
                false,
                Optional.of(Callers.NP),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
        List<OrderLine> none = new ArrayList<>();
        assertThatThrownBy(() ->
                        with(Callers.RA_ORDERER, OrderDesk.class, desk -> desk.forEach(anothers, List.of(), none::add)))
                .isInstanceOf(Rejection.class);
        assertThat(none).isEmpty();
    }

    @Test
    void an_empty_list_hands_out_nothing() {
        List<OrderLine> none = new ArrayList<>();
        with(
                Callers.ORDER_DESK,
                OrderDesk.class,
                desk -> desk.forEach(OrderFilter.ALL.withText("no such thing"), List.of(), none::add));
        assertThat(none).isEmpty();
    }

    @Test
    void services_with_the_codes_of_their_offerings() {
        for (Caller caller : List.of(Callers.CATALOGUE_MANAGER, Callers.RA_ORDERER)) {
            List<String> rows = new ArrayList<>();
            with(
                    caller,
                    CatalogueDesk.class,
                    desk -> desk.forEach(
                            SERVICES, List.of("-name"), row -> rows.add(row.service() + " " + row.offerings())));
            with(
                    caller,
                    CatalogueDesk.class,
                    desk -> assertThat(rows)
                            .isNotEmpty()
                            .isEqualTo(all(page -> desk.services(SERVICES, page), "-name").stream()
                                    .map(service -> bare(service) + " "
                                            + service.offerings().stream()
                                                    .map(OfferingView::code)
                                                    .toList())
                                    .toList()));
        }
    }

    private static String bare(no.fellesdrift.catalogue.ServiceView service) {
        return service.toString().replaceAll("offerings=\\[.*]]$", "offerings=[]]");
    }

    @Test
    void agreements() {
        same(
                Callers.CONTROLLER,
                AgreementDesk.class,
                "-revisionDue",
                (desk, page) -> desk.agreements(AGREEMENTS, page),
                (desk, each) -> desk.forEach(AGREEMENTS, List.of("-revisionDue"), each));
        List<AgreementView> own = new ArrayList<>();
        with(Callers.RA_ORDERER, AgreementDesk.class, desk -> desk.forEach(AGREEMENTS, List.of(), own::add));
        assertThat(own).isNotEmpty().extracting(AgreementView::agency).containsOnly(Callers.RA);
    }

    @Test
    void people_with_their_roles() {
        PersonFilter all = new PersonFilter(Optional.empty(), Optional.empty(), Optional.empty());
        same(
                Callers.ADMINISTRATOR,
                PartyDesk.class,
                "organisation",
                (desk, page) -> desk.people(all, page),
                (desk, each) -> desk.forEach(all, List.of("organisation"), each));
    }

    @Test
    void levels_of_a_month() {
        ResultQuery october = new ResultQuery(YearMonth.of(2026, 10), Optional.empty(), null, null, null, null, null);
        same(
                Callers.RA_ORDERER,
                LevelDesk.class,
                "-service",
                (desk, page) -> desk.results(october, page),
                (desk, each) -> desk.forEach(october, List.of("-service"), each));
    }

    @Test
    void the_audit_trail() {
        AuditFilter all = AuditFilter.about("Outage", "none");
        List<Object> none = new ArrayList<>();
        with(Callers.ADMINISTRATOR, AuditDesk.class, desk -> desk.forEach(all, List.of("at"), none::add));
        assertThat(none).isEmpty();
    }

    private static <D, T> void same(
            Caller caller,
            Class<D> type,
            String sort,
            BiFunction<D, PageRequest, Paged<T>> pages,
            BiConsumer<D, Consumer<T>> each) {
        List<T> handed = new ArrayList<>();
        with(caller, type, desk -> each.accept(desk, handed::add));
        with(
                caller,
                type,
                desk -> assertThat(handed)
                        .as(type.getSimpleName() + " by " + sort)
                        .isNotEmpty()
                        .isEqualTo(all(page -> pages.apply(desk, page), sort)));
    }

    private static <T> List<T> all(java.util.function.Function<PageRequest, Paged<T>> list, String sort) {
        Paged<T> first = list.apply(new PageRequest(0, 20, sorts(sort)));
        return Stream.iterate(0, page -> page < first.pages(), page -> page + 1)
                .flatMap(page -> list.apply(new PageRequest(page, 20, sorts(sort))).items().stream())
                .toList();
    }

    private static List<String> sorts(String sort) {
        return sort.isEmpty() ? List.of() : List.of(sort);
    }

    private static <D> void with(Caller caller, Class<D> type, Consumer<D> work) {
        DATABASE.transaction(em -> work.accept(Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(Instant.parse("2026-11-05T05:00:00Z"), ZoneOffset.UTC))
                .with(OfficeDays.class, "no.fellesdrift.sla.OfficeCalendars")
                .with(Passwords.class, new Passwords())
                .get(type)));
    }
}
