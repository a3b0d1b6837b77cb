package no.fellesdrift.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.AgreementReason;
import no.fellesdrift.agreement.AgreementView;
import no.fellesdrift.agreement.LineChange;
import no.fellesdrift.agreement.LineView;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.agreement.OurPrice;
import no.fellesdrift.agreement.OurPriceDesk;
import no.fellesdrift.budget.BudgetDesk;
import no.fellesdrift.budget.BudgetEffect;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.price.Estimate;

/** Ordering, and everything that happens to an order until it is accepted: one method per step. */
@Stateless
public class OrderDesk {

    @Inject
    Orders orders;

    @Inject
    AgreementDesk agreements;

    @Inject
    OfferingDesk offerings;

    @Inject
    OurPriceDesk prices;

    @Inject
    BudgetDesk budgets;

    @Inject
    OfficeDays officeDays;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    @Inject
    Event<OrderDelivered> delivered;

    // ------------------------------------------------------------------------------------------------- reading

    /** @throws Rejection NOT_FOUND, when orders of another agency are asked for */
    @RolesAllowed(Roles.USER)
    public Paged<OrderLine> orders(OrderFilter filter, PageRequest page) {
        Optional<OrgNumber> agency = caller.get().agencyFilter(filter.organisation(), OrderReason.NOT_FOUND);
        return orders.page(filter, agency, page, today());
    }

    /** The same list with everything about each order. */
    @RolesAllowed(Roles.USER)
    public Paged<OrderView> ordersInFull(OrderFilter filter, PageRequest page) {
        Paged<OrderLine> lines = orders(filter, page);
        List<OrderView> views =
                orders.views(lines.items().stream().map(OrderLine::number).toList(), caller.get(), today());
        return new Paged<>(views, lines.page(), lines.size(), lines.total());
    }

    /** How many orders a list has, for the number beside a link to it. */
    @RolesAllowed(Roles.USER)
    public long count(OrderFilter filter) {
        Optional<OrgNumber> agency = caller.get().agencyFilter(filter.organisation(), OrderReason.NOT_FOUND);
        return orders.count(filter, agency, today());
    }

    /** @throws Rejection NOT_FOUND, also when it is another agency's */
    @RolesAllowed(Roles.USER)
    public OrderView order(OrderNumber number) {
        return orders.view(number, caller.get(), today());
    }

    /** A file that was sent with an order. @throws Rejection NOT_FOUND */
    @RolesAllowed(Roles.USER)
    public OrderDraft.FileDraft file(OrderNumber number, int position, String question) {
        orders.visible(number, caller.get());
        OrderFile file = orders.file(number, position, question);
        return new OrderDraft.FileDraft(file.name(), file.mediaType(), file.content());
    }

    /** Who can approve for an agency today, by name. @throws Rejection NOT_FOUND, when the agency is another's */
    @RolesAllowed(Roles.USER)
    public List<String> approvers(OrgNumber agency) {
        caller.get().mustSee(agency, OrderReason.NOT_FOUND, agency);
        return orders.approvers(agency, today());
    }

    /** The day a line would be promised for, if it was approved now. */
    @RolesAllowed(Roles.USER)
    public LocalDate earliest(int leadTimeWorkingDays) {
        return officeDays.after(clock.instant(), leadTimeWorkingDays);
    }

    /** Working days used of the promise and promised, from approval to a day; each at least zero. */
    @RolesAllowed(Roles.USER)
    public int workingDays(Instant from, LocalDate to) {
        return Math.max(0, officeDays.between(LocalDate.ofInstant(from, OfficeDays.ZONE), to));
    }

    // ------------------------------------------------------------------------------------------------- ordering

    /**
     * What an order would be: its lines with defaults filled in, its estimate and what it does to the budget. Refused
     * exactly where {@link #create} would refuse; stores nothing.
     */
    @RolesAllowed(Roles.ORDERER)
    public OrderPreview preview(@Valid OrderDraft draft) {
        return examined(draft).preview();
    }

