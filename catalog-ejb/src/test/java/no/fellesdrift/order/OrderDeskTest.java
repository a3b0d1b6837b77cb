package no.fellesdrift.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.AgreementReason;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.LineView;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.CatalogueReason;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.PageRequest;
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

/** The demo sector in October 2026; every test orders something of its own. */
class OrderDeskTest {

    private static final AgreementNumber RA = AgreementNumber.of("AVT-2026-02");
    private static final AgreementNumber NP = AgreementNumber.of("AVT-2026-05");
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

    // --------------------------------------------------------------------------------------------- the whole way

    @Test
    void an_order_goes_from_draft_to_accepted_and_the_line_grows_on_the_day_of_delivery() {
        OrderNumber number = as(
                        Callers.RA_ORDERER, MORNING, desk -> desk.orders().create(video(4, true)))
                .number();
        as(Callers.RA_APPROVER, "2026-10-12T09:00:00Z", desk -> desk.approval().approve(number, StepDraft.NOTHING));
        as(Callers.ORDER_DESK, "2026-10-12T10:00:00Z", desk -> desk.fulfilment().receive(number, StepDraft.NOTHING));
        as(
                Callers.ORDER_DESK,
                "2026-10-12T11:00:00Z",
                desk -> desk.fulfilment().route(number, StepDraft.route(OrderRoute.UPSTREAM)));
        as(
                Callers.ORDER_DESK,
                "2026-10-12T12:00:00Z",
                desk -> desk.fulfilment().placeUpstream(number, StepDraft.upstream("SK-1", null)));
        OrderView confirmed = as(
                Callers.ORDER_DESK,
                "2026-10-13T08:00:00Z",
                desk -> desk.fulfilment()
                        .confirmUpstream(number, StepDraft.upstream(null, LocalDate.of(2026, 10, 20))));
        assertThat(confirmed.waitingFor()).isEqualTo(WaitingFor.SUPPLIER);
        assertThat(confirmed.promisedDate()).isEqualTo("2026-10-15");
        assertThat(confirmed.expectedDate()).isEqualTo("2026-10-20");
        BigDecimal before = quantity("RA-080", LocalDate.of(2026, 10, 30));
        as(Callers.ORDER_DESK, "2026-10-30T09:00:00Z", desk -> desk.fulfilment().deliver(number, StepDraft.NOTHING));
        OrderView accepted = as(
                Callers.RA_ORDERER,
                "2026-10-30T10:00:00Z",
                desk -> desk.orders().accept(number, StepDraft.NOTHING));

        assertThat(accepted.state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(accepted.waitingFor()).isNull();
        assertThat(accepted.history().stream().map(OrderView.Step::action))
                .containsExactly(
                        "create",
                        "submit",
                        "approve",
                        "receive",
                        "route",
                        "place-upstream",
                        "confirm-upstream",
                        "deliver",
                        "accept");
        assertThat(accepted.history().get(2).by()).isEqualTo("ra-godk");
        assertThat(accepted.history().get(2).from()).isEqualTo("SUBMITTED");
        assertThat(accepted.history().get(2).to()).isEqualTo("APPROVED");
        assertThat(accepted.upstreamOrders()).hasSize(1);
        assertThat(accepted.upstreamOrders().get(0).supplier()).isEqualTo(Callers.SIKT);
        assertThat(accepted.upstreamOrders().get(0).number()).isEqualTo("SK-1");
        assertThat(accepted.upstreamOrders().get(0).deliveredAt()).isEqualTo("2026-10-30T09:00:00Z");
        assertThat(quantity("RA-080", LocalDate.of(2026, 10, 29))).isEqualByComparingTo(before);
        assertThat(quantity("RA-080", LocalDate.of(2026, 10, 30)))
                .isEqualByComparingTo(before.add(BigDecimal.valueOf(4)));
    }

    @Test
    void what_is_delivered_half_past_eleven_in_the_evening_utc_begins_the_next_local_day() {
        OrderNumber number = routed(Callers.NP_ORDERER, Callers.NP_APPROVER, order(NP, "SRV-VM-M", 1, vm("open")));
        BigDecimal before = quantity("NP-150", LocalDate.of(2026, 11, 2));
        as(Callers.ORDER_DESK, "2026-11-02T23:30:00Z", desk -> desk.fulfilment().deliver(number, StepDraft.NOTHING));
        assertThat(quantity("NP-150", LocalDate.of(2026, 11, 2))).isEqualByComparingTo(before);
        assertThat(quantity("NP-150", LocalDate.of(2026, 11, 3))).isEqualByComparingTo(before.add(BigDecimal.ONE));
    }

    @Test
    void a_new_line_gets_the_agencys_next_number_on_delivery() {
        OrderNumber number = routed(
                Callers.RA_ORDERER,
                Callers.RA_APPROVER,
                order(
                        RA,
                        "DAT-PLT-STD",
                        1,
                        Map.of(
                                "cost_center",
                                "5310",
                                "tech_contact",
                                "ra-best",
                                "classification",
                                "open",
                                "purpose",
                                "Kart")));
        OrderView delivered = as(
                Callers.ORDER_DESK,
                "2026-10-20T09:00:00Z",
                desk -> desk.fulfilment().deliver(number, StepDraft.NOTHING));
        assertThat(delivered.lines().get(0).kind()).isEqualTo(ItemKind.NEW);
        assertThat(delivered.lines().get(0).line().value()).startsWith("RA-");
        assertThat(line(delivered.lines().get(0).line().value()).rows().get(0).fromOrder())
                .isEqualTo(number);
    }

    // --------------------------------------------------------------------------------------------- upstream

    @Test
    void the_suppliers_no_brings_the_order_back_and_the_next_attempt_is_a_row_of_its_own() {
        OrderNumber number = placed();
        OrderView back = as(
                Callers.ORDER_DESK,
                "2026-10-13T08:00:00Z",
                desk -> desk.fulfilment().rejectUpstream(number, StepDraft.note("Ikke mulig på adressen")));
        assertThat(back.state()).isEqualTo(OrderState.RECEIVED);
        assertThat(back.waitingFor()).isEqualTo(WaitingFor.ORDER_DESK);
        as(
                Callers.ORDER_DESK,
                "2026-10-14T08:00:00Z",
                desk -> desk.fulfilment().route(number, StepDraft.route(OrderRoute.UPSTREAM)));
        OrderView again = as(
                Callers.ORDER_DESK,
                "2026-10-14T09:00:00Z",
                desk -> desk.fulfilment().placeUpstream(number, StepDraft.upstream("SK-3", null)));
        assertThat(again.upstreamOrders()).hasSize(2);
        assertThat(again.upstreamOrders().get(0).rejectedAt()).isEqualTo("2026-10-13T08:00:00Z");
        assertThat(again.upstreamOrders().get(1).number()).isEqualTo("SK-3");
    }

    @Test
    void an_answer_that_nobody_knows_shows_as_an_exception_and_does_not_stop_the_order() {
        OrderNumber number = placed();
        OrderView reported = as(
                Callers.ORDER_DESK,
                "2026-10-13T08:00:00Z",
                desk -> desk.fulfilment()
                        .reportUpstream(
                                number, new StepDraft(null, null, null, null, null, null, "ON_HOLD_CUSTOMER_ACK")));
        assertThat(reported.waitingFor()).isEqualTo(WaitingFor.EXCEPTION);
        assertThat(reported.state()).isEqualTo(OrderState.PLACED_UPSTREAM);
        OrderView promised = as(
                Callers.ORDER_DESK,
                "2026-10-14T08:00:00Z",
                desk -> desk.fulfilment().promise(number, StepDraft.upstream(null, LocalDate.of(2026, 11, 6))));
        assertThat(promised.waitingFor()).isEqualTo(WaitingFor.SUPPLIER);
        assertThat(promised.state()).isEqualTo(OrderState.CONFIRMED_UPSTREAM);
        assertThat(promised.expectedDate()).isEqualTo("2026-11-06");
    }

    @Test
    void what_the_provider_delivers_itself_cannot_go_upstream() {
        OrderNumber number = received(Callers.NP_ORDERER, Callers.NP_APPROVER, order(NP, "SRV-VM-M", 1, vm("open")));
        refused(
                OrderReason.NO_SUPPLIER,
                Callers.ORDER_DESK,
                desk -> desk.fulfilment().route(number, StepDraft.route(OrderRoute.UPSTREAM)));
    }

    @Test
    void a_customer_has_no_step_towards_a_supplier() {
        assertThat(OrderState.STEPS.stream()
                        .filter(step -> step.action().name().endsWith("UPSTREAM")
                                || step.action() == OrderAction.PROMISE
                                || step.action() == OrderAction.ROUTE)
                        .map(OrderState.Step::role))
                .containsOnly(Role.ORDER_DESK);
        OrderNumber number = placed();
        assertThat(as(Callers.RA_ORDERER, MORNING, desk -> desk.orders().order(number))
                        .actions())
                .containsExactly("request-cancel");
    }

    // --------------------------------------------------------------------------------------------- refusals

    @Test
    void the_one_who_ordered_never_approves() {
        Caller both = Callers.person("ra-godk", Callers.RA, Role.ORDERER, Role.APPROVER);
        OrderNumber number =
                as(both, MORNING, desk -> desk.orders().create(video(1, true))).number();
        refused(OrderReason.OWN_ORDER, both, desk -> desk.approval().approve(number, StepDraft.NOTHING));
        assertThat(as(both, MORNING, desk -> desk.orders().order(number)).actions())
                .doesNotContain("approve", "decline");
    }

    @Test
    void another_agencys_order_is_not_found() {
        OrderNumber number = as(
                        Callers.RA_ORDERER, MORNING, desk -> desk.orders().create(video(1, true)))
                .number();
        refused(OrderReason.NOT_FOUND, Callers.NP_ORDERER, desk -> desk.orders().order(number));
        refused(OrderReason.NOT_FOUND, Callers.NP_ORDERER, desk -> desk.orders().cancel(number, StepDraft.NOTHING));
        refused(
                OrderReason.NOT_FOUND,
                Callers.NP_APPROVER,
                desk -> desk.approval().approve(number, StepDraft.NOTHING));
        refused(
                AgreementReason.AGREEMENT_NOT_FOUND,
                Callers.NP_ORDERER,
                desk -> desk.orders().create(video(1, true)));
        assertThat(as(
                                Callers.NP_ORDERER,
                                MORNING,
                                desk -> desk.orders().orders(OrderFilter.ALL, PageRequest.first(1000)))
                        .items())
                .allMatch(line -> line.organisation().equals(Callers.NP));
    }

    @Test
    void a_rejected_order_cannot_be_delivered() {
        OrderNumber number = as(
                        Callers.RA_ORDERER, MORNING, desk -> desk.orders().create(video(1, true)))
                .number();
        as(Callers.RA_APPROVER, MORNING, desk -> desk.approval().decline(number, StepDraft.note("Ikke i år")));
        refused(
                OrderReason.WRONG_STATE,
                Callers.ORDER_DESK,
                desk -> desk.fulfilment().deliver(number, StepDraft.NOTHING));
    }

    @Test
    void a_stale_version_is_refused() {
        OrderView order = as(Callers.RA_ORDERER, MORNING, desk -> desk.orders().create(video(1, true)));
        StepDraft shown = new StepDraft(order.version(), null, null, null, null, null, null);
        as(Callers.RA_APPROVER, MORNING, desk -> desk.approval().approve(order.number(), shown));
        refused(OrderReason.STALE, Callers.RA_ORDERER, desk -> desk.orders().cancel(order.number(), shown));
    }

    @Test
    void what_the_catalogue_does_not_offer_is_refused_and_nothing_is_stored() {
        long before = count();
        refused(
                CatalogueReason.NOT_ORDERABLE,
                Callers.RA_ORDERER,
                desk -> desk.orders().create(order(RA, "WPL-VDI-STD", 1, Map.of())));
        refused(
                AgreementReason.NOT_COVERED,
                Callers.NP_ORDERER,
                desk -> desk.orders().create(order(AgreementNumber.of("AVT-2026-07"), "SRV-VM-M", 1, vm("open"))));
        refused(
                AgreementReason.NOT_COVERED,
                Callers.RA_ORDERER,
                desk -> desk.orders().create(order(AgreementNumber.of("AVT-2023-02"), "SRV-VM-M", 1, vm("open"))));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void an_order_that_costs_more_than_the_whole_budget_is_refused_and_nothing_is_stored() {
        long before = count();
        refused(
                OrderReason.OVER_BUDGET,
                Callers.RA_ORDERER,
                desk -> desk.orders().create(video(50_000, true)));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void every_wrong_answer_is_named_at_once() {
        assertThatThrownBy(() -> as(
                        Callers.NP_ORDERER,
                        MORNING,
                        desk -> desk.orders()
                                .create(order(
                                        NP,
                                        "SRV-VM-M",
                                        0,
                                        Map.of(
                                                "cost_center",
                                                "53",
                                                "os",
                                                "amiga",
                                                "classification",
                                                "protected",
                                                "color",
                                                "red")))))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.violations().stream()
                                        .map(violation -> violation.path() + " " + violation.key()))
                                .containsExactlyInAnyOrder(
                                        "lines[0].quantity order.wrong.quantity",
                                        "lines[0].answers.color order.wrong.unknown_question",
                                        "lines[0].answers.cost_center order.wrong.pattern",
                                        "lines[0].answers.os order.wrong.not_a_choice",
                                        "lines[0].answers.dpia order.wrong.required",
                                        "lines[0].answers.tech_contact order.wrong.required",
                                        "lines[0].answers.purpose order.wrong.required"));
    }

    @Test
    void a_question_that_is_not_asked_need_not_be_answered() {
        OrderView order =
                as(Callers.NP_ORDERER, MORNING, desk -> desk.orders().create(order(NP, "SRV-VM-M", 1, vm("open"))));
        assertThat(order.lines().get(0).answers())
                .containsEntry("classification", "open")
                .doesNotContainKey("dpia");
    }

    @Test
    void two_different_wanted_dates_are_refused_and_the_forms_fills_the_lines() {
        Map<String, String> answers =
                Map.of("site", "Bygdøy", "tech_contact", "ra-best", "second_path", "none", "wanted_date", "2027-03-01");
        OrderView order =
                as(Callers.RA_ORDERER, MORNING, desk -> desk.orders().create(order(RA, "NET-WAN-10G", 1, answers)));
        assertThat(order.lines().get(0).wantedDate()).isEqualTo("2027-03-01");
        assertThat(order.state()).isEqualTo(OrderState.DRAFT);
        OrderDraft.Line line = order(RA, "NET-WAN-10G", 1, answers).lines().get(0);
        OrderDraft two = new OrderDraft(
                RA,
                null,
                List.of(new OrderDraft.Line(
                        null, null, line.offering(), BigDecimal.ONE, LocalDate.of(2027, 4, 1), line.answers(), null)),
                false);
        assertThatThrownBy(() ->
                        as(Callers.RA_ORDERER, MORNING, desk -> desk.orders().create(two)))
                .hasMessageContaining("order.wrong.two_wanted_dates");
    }

    // --------------------------------------------------------------------------------------------- the rest

    @Test
    void the_kind_follows_from_the_agreement() {
        assertThat(as(Callers.RA_ORDERER, MORNING, desk -> desk.orders().create(video(1, false)))
                        .lines()
                        .get(0)
                        .kind())
                .isEqualTo(ItemKind.INCREASE);
    }

    @Test
    void the_estimate_has_the_one_off_price_and_a_full_year() {
        OrderView order =
                as(Callers.NP_ORDERER, MORNING, desk -> desk.orders().create(order(NP, "SRV-VM-M", 2, vm("open"))));
        assertThat(order.estimate().oneOff()).isEqualTo(Money.of("1200.00"));
        assertThat(order.estimate().perYear()).isEqualTo(Money.of("18720.00"));
    }

    @Test
    void taking_away_needs_no_form_and_costs_less() {
        OrderView order = as(
                Callers.NP_ORDERER,
                MORNING,
                desk -> desk.orders()
                        .create(new OrderDraft(
                                NP,
                                null,
                                List.of(new OrderDraft.Line(
                                        ItemKind.DECREASE,
                                        LineNumber.of("NP-150"),
                                        OfferingCode.of("SRV-VM-M"),
                                        BigDecimal.ONE,
                                        null,
                                        null,
                                        null)),
                                true)));
        assertThat(order.estimate().perYear()).isEqualTo(Money.of("-9360.00"));
        assertThat(order.lines().get(0).countsForLeadTime()).isFalse();
    }

    @Test
    void more_than_the_line_has_cannot_be_taken_away() {
        refused(
                OrderReason.LINE_TOO_SMALL,
                Callers.NP_ORDERER,
                desk -> desk.orders()
                        .create(new OrderDraft(
                                NP,
                                null,
                                List.of(new OrderDraft.Line(
                                        ItemKind.DECREASE,
                                        LineNumber.of("NP-150"),
                                        OfferingCode.of("SRV-VM-M"),
                                        BigDecimal.valueOf(1000),
                                        null,
                                        null,
                                        null)),
                                true)));
    }

    @Test
    void a_question_waits_for_the_customer_and_the_answer_gives_it_back() {
        OrderNumber number = received(Callers.RA_ORDERER, Callers.RA_APPROVER, video(1, false));
        OrderView asked = as(
                Callers.ORDER_DESK,
                MORNING,
                desk -> desk.fulfilment().ask(number, StepDraft.note("Hvem kan låse opp?")));
        assertThat(asked.waitingFor()).isEqualTo(WaitingFor.CUSTOMER);
        assertThat(asked.state()).isEqualTo(OrderState.RECEIVED);
        OrderView answered =
                as(Callers.RA_ORDERER, MORNING, desk -> desk.orders().answer(number, StepDraft.note("Vaktmesteren")));
        assertThat(answered.waitingFor()).isEqualTo(WaitingFor.ORDER_DESK);
        assertThat(answered.messages()).hasSize(2);
        assertThat(answered.messages().get(1).organisationName()).isEqualTo("Riksantikvaren");
        refused(
                OrderReason.NOTHING_ASKED,
                Callers.RA_ORDERER,
                desk -> desk.orders().answer(number, StepDraft.note("Og mer")));
    }

    @Test
    void a_substitute_approves_while_the_approver_is_away_and_not_otherwise() {
        Caller substitute = Callers.person("ra-best2", Callers.RA, Role.ORDERER, Role.SYSTEM_OWNER);
        OrderNumber number = as(
                        Callers.RA_ORDERER, MORNING, desk -> desk.orders().create(video(1, true)))
                .number();
        refused(OrderReason.NOT_YOURS_TO_DO, substitute, desk -> desk.approval().approve(number, StepDraft.NOTHING));
        as(Callers.RA_APPROVER, MORNING, desk -> {
            desk.approval()
                    .appointSubstitute(
                            new SubstituteDraft("ra-best2", LocalDate.of(2026, 10, 12), LocalDate.of(2026, 10, 13)));
            return null;
        });
        OrderView approved = as(substitute, MORNING, desk -> desk.approval().approve(number, StepDraft.NOTHING));
        assertThat(approved.state()).isEqualTo(OrderState.APPROVED);
        assertThat(approved.approvals().get(0).onBehalfOf()).isEqualTo("ra-godk");
    }

    @Test
    void work_that_has_begun_is_cancelled_only_by_an_assessed_request() {
        OrderNumber number = placed();
        refused(
                OrderReason.WRONG_STATE,
                Callers.RA_ORDERER,
                desk -> desk.orders().cancel(number, StepDraft.NOTHING));
        refused(
                OrderReason.NO_CANCEL_REQUEST,
                Callers.ORDER_DESK,
                desk -> desk.fulfilment().grantCancel(number, StepDraft.NOTHING));
        OrderView asked = as(
                Callers.RA_ORDERER,
                MORNING,
                desk -> desk.orders().requestCancel(number, StepDraft.note("Flytter ikke")));
        assertThat(asked.waitingFor()).isEqualTo(WaitingFor.ORDER_DESK);
        OrderView cancelled =
                as(Callers.ORDER_DESK, MORNING, desk -> desk.fulfilment().grantCancel(number, StepDraft.note("Greit")));
        assertThat(cancelled.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(cancelled.waitingFor()).isNull();
    }

    @Test
    void lines_go_their_own_ways_and_the_order_stands_where_the_last_one_stands() {
        OrderDraft two = new OrderDraft(
                NP,
                "2026/44",
                List.of(
                        order(NP, "SRV-VM-M", 1, vm("open")).lines().get(0),
                        order(NP, "COL-VIDEO-STD", 2, Map.of("cost_center", "4410", "unit", "Kart"))
                                .lines()
                                .get(0)),
                false);
        OrderNumber number = received(Callers.NP_ORDERER, Callers.NP_APPROVER, two);
        as(
                Callers.ORDER_DESK,
                MORNING,
                desk -> desk.fulfilment()
                        .route(number, new StepDraft(null, 1, null, OrderRoute.INTERNAL, null, null, null)));
        OrderView one = as(
                Callers.ORDER_DESK,
                MORNING,
                desk -> desk.fulfilment().deliver(number, new StepDraft(null, 1, null, null, null, null, null)));
        assertThat(one.state()).isEqualTo(OrderState.RECEIVED);
        assertThat(one.lines().get(0).state()).isEqualTo(OrderState.DELIVERED);
        assertThat(one.deliveredAt()).isNull();
        assertThat(one.history().get(one.history().size() - 1).position()).isEqualTo(1);
    }

    @Test
    void the_promise_counts_working_days_in_the_office_calendar() {
        OrderNumber number = as(
                        Callers.RA_ORDERER,
                        "2026-12-21T10:00:00Z",
                        desk -> desk.orders().create(video(1, true)))
                .number();
        // 22, 23 and 24 December; the 24th is short but open.
        assertThat(as(
                                Callers.RA_APPROVER,
                                "2026-12-21T12:00:00Z",
                                desk -> desk.approval().approve(number, StepDraft.NOTHING))
                        .promisedDate())
                .isEqualTo("2026-12-24");
        OrderNumber later = as(
                        Callers.RA_ORDERER,
                        "2026-12-21T10:00:00Z",
                        desk -> desk.orders().create(video(1, true)))
                .number();
        // Approved on Wednesday the 23rd: 24, then over Christmas and the weekend 28 and 29.
        assertThat(as(
                                Callers.RA_APPROVER,
                                "2026-12-23T12:00:00Z",
                                desk -> desk.approval().approve(later, StepDraft.NOTHING))
                        .promisedDate())
                .isEqualTo("2026-12-29");
    }

    @Test
    void the_list_filters_and_pages_in_the_database() {
        OrderFilter confirmed = new OrderFilter(
                List.of(OrderState.CONFIRMED_UPSTREAM),
                true,
                java.util.Optional.of(Callers.ADB),
                java.util.Optional.of("10 Gbit"),
                java.util.Optional.of(WaitingFor.SUPPLIER),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                false,
                false);
        var page = as(Callers.ORDER_DESK, MORNING, desk -> desk.orders().orders(confirmed, PageRequest.first(10)));
        assertThat(page.items()).hasSize(1);
        assertThat(page.items().get(0).number().value()).isEqualTo("B-2026-0039");
        // Approved on Friday 9 October, sixty working days.
        assertThat(page.items().get(0).promisedDate()).isEqualTo("2027-01-05");
        assertThat(page.items().get(0).supplier()).containsIgnoringCase("Sikt");
        var second = as(
                Callers.OBSERVER,
                MORNING,
                desk -> desk.orders().orders(OrderFilter.ALL, new PageRequest(1, 20, List.of("number"))));
        assertThat(second.items().get(0).number().value()).isEqualTo("B-2026-0021");
        assertThat(second.total()).isGreaterThanOrEqualTo(57);
    }

    @Test
    void what_was_ordered_before_the_orders_were_kept_here_has_no_estimate_and_no_zero_in_its_place() {
        OrderView imported =
                as(Callers.ORDER_DESK, MORNING, desk -> desk.orders().order(OrderNumber.of("B-2026-0040")));
        assertThat(imported.estimate()).isNull();
        assertThat(imported.lines().get(0).estimate()).isNull();
    }

    @Test
    void what_was_ordered_before_is_promised_by_the_same_rule_and_shows_as_late() {
        as(Caller.SYSTEM, MORNING, desk -> desk.fulfilment().promiseImported());
        OrderFilter late = new OrderFilter(
                List.of(),
                true,
                java.util.Optional.empty(),
                java.util.Optional.of("B-2026-0047"),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                true,
                false);
        var before = as(
                Callers.ORDER_DESK,
                "2026-10-27T10:00:00Z",
                desk -> desk.orders().orders(late, PageRequest.first(10)));
        assertThat(before.items()).isEmpty();
        var after = as(
                Callers.ORDER_DESK,
                "2026-10-28T10:00:00Z",
                desk -> desk.orders().orders(late, PageRequest.first(10)));
        assertThat(after.items()).extracting(OrderLine::promisedDate).containsExactly(LocalDate.of(2026, 10, 27));
        Integer again = as(Caller.SYSTEM, MORNING, desk -> desk.fulfilment().promiseImported());
        assertThat(again).isZero();
    }

    // --------------------------------------------------------------------------------------------- helpers

    private static OrderDraft video(int quantity, boolean submit) {
        OrderDraft draft =
                order(RA, "COL-VIDEO-STD", quantity, Map.of("cost_center", "5310", "unit", "Fellestjenester"));
        return new OrderDraft(draft.agreement(), draft.reference(), draft.lines(), submit);
    }

    private static Map<String, String> vm(String classification) {
        return Map.of(
                "cost_center",
                "4410",
                "os",
                "linux",
                "classification",
                classification,
                "tech_contact",
                "np-best",
                "purpose",
                "Kartdata");
    }

    private static OrderDraft order(
            AgreementNumber agreement, String offering, int quantity, Map<String, String> given) {
        Map<String, List<String>> answers = new HashMap<>();
        given.forEach((question, answer) -> answers.put(question, List.of(answer)));
        return new OrderDraft(
                agreement,
                null,
                List.of(new OrderDraft.Line(
                        null, null, OfferingCode.of(offering), BigDecimal.valueOf(quantity), null, answers, null)),
                false);
    }

    private static OrderNumber received(Caller orderer, Caller approver, OrderDraft draft) {
        OrderNumber number =
                as(orderer, MORNING, desk -> desk.orders().create(draft)).number();
        as(orderer, MORNING, desk -> desk.orders().submit(number, StepDraft.NOTHING));
        as(approver, MORNING, desk -> desk.approval().approve(number, StepDraft.NOTHING));
        as(Callers.ORDER_DESK, MORNING, desk -> desk.fulfilment().receive(number, StepDraft.NOTHING));
        return number;
    }

    private static OrderNumber routed(Caller orderer, Caller approver, OrderDraft draft) {
        OrderNumber number = received(orderer, approver, draft);
        as(Callers.ORDER_DESK, MORNING, desk -> desk.fulfilment().route(number, StepDraft.route(OrderRoute.INTERNAL)));
        return number;
    }

    private static OrderNumber placed() {
        OrderNumber number = received(Callers.RA_ORDERER, Callers.RA_APPROVER, video(1, false));
        as(Callers.ORDER_DESK, MORNING, desk -> desk.fulfilment().route(number, StepDraft.route(OrderRoute.UPSTREAM)));
        as(
                Callers.ORDER_DESK,
                MORNING,
                desk -> desk.fulfilment().placeUpstream(number, StepDraft.upstream("SK-2", null)));
        return number;
    }

    private static void refused(Rejection.Reason reason, Caller caller, Function<Desks, Object> work) {
        assertThatThrownBy(() -> as(caller, MORNING, work))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }

    private static BigDecimal quantity(String line, LocalDate on) {
        return line(line).quantityOn(on);
    }

    private static LineView line(String line) {
        return database.inTransaction(em -> Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(Callers.ORDER_DESK))
                .with(Clock.class, Clock.fixed(Instant.parse(MORNING), ZoneOffset.UTC))
                .get(AgreementDesk.class)
                .line(LineNumber.of(line)));
    }

    private static long count() {
        return database.inTransaction(em -> ((Number) em.createNativeQuery("select count(*) from service_order")
                        .getSingleResult())
                .longValue());
    }

    /** The desks of the room, for one caller at one time. */
    private record Desks(OrderDesk orders, ApprovalDesk approval, FulfilmentDesk fulfilment) {}

    private static <T> T as(Caller caller, String now, Function<Desks, T> work) {
        return database.inTransaction(em -> {
            Wiring wiring = Wiring.over(em)
                    .with(CurrentCaller.class, CurrentCaller.of(caller))
                    .with(Clock.class, Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                    .with(OfficeDays.class, "no.fellesdrift.sla.OfficeCalendars");
            return work.apply(new Desks(
                    wiring.get(OrderDesk.class), wiring.get(ApprovalDesk.class), wiring.get(FulfilmentDesk.class)));
        });
    }
}
