package no.fellesdrift.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.agreement.LineView;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;

/** Ordering and following: what an agency's orderer does, and what everyone may look at. */
@Stateless
public class OrderDesk {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    @Inject
    OrderWork work;

    @Inject
    OrderExamination examination;

    @Inject
    Orders orders;

    @Inject
    OrderLists lists;

    @Inject
    OrderViews views;

    @Inject
    Deliveries deliveries;

    @Inject
    OfficeDays officeDays;

    // ------------------------------------------------------------------------------------------------- reading

    /** @throws Rejection NOT_FOUND, when orders of another agency are asked for */
    @RolesAllowed(Roles.USER)
    public Paged<OrderLine> orders(OrderFilter filter, PageRequest page) {
        Optional<OrgNumber> agency = work.caller.get().agencyFilter(filter.organisation(), OrderReason.NOT_FOUND);
        return lists.page(filter, agency, page, work.today());
    }

    /**
     * The newest orders that have a text, for a search over everything.
     *
     * @param size how many, at the most
     * @param counted so many are counted at the most; one more in {@code total} stands for "and more"
     */
    @RolesAllowed(Roles.USER)
    public Paged<OrderLine> newest(String text, int size, int counted) {
        return lists.newest(
                OrderFilter.ALL.withText(text), work.caller.get().onlyAgency(), work.today(), size, counted);
    }

    /**
     * A page of the orders that have the filter's text, for people who look for some: when they are more than are
     * counted, only the newest so many are paged through, in the order asked for.
     *
     * @param counted so many at the most; one more in {@code total} stands for "and more"
     * @throws Rejection NOT_FOUND, when orders of another agency are asked for
     */
    @RolesAllowed(Roles.USER)
    public Paged<OrderLine> found(OrderFilter filter, PageRequest page, int counted) {
        Optional<OrgNumber> agency = work.caller.get().agencyFilter(filter.organisation(), OrderReason.NOT_FOUND);
        return lists.found(filter, agency, page, work.today(), counted);
    }

    /**
     * Hands out the same orders one by one, for a file, in one transaction.
     *
     * @param sort as in {@link PageRequest}
     * @throws Rejection NOT_FOUND before the first order, when those of another agency are asked for
     */
    @RolesAllowed(Roles.USER)
    public void forEach(OrderFilter filter, List<String> sort, Consumer<OrderLine> each) {
        Optional<OrgNumber> agency = work.caller.get().agencyFilter(filter.organisation(), OrderReason.NOT_FOUND);
        lists.forEach(filter, agency, sort, work.today(), each);
    }

    /** The same list with everything about each order. */
    @RolesAllowed(Roles.USER)
    public Paged<OrderView> ordersInFull(OrderFilter filter, PageRequest page) {
        Paged<OrderLine> found = orders(filter, page);
        List<OrderNumber> numbers =
                found.items().stream().map(OrderLine::number).toList();
        return new Paged<>(
                views.all(numbers, work.caller.get(), work.today()), found.page(), found.size(), found.total());
    }

    /** How many orders a list has, for the number beside a link to it. */
    @RolesAllowed(Roles.USER)
    public long count(OrderFilter filter) {
        Optional<OrgNumber> agency = work.caller.get().agencyFilter(filter.organisation(), OrderReason.NOT_FOUND);
        return lists.count(filter, agency, work.today());
    }

    /** @throws Rejection NOT_FOUND, also when it is another agency's */
    @RolesAllowed(Roles.USER)
    public OrderView order(OrderNumber number) {
        return views.one(number, work.caller.get(), work.today());
    }

    /** A file that was sent with an order. @throws Rejection NOT_FOUND */
    @RolesAllowed(Roles.USER)
    public OrderDraft.FileDraft file(OrderNumber number, int position, String question) {
        orders.visible(number, work.caller.get());
        OrderFile file = orders.file(number, position, question);
        return new OrderDraft.FileDraft(file.name(), file.mediaType(), file.content());
    }