    /**
     * Makes a draft, or sends it to approval when the draft says so.
     *
     * @throws Rejection INVALID with every field that is wrong; AGREEMENT_NOT_FOUND, NOT_COVERED, NOT_ELIGIBLE,
     *     OFFERING_NOT_FOUND, NOT_ORDERABLE, LINE_NOT_OPEN, LINE_TOO_SMALL, OVER_BUDGET
     */
    @RolesAllowed(Roles.ORDERER)
    public OrderView create(@Valid OrderDraft draft) {
        Examined examined = examined(draft);
        Instant now = clock.instant();
        Caller by = caller.get();
        OrderNumber number = orders.nextNumber(today().getYear());
        Order order = new Order(
                number,
                examined.agreement.agency(),
                examined.agreement.number(),
                blankToNull(draft.reference()),
                by,
                now);
        int position = 0;
        for (ExaminedLine line : examined.lines) {
            OrderItem item = order.add(new OrderItem(
                    order,
                    ++position,
                    line.offering.code(),
                    line.line.map(LineView::line).orElse(null),
                    line.kind,
                    line.quantity,
                    line.wanted,
                    line.estimate));
            item.binds(line.budget.year(), line.budget.cost());
            line.answers.forEach(item::answered);
        }
        if (draft.submit()) {
            order.submit(by, now, null);
        }
        orders.add(order);
        for (int i = 0; i < examined.lines.size(); i++) {
            OrderItem item = order.items().get(i);
            ExaminedLine line = examined.lines.get(i);
            line.files.forEach((question, file) -> orders.add(new OrderFile(item, question, file)));
        }
        happened.fire(new Happened(
                "order.create",
                "Order",
                number.value(),
                order.agency(),
                null,
                order.state().name(),
                null));
        if (draft.submit()) {
            happened.fire(new Happened(
                    "order.submit",
                    "Order",
                    number.value(),
                    order.agency(),
                    OrderState.DRAFT.name(),
                    OrderState.SUBMITTED.name(),
                    null));
        }
        return view(order);
    }

    /** @throws Rejection as {@link #create} when something has come in the way since, or WRONG_STATE */
    @RolesAllowed(Roles.ORDERER)
    public OrderView submit(OrderNumber number, @Valid StepDraft step) {
        return act(number, step, OrderAction.SUBMIT, order -> {
            order.submit(caller.get(), clock.instant(), step.note());
            reexamine(order);
        });
    }

    // ------------------------------------------------------------------------------------------------- approval

    /**
     * By an approver of the agency, or a substitute while the approver is away; never by the one who ordered.
     *
     * @throws Rejection WRONG_STATE, OWN_ORDER, NOT_YOURS_TO_DO, OVER_BUDGET, STALE
     */
    @RolesAllowed({Roles.APPROVER, Roles.ORDERER, Roles.AGENCY_FINANCE, Roles.SECURITY_OFFICER, Roles.SYSTEM_OWNER})
    public OrderView approve(OrderNumber number, @Valid StepDraft step) {
        return act(number, step, OrderAction.APPROVE, order -> {
            Instant now = clock.instant();
            String onBehalfOf = onBehalfOf(order);
            Money cost = Money.ZERO;
            Money adopted = null;
            if (order.state() == OrderState.SUBMITTED) {
                for (BudgetCheck check : reexamine(order)) {
                    cost = cost.plus(check.cost());
                    if (check.adopted() != null) {
                        adopted = adopted == null ? check.adopted() : adopted.plus(check.adopted());
                    }
                }
            }
            order.approve(
                    caller.get(),
                    onBehalfOf,
                    now,
                    step.note(),
                    cost,
                    adopted,
                    item -> officeDays.after(
                            now, offerings.offering(item.offering()).leadTimeWorkingDays()));
        });
    }

    /** By the approver before approval, by the order desk after it; the note says why. */
    @RolesAllowed({
        Roles.APPROVER,
        Roles.ORDER_DESK,
        Roles.ORDERER,
        Roles.AGENCY_FINANCE,
        Roles.SECURITY_OFFICER,
        Roles.SYSTEM_OWNER
    })
    public OrderView decline(OrderNumber number, @Valid StepDraft step) {
        return act(
                number,
                step,
                OrderAction.DECLINE,
                order ->
                        order.decline(caller.get(), onBehalfOf(order), step.position(), clock.instant(), noteOf(step)));
    }

    /**
     * Lets a colleague approve while the caller is away.
     *
     * @param from inclusive
     * @param to exclusive
     * @throws Rejection SUBSTITUTE_UNFIT, when it is the caller, nobody of the agency, or the time is empty
     */
    @RolesAllowed(Roles.APPROVER)
    public void appointSubstitute(String person, LocalDate from, LocalDate to) {
        Caller approver = caller.get();
        if (person.equals(approver.id())
                || !to.isAfter(from)
                || !orders.isActivePerson(person, approver.organisation(), from)) {
            throw new Rejection(OrderReason.SUBSTITUTE_UNFIT, person);
        }
        orders.add(new ApprovalSubstitute(approver.organisation(), approver.id(), person, from, to));
        happened.fire(new Happened(
                "order.appoint-substitute", "Person", person, approver.organisation(), null, from + "/" + to, null));
    }

