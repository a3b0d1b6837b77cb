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
import no.fellesdrift.charge.CreditDesk;
import no.fellesdrift.charge.CreditFilter;
import no.fellesdrift.job.JobDesk;
import no.fellesdrift.job.JobFilter;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderFilter;
import no.fellesdrift.order.OrderLine;
import no.fellesdrift.party.ApiKeyState;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.party.KeyDesk;
import no.fellesdrift.party.KeyFilter;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.party.Passwords;
import no.fellesdrift.party.PersonFilter;
import no.fellesdrift.sla.FactQuery;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.MeasurementDesk;
import no.fellesdrift.sla.ResultQuery;
import no.fellesdrift.sla.SlaReason;
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
    void what_was_measured_in_a_month() {
        FactQuery october = new FactQuery(YearMonth.of(2026, 10), Optional.empty(), null);
        for (Caller caller : List.of(Callers.SERVICE_LEVEL_MANAGER, Callers.RA_ORDERER)) {
            for (String sort : List.of("", "service", "-ended")) {
                same(
                        caller,
                        MeasurementDesk.class,
                        sort,
                        (desk, page) -> desk.outageList(october, page),
                        (desk, each) -> desk.forEachOutage(october, sorts(sort), each));
            }
            same(
                    caller,
                    MeasurementDesk.class,
                    "-window",
                    (desk, page) -> desk.maintenanceList(october, page),
                    (desk, each) -> desk.forEachMaintenance(october, List.of("-window"), each));
            same(
                    caller,
                    MeasurementDesk.class,
                    "priority",
                    (desk, page) -> desk.ticketList(october, page),
                    (desk, each) -> desk.forEachTicket(october, List.of("priority"), each));
        }
        assertThatThrownBy(() -> with(
                        Callers.RA_ORDERER,
                        MeasurementDesk.class,
                        desk -> desk.forEachTicket(october, List.of("agency; drop table ticket"), each -> {})))
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.reason()).isEqualTo(SlaReason.UNKNOWN_SORT));
    }

    @Test
    void outages_by_when_they_ended_with_those_that_last_at_the_end() {
        DATABASE.transaction(em -> em.createNativeQuery("update outage set ended_at = null where source_key = 'U-0033'")
                .executeUpdate());
        FactQuery october = new FactQuery(YearMonth.of(2026, 10), Optional.empty(), null);
        for (String sort : List.of("ended", "-ended")) {
            List<String> keys = new ArrayList<>();
            with(
                    Callers.SERVICE_LEVEL_MANAGER,
                    MeasurementDesk.class,
                    desk -> desk.forEachOutage(october, List.of(sort), outage -> keys.add(outage.key())));
            assertThat(keys).hasSizeGreaterThan(20).endsWith("U-0033");
        }
    }

    @Test
    void the_credits_of_a_month() {
        CreditFilter september = new CreditFilter(YearMonth.of(2026, 9), Optional.empty(), Optional.empty());
        same(
                Callers.CONTROLLER,
                CreditDesk.class,
                "-amount",
                (desk, page) -> desk.list(september, page).page(),
                (desk, each) -> desk.forEach(september, List.of("-amount"), each));
    }

    @Test
    void keys_narrowed_and_sorted_without_their_secrets() {
        DATABASE.transaction(em -> em.createNativeQuery("""
                        insert into api_key (id, name, key_hash, organisation, person, roles, scopes, created_at,
                            created_by, expires_at, revoked_at)
                        values (1, 'Overvåking', 'a', '999601391', null, 'SERVICE_LEVEL_MANAGER', 'measurements', 1, 'p-admin', null, null),
                               (2, 'Portal', 'b', '974760819', 'ra-best', '', 'orders,read', 2, 'p-admin', 1793000000000, null),
                               (3, 'Gammel', 'c', '999601391', 'p-ordre1', '', '*', 3, 'p-admin', null, 1760000000000)
                        """).executeUpdate());
        assertThat(keys(KeyFilter.ALL, "name")).containsExactly("Gammel REVOKED", "Overvåking VALID", "Portal EXPIRED");
        assertThat(keys(KeyFilter.ALL, "-state"))
                .containsExactly("Gammel REVOKED", "Portal EXPIRED", "Overvåking VALID");
        assertThat(keys(KeyFilter.ALL, "")).containsExactly("Gammel REVOKED", "Portal EXPIRED", "Overvåking VALID");
        assertThat(keys(new KeyFilter(Optional.of("RA-B"), Optional.empty()), ""))
                .containsExactly("Portal EXPIRED");
        assertThat(keys(new KeyFilter(Optional.of("100%"), Optional.empty()), ""))
                .isEmpty();
        assertThat(keys(new KeyFilter(Optional.empty(), Optional.of(ApiKeyState.VALID)), ""))
                .containsExactly("Overvåking VALID");
        same(
                Callers.ADMINISTRATOR,
                KeyDesk.class,
                "organisation",
                (desk, page) -> desk.keys(KeyFilter.ALL, page),
                (desk, each) -> desk.forEach(KeyFilter.ALL, List.of("organisation"), each));
    }

    private static List<String> keys(KeyFilter filter, String sort) {
        List<String> keys = new ArrayList<>();
        with(
                Callers.ADMINISTRATOR,
                KeyDesk.class,
                desk -> desk.forEach(filter, sorts(sort), key -> keys.add(key.name() + " " + key.state())));
        return keys;
    }

    @Test
    void jobs_everybodys_for_the_administrator_and_ones_own_for_others() {
        DATABASE.transaction(em -> em.createNativeQuery("""
                        insert into job (id, kind, subject, state, started_by, started_by_name, roles, language,
                            organisation, queued_at, result)
                        values (1, 'LEVELS', '2026-10', 'DONE', 'p-slm', 'Siri', 'SERVICE_LEVEL_MANAGER', 'nb', '999601391', 1, '120\n3'),
                               (2, 'CHARGES', '2026-10', 'FAILED', 'p-kontr', 'Kari', 'CONTROLLER', 'nb', '999601391', 2, null)
                        """).executeUpdate());
        same(
                Callers.ADMINISTRATOR,
                JobDesk.class,
                "kind",
                (desk, page) -> desk.list(JobFilter.ALL, page),
                (desk, each) -> desk.forEach(JobFilter.ALL, List.of("kind"), each));
        List<String> own = new ArrayList<>();
        with(
                Callers.CONTROLLER,
                JobDesk.class,
                desk -> desk.forEach(JobFilter.ALL, List.of(), job -> own.add(job.id() + " " + job.state())));
        assertThat(own).containsExactly("2 FAILED");
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