    /** The day a line would be promised for, if it was approved now. */
    @RolesAllowed(Roles.USER)
    public LocalDate earliest(int leadTimeWorkingDays) {
        return examination.earliest(leadTimeWorkingDays);
    }

    /**
     * How long the deliveries of a year took, and how many came within the promised lead time.
     *
     * @param organisation absent for all that the caller may see
     * @throws Rejection NOT_FOUND for another agency's, and for a year outside 2000–2100
     */
    @RolesAllowed(Roles.USER)
    public LeadTimes leadTimes(int year, Optional<OrgNumber> organisation) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Rejection(OrderReason.NOT_FOUND, year);
        }
        return deliveries.of(year, work.caller.get().agencyFilter(organisation, OrderReason.NOT_FOUND));
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
        return examination.examined(draft).preview();
    }

    /**
     * Makes a draft, or sends it to approval when the draft says so.
     *
     * @throws Rejection INVALID with every field that is wrong; AGREEMENT_NOT_FOUND, NOT_COVERED, NOT_ELIGIBLE,
     *     OFFERING_NOT_FOUND, NOT_ORDERABLE, LINE_NOT_OPEN, LINE_TOO_SMALL, OVER_BUDGET
     */
    @RolesAllowed(Roles.ORDERER)
    public OrderView create(@Valid OrderDraft draft) {
        OrderExamination.Examined examined = examination.examined(draft);
        Turn turn = new Turn(work.caller.get(), work.clock.instant(), null, null);
        OrderNumber number = orders.nextNumber(work.today().getYear());
        Order order = new Order(
                number,
                examined.agreement().agency(),
                examined.agreement().number(),
                blankToNull(draft.reference()),
                turn);
        int position = 0;
        for (OrderExamination.ExaminedLine line : examined.lines()) {
            OrderItem item = order.add(new OrderItem(
                    order,
                    ++position,
                    line.offering().code(),
                    line.line().map(LineView::line).orElse(null),
                    line.kind(),
                    line.quantity(),
                    line.wanted(),
                    line.estimate()));
            item.binds(line.budget().year(), line.budget().cost());
            line.answers().forEach(item::answered);
        }
        if (draft.submit()) {
            order.submit(turn);
        }
        orders.add(order);
        for (int i = 0; i < examined.lines().size(); i++) {
            OrderItem item = order.items().get(i);
            OrderExamination.ExaminedLine line = examined.lines().get(i);
            line.files().forEach((question, file) -> orders.add(new OrderFile(item, question, file)));
        }
        work.tell("create", order, null, order.state().name(), null);
        if (draft.submit()) {
            work.tell("submit", order, OrderState.DRAFT.name(), OrderState.SUBMITTED.name(), null);
        }
        return work.view(order);
    }

    /** @throws Rejection as {@link #create} when something has come in the way since, or WRONG_STATE */
    @RolesAllowed(Roles.ORDERER)
    public OrderView submit(OrderNumber number, @Valid StepDraft step) {
        return work.take(number, step, OrderAction.SUBMIT, (order, turn) -> {
            order.submit(turn);
            examination.reexamine(order);
        });
    }

    // ------------------------------------------------------------------------------------------------- the customer

    @RolesAllowed(Roles.ORDERER)
    public OrderView answer(OrderNumber number, @Valid StepDraft step) {
        return work.takeWithNote(number, step, OrderAction.ANSWER, Order::answer);
    }

    @RolesAllowed(Roles.ORDERER)
    public OrderView accept(OrderNumber number, @Valid StepDraft step) {
        return work.take(number, step, OrderAction.ACCEPT, Order::accept);
    }

    @RolesAllowed(Roles.ORDERER)
    public OrderView cancel(OrderNumber number, @Valid StepDraft step) {
        return work.take(number, step, OrderAction.CANCEL, Order::cancel);
    }

    /** Asks to cancel what is already being worked on; the order desk assesses it. */
    @RolesAllowed(Roles.ORDERER)
    public OrderView requestCancel(OrderNumber number, @Valid StepDraft step) {
        return work.takeWithNote(number, step, OrderAction.REQUEST_CANCEL, Order::requestCancel);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