    // ------------------------------------------------------------------------------------------------- the desk

    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView receive(OrderNumber number, @Valid StepDraft step) {
        return act(
                number, step, OrderAction.RECEIVE, order -> order.receive(caller.get(), clock.instant(), step.note()));
    }

    /** A question to the customer; the order waits for the answer. */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView ask(OrderNumber number, @Valid StepDraft step) {
        return act(number, step, OrderAction.ASK, order -> order.ask(caller.get(), clock.instant(), noteOf(step)));
    }

    @RolesAllowed(Roles.ORDERER)
    public OrderView answer(OrderNumber number, @Valid StepDraft step) {
        return act(
                number, step, OrderAction.ANSWER, order -> order.answer(caller.get(), clock.instant(), noteOf(step)));
    }

    /** @throws Rejection NO_SUPPLIER, when the provider itself delivers a line that was to go upstream */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView route(OrderNumber number, @Valid StepDraft step) {
        return act(number, step, OrderAction.ROUTE, order -> {
            if (step.route() == null) {
                throw new Rejection(OrderReason.INVALID, List.of(Violation.of("route", "order.wrong.route")), number);
            }
            if (step.route() == OrderRoute.UPSTREAM) {
                order.items().stream()
                        .filter(item -> item.state() == OrderState.RECEIVED)
                        .filter(item -> step.position() == null || step.position() == item.position())
                        .forEach(this::supplier);
            }
            order.route(caller.get(), step.position(), step.route(), clock.instant(), step.note());
        });
    }

    /** The provider orders from the supplier. There is no other way to a supplier, in page or API. */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView placeUpstream(OrderNumber number, @Valid StepDraft step) {
        return act(
                number,
                step,
                OrderAction.PLACE_UPSTREAM,
                order -> order.placeUpstream(
                        caller.get(),
                        step.position(),
                        this::supplier,
                        step.upstreamOrder(),
                        clock.instant(),
                        step.note()));
    }

    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView confirmUpstream(OrderNumber number, @Valid StepDraft step) {
        return act(
                number,
                step,
                OrderAction.CONFIRM_UPSTREAM,
                order -> order.confirmUpstream(
                        caller.get(),
                        step.position(),
                        step.upstreamOrder(),
                        step.promisedDate(),
                        clock.instant(),
                        step.note()));
    }

    /** The supplier's new date. @throws Rejection INVALID without one */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView promise(OrderNumber number, @Valid StepDraft step) {
        return act(number, step, OrderAction.PROMISE, order -> {
            if (step.promisedDate() == null) {
                throw new Rejection(
                        OrderReason.INVALID,
                        List.of(Violation.of("promisedDate", "order.wrong.promised_date")),
                        number);
            }
            order.promise(caller.get(), step.position(), step.promisedDate(), clock.instant(), step.note());
        });
    }

    /** What the supplier answered, in its own words; waits as an exception until a step says what it means. */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView reportUpstream(OrderNumber number, @Valid StepDraft step) {
        return act(number, step, OrderAction.REPORT_UPSTREAM, order -> {
            if (step.supplierState() == null) {
                throw new Rejection(
                        OrderReason.INVALID,
                        List.of(Violation.of("supplierState", "order.wrong.supplier_state")),
                        number);
            }
            order.reportUpstream(caller.get(), step.position(), step.supplierState(), clock.instant(), step.note());
        });
    }

    /** The supplier says no; the line comes back to be routed again. */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView rejectUpstream(OrderNumber number, @Valid StepDraft step) {
        return act(
                number,
                step,
                OrderAction.REJECT_UPSTREAM,
                order -> order.rejectUpstream(caller.get(), step.position(), clock.instant(), step.note()));
    }

    /** Delivered now; the agreement line begins, grows, shrinks or ends on the local date of this instant. */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView deliver(OrderNumber number, @Valid StepDraft step) {
        return act(number, step, OrderAction.DELIVER, order -> {
            Instant now = clock.instant();
            LocalDate on = LocalDate.ofInstant(now, OfficeDays.ZONE);
            for (OrderItem item : order.deliver(caller.get(), step.position(), now, step.note())) {
                LineView line = agreements.applyDelivery(
                        Optional.ofNullable(item.line()),
                        order.agreement(),
                        item.offering(),
                        LineChange.valueOf(item.kind().name()),
                        item.quantity(),
                        on,
                        number);
                item.began(line.line());
                delivered.fire(new OrderDelivered(
                        number, order.agency(), item.offering(), line.line(), item.kind(), item.quantity(), on));
            }
        });
    }

    /** Takes the order for oneself, or gives it to a colleague of the order desk. */
    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView assign(OrderNumber number, String person) {
        Order order = orders.visible(number, caller.get());
        String before = order.assignedTo();
        order.assign(caller.get(), person, clock.instant());
        orders.touch(order);
        happened.fire(new Happened("order.assign", "Order", number.value(), order.agency(), before, person, null));
        return view(order);
    }

    // ------------------------------------------------------------------------------------------------- the end

    @RolesAllowed(Roles.ORDERER)
    public OrderView accept(OrderNumber number, @Valid StepDraft step) {
        return act(
                number,
                step,
                OrderAction.ACCEPT,
                order -> order.accept(caller.get(), step.position(), clock.instant(), step.note()));
    }

    @RolesAllowed(Roles.ORDERER)
    public OrderView cancel(OrderNumber number, @Valid StepDraft step) {
        return act(
                number,
                step,
                OrderAction.CANCEL,
                order -> order.cancel(caller.get(), step.position(), clock.instant(), step.note()));
    }

    /** Asks to cancel what is already being worked on; the order desk assesses it. */
    @RolesAllowed(Roles.ORDERER)
    public OrderView requestCancel(OrderNumber number, @Valid StepDraft step) {
        return act(
                number,
                step,
                OrderAction.REQUEST_CANCEL,
                order -> order.requestCancel(caller.get(), clock.instant(), noteOf(step)));
    }

    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView grantCancel(OrderNumber number, @Valid StepDraft step) {
        return act(
                number,
                step,
                OrderAction.GRANT_CANCEL,
                order -> order.grantCancel(caller.get(), step.position(), clock.instant(), step.note()));
    }

    @RolesAllowed(Roles.ORDER_DESK)
    public OrderView refuseCancel(OrderNumber number, @Valid StepDraft step) {
        return act(
                number,
                step,
                OrderAction.REFUSE_CANCEL,
                order -> order.refuseCancel(caller.get(), clock.instant(), noteOf(step)));
    }

    // ------------------------------------------------------------------------------------------------- inside

    private OrderView act(OrderNumber number, StepDraft step, OrderAction action, Consumer<Order> does) {
        Order order = orders.visible(number, caller.get());
        if (step.version() != null && step.version() != order.version()) {
            throw new Rejection(OrderReason.STALE, number);
        }
        String before = order.state().name();
        does.accept(order);
        orders.touch(order);
        happened.fire(new Happened(
                "order." + action.code(),
                "Order",
                number.value(),
                order.agency(),
                before,
                order.state().name(),
                step.note()));
        return view(order);
    }

    private OrderView view(Order order) {
        orders.flush();
        return orders.view(order.number(), caller.get(), today());
    }

    private String onBehalfOf(Order order) {
        Caller by = caller.get();
        return by.has(no.fellesdrift.kernel.Role.APPROVER)
                ? null
                : orders.substitutedBy(by.id(), order.agency(), today()).orElse(null);
    }

    private OrgNumber supplier(OrderItem item) {
        OfferingView offering = offerings.offering(item.offering());
        if (!offering.upstream()) {
            throw new Rejection(OrderReason.NO_SUPPLIER, item.offering());
        }
        return offering.deliveredBy();
    }

    private static String noteOf(StepDraft step) {
        if (step.note() == null) {
            throw new Rejection(OrderReason.INVALID, List.of(Violation.of("note", "order.wrong.note")));
        }
        return step.note();
    }

    /** What can have come in the way since the draft was made: agreement, eligibility, budget. */
    private List<BudgetCheck> reexamine(Order order) {
        List<BudgetCheck> checks = new ArrayList<>();
        for (OrderItem item : order.items()) {
            if (item.state() == OrderState.CANCELLED) {
                continue;
            }
            if (item.kind().adds()) {
                agreements.mustAllow(order.agreement(), item.offering(), today());
            } else {
                inForce(order.agreement());
            }
            OfferingView offering = offerings.offering(item.offering());
            BudgetCheck check =
                    budget(order.agency(), offering, item.kind(), item.quantity(), item.wantedDate(), order.number());
            item.binds(check.year(), check.cost());
            checks.add(check);
        }
        mustCarry(checks);
        return checks;
    }

    private AgreementView inForce(AgreementNumber number) {
        AgreementView agreement = agreements.agreement(number);
        if (!agreement.covers(today())) {
            throw new Rejection(AgreementReason.NOT_COVERED, number, today());
        }
        return agreement;
    }

    private record ExaminedLine(
            ItemKind kind,
            Optional<LineView> line,
            OfferingView offering,
            BigDecimal quantity,
            LocalDate wanted,
            Map<String, List<String>> answers,
            Map<String, OrderDraft.FileDraft> files,
            Estimate estimate,
            BudgetCheck budget,
            LocalDate earliest) {}

    private record Examined(AgreementView agreement, List<ExaminedLine> lines) {
        OrderPreview preview() {
            return new OrderPreview(
                    agreement.number(),
                    agreement.agency(),
                    lines.stream()
                            .map(line -> new OrderPreview.Line(
                                    line.kind,
                                    line.line.map(LineView::line).orElse(null),
                                    line.offering.code(),
                                    line.offering.name(),
                                    line.quantity,
                                    line.wanted,
                                    line.earliest,
                                    line.offering.leadTimeWorkingDays(),
                                    line.estimate))
                            .toList(),
                    lines.stream().map(ExaminedLine::estimate).reduce(Estimate.NOTHING, Estimate::plus),
                    lines.stream().map(ExaminedLine::budget).toList());
        }
    }

    private Examined examined(OrderDraft draft) {
        AgreementView agreement = agreementOf(draft);
        List<Violation> violations = new ArrayList<>();
        List<ExaminedLine> lines = new ArrayList<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            line(agreement, draft.lines().get(i), "lines[" + i + "]", violations)
                    .ifPresent(lines::add);
        }
        if (!violations.isEmpty()) {
            throw new Rejection(OrderReason.INVALID, violations);
        }
        mustCarry(lines.stream().map(ExaminedLine::budget).toList());
        return new Examined(agreement, lines);
    }

    private AgreementView agreementOf(OrderDraft draft) {
        Caller by = caller.get();
        AgreementNumber number = draft.agreement();
        if (number == null) {
            List<AgreementView> own = agreements.inForce(by.organisation(), today());
            if (own.size() != 1) {
                throw new Rejection(OrderReason.INVALID, List.of(Violation.of("agreement", "order.wrong.agreement")));
            }
            number = own.get(0).number();
        }
        AgreementView agreement = inForce(number);
        if (!agreement.agency().equals(by.organisation())) {
            throw new Rejection(AgreementReason.AGREEMENT_NOT_FOUND, number);
        }
        return agreement;
    }

    private Optional<ExaminedLine> line(
            AgreementView agreement, OrderDraft.Line draft, String path, List<Violation> violations) {
        int before = violations.size();
        if (draft.offering() == null) {
            violations.add(Violation.of(path + ".offering", "order.wrong.required"));
            return Optional.empty();
        }
        OfferingView offering = offerings.offering(draft.offering());
        Optional<LineView> line = lineOf(agreement, draft, path, violations);
        ItemKind kind = draft.kind() != null ? draft.kind() : line.isPresent() ? ItemKind.INCREASE : ItemKind.NEW;
        if (kind == ItemKind.NEW) {
            if (draft.line() != null) {
                violations.add(Violation.of(path + ".line", "order.wrong.new_has_line"));
            }
            line = Optional.empty();
        } else if (line.isEmpty()) {
            if (violations.size() == before) {
                violations.add(Violation.of(path + ".line", "order.wrong.no_line", offering.code()));
            }
            return Optional.empty();
        }
        BigDecimal has = line.map(one -> one.quantityOn(today())).orElse(BigDecimal.ZERO);
        BigDecimal quantity = draft.quantity() == null && kind == ItemKind.END ? has : draft.quantity();
        if (quantity == null || quantity.signum() < 0 || (quantity.signum() == 0 && kind != ItemKind.END)) {
            violations.add(Violation.of(path + ".quantity", "order.wrong.quantity"));
        } else if (quantity.scale() > 6 || quantity.precision() - quantity.scale() > 12) {
            violations.add(Violation.of(path + ".quantity", "order.wrong.quantity"));
        } else if (kind == ItemKind.END && quantity.compareTo(has) != 0) {
            violations.add(Violation.of(path + ".quantity", "order.wrong.end_whole", plain(has)));
        }
        LocalDate wanted = AnswerCheck.wanted(draft, path, violations);
        if (wanted != null && wanted.isBefore(today())) {
            violations.add(Violation.of(path + ".wantedDate", "order.wrong.past_date"));
        }
        Map<String, List<String>> answers = AnswerCheck.check(
                offerings.form(offering.code(), today()),
                draft,
                kind != ItemKind.DECREASE && kind != ItemKind.END,
                path,
                violations);
        if (kind.adds()) {
            agreements.mustAllow(agreement.number(), offering.code(), today());
        }
        if (violations.size() > before) {
            return Optional.empty();
        }
        if ((kind == ItemKind.DECREASE || kind == ItemKind.REPLACEMENT) && quantity.compareTo(has) > 0) {
            throw new Rejection(OrderReason.LINE_TOO_SMALL, line.orElseThrow().line(), plain(has), plain(quantity));
        }
        LocalDate priced = wanted == null ? today() : wanted;
        return Optional.of(new ExaminedLine(
                kind,
                line,
                offering,
                quantity,
                wanted,
                answers,
                draft.files(),
                estimate(agreement.agency(), offering, kind, quantity, priced),
                budget(agreement.agency(), offering, kind, quantity, wanted, null),
                earliest(offering.leadTimeWorkingDays())));
    }

    private Optional<LineView> lineOf(
            AgreementView agreement, OrderDraft.Line draft, String path, List<Violation> violations) {
        List<LineView> candidates = agreement.lines().stream()
                .filter(line -> line.offering().equals(draft.offering()))
                .filter(line -> draft.line() == null || line.line().equals(draft.line()))
                .toList();
        List<LineView> open =
                candidates.stream().filter(line -> line.on(today()).isPresent()).toList();
        if (draft.line() != null && open.isEmpty()) {
            if (candidates.isEmpty()) {
                violations.add(Violation.of(path + ".line", "order.wrong.line", draft.line(), draft.offering()));
                return Optional.empty();
            }
            throw new Rejection(OrderReason.LINE_NOT_OPEN, draft.line());
        }
        if (open.size() > 1 && draft.kind() != ItemKind.NEW) {
            violations.add(Violation.of(path + ".line", "order.wrong.several_lines", draft.offering()));
            return Optional.empty();
        }
        return open.stream().findFirst();
    }

    private Estimate estimate(
            OrgNumber agency, OfferingView offering, ItemKind kind, BigDecimal quantity, LocalDate on) {
        OurPrice price = prices.priceOn(offering.code(), on, agency);
        return switch (kind) {
            case NEW -> Estimate.of(price.components(), quantity, true);
            case INCREASE -> Estimate.of(price.components(), quantity, false);
            case DECREASE, END ->
                new Estimate(
                        Money.ZERO,
                        Estimate.of(price.components(), quantity, false)
                                .perYear()
                                .negate());
            case REPLACEMENT -> Estimate.NOTHING;
        };
    }

    private BudgetCheck budget(
            OrgNumber agency,
            OfferingView offering,
            ItemKind kind,
            BigDecimal quantity,
            LocalDate wanted,
            OrderNumber itself) {
        LocalDate expected = earliest(offering.leadTimeWorkingDays());
        LocalDate from = wanted != null && wanted.isAfter(expected) ? wanted : expected;
        BudgetEffect effect = budgets.effect(agency, offering.code(), LineChange.valueOf(kind.name()), quantity, from);
        return new BudgetCheck(
                offering.service(),
                from.getYear(),
                effect.budget().adopted().orElse(null),
                effect.budget().bound(),
                orders.committed(agency, offering.service(), from.getYear(), itself),
                effect.order());
    }

    /** Lines of one service and year share a budget. @throws Rejection OVER_BUDGET */
    private static void mustCarry(List<BudgetCheck> checks) {
        for (BudgetCheck check : checks) {
            Money together = checks.stream()
                    .filter(other -> other.service().equals(check.service()) && other.year() == check.year())
                    .map(BudgetCheck::cost)
                    .reduce(Money.ZERO, Money::plus);
            BudgetCheck whole = new BudgetCheck(
                    check.service(), check.year(), check.adopted(), check.bound(), check.committed(), together);
            if (whole.forbids()) {
                throw new Rejection(
                        OrderReason.OVER_BUDGET,
                        whole.service(),
                        whole.year(),
                        whole.committed().plus(whole.cost()),
                        whole.adopted());
            }
        }
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OfficeDays.ZONE);
    }
}
