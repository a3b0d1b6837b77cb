package no.fellesdrift.order;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.price.Estimate;

/** Orders in the database. Lists and views are plain SQL: a fixed number of queries, however many orders there are. */
class Orders {

    /** What a list can be sorted by, and the column. */
    private static final Map<String, String> SORTS = Map.of(
            "number", "o.number",
            "organisation", "a.name",
            "state", "o.state",
            "submittedAt", "o.submitted_at",
            "promisedDate", "o.promised_date",
            "expectedDate", "o.expected_date",
            "waitingFor", "o.waiting_for");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** What was ordered before the orders were kept here has no promised date of its own; it follows the same rule. */
    @Inject
    OfficeDays officeDays;

    void add(Order order) {
        em.persist(order);
        em.flush();
    }

    void add(OrderFile file) {
        em.persist(file);
    }

    void add(ApprovalSubstitute substitute) {
        em.persist(substitute);
    }

    void flush() {
        em.flush();
    }

    /**
     * An order to act on. Its version goes up whatever is changed in it.
     *
     * @throws Rejection NOT_FOUND, also when it is another agency's
     */
    Order visible(OrderNumber number, Caller caller) {
        Order order = em.createQuery("select o from ServiceOrder o where o.number = :number", Order.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Rejection(OrderReason.NOT_FOUND, number));
        caller.mustSee(order.agency(), OrderReason.NOT_FOUND, number);
        return order;
    }

    void touch(Order order) {
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** The next number of a year; the year's row stays locked until the transaction ends, so none is given twice. */
    OrderNumber nextNumber(int year) {
        Connection connection = connection();
        try (PreparedStatement draw = connection.prepareStatement("""
                insert into order_number (year, last)
                select ?, coalesce(max(cast(substring(number, 8) as unsigned)), 0) + 1
                from service_order where number like concat('B-', ?, '-%')
                on duplicate key update last = greatest(last + 1, values(last))
                """)) {
            draw.setInt(1, year);
            draw.setInt(2, year);
            draw.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("No order number could be drawn", e);
        }
        int last = Rows.first(
                        connection, "select last from order_number where year = ?", List.of(year), row -> row.getInt(1))
                .orElseThrow();
        return OrderNumber.of(String.format(Locale.ROOT, "B-%d-%04d", year, last));
    }

    /** The absent approver whom a person stands in for on a date. */
    Optional<String> substitutedBy(String person, OrgNumber agency, LocalDate on) {
        return Rows.first(connection(), """
                select approver from approval_substitute
                where substitute = ? and agency = ? and valid_from <= ? and valid_to > ? order by id
                """, List.of(person, agency, on, on), row -> row.getString(1));
    }

    boolean isActivePerson(String person, OrgNumber organisation, LocalDate on) {
        return Rows.first(connection(), """
                        select 1 from person where person_id = ? and organisation = ?
                        and valid_from <= ? and (valid_to is null or valid_to > ?)
                        """, List.of(person, organisation, on, on), row -> true)
                .isPresent();
    }

    /** Who can approve for an agency on a date, by name: its approvers and those who stand in for them. */
    List<String> approvers(OrgNumber agency, LocalDate on) {
        return Rows.list(connection(), """
                select p.name from person p join person_role r on r.person = p.person_id and r.role = 'APPROVER'
                where p.organisation = ? and p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?)
                union
                select p.name from approval_substitute s join person p on p.person_id = s.substitute
                where s.agency = ? and s.valid_from <= ? and s.valid_to > ?
                order by 1
                """, List.of(agency, on, on, agency, on, on), row -> row.getString(1));
    }

    /** What open orders of a service cost an agency in a year, one order left out. */
    Money committed(OrgNumber agency, ServiceCode service, int year, OrderNumber but) {
        return Rows.first(
                        connection(),
                        """
                        select coalesce(sum(i.year_cost), 0)
                        from order_item i
                        join service_order o on o.number = i.order_number
                        join offering f on f.code = i.offering
                        where o.agency = ? and f.service = ? and i.cost_year = ? and o.number <> ?
                          and i.state in ('SUBMITTED', 'APPROVED', 'RECEIVED', 'ROUTED', 'PLACED_UPSTREAM',
                                          'CONFIRMED_UPSTREAM')
                        """,
                        List.of(agency, service, year, but == null ? "" : but.value()),
                        row -> new Money(row.getBigDecimal(1)))
                .orElse(Money.ZERO);
    }

    /** Orders that have waited for an approver since before an instant and have not been escalated. */
    List<OrderNumber> silentSince(Instant before) {
        return Rows.list(
                connection(),
                "select number from service_order where state = 'SUBMITTED' and submitted_at < ? and escalated_at is null",
                List.of(before.toEpochMilli()),
                row -> OrderNumber.of(row.getString(1)));
    }

    OrderFile file(OrderNumber number, int position, String question) {
        return em.createQuery("""
                        select f from OrderFile f
                        where f.item.order.number = :number and f.item.position = :position and f.question = :question
                        """, OrderFile.class)
                .setParameter("number", number)
                .setParameter("position", position)
                .setParameter("question", question)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Rejection(OrderReason.NOT_FOUND, number));
    }

    // ------------------------------------------------------------------------------------------------- lists

    /** @param today what is late is judged by it */
    Paged<OrderLine> page(OrderFilter filter, Optional<OrgNumber> agency, PageRequest page, LocalDate today) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, agency, today, parameters);
        List<Object> paged = new ArrayList<>(parameters);
        paged.add(page.size());
        paged.add(page.offset());
        long[] total = {-1};
        List<OrderLine> lines =
                Rows.list(connection(), """
                select o.number, o.agency, a.name agency_name, o.state, o.waiting_for, o.ordered_by, p.name ordered_by_name,
                       o.reference, f.name_nb, f.name_nn, f.name_en, f.unit_nb, f.unit_nn, f.unit_en, i.kind, i.quantity,
                       o.created_at, o.submitted_at, o.approved_at, o.received_at, o.delivered_at,
                       o.promised_date, o.expected_date, o.assigned_to, t.name assigned_name,
                       (select count(*) from order_item n where n.order_number = o.number) line_count,
                       (select max(m.lead_time_working_days) from order_item n join offering m on m.code = n.offering
                        where n.order_number = o.number) lead_time,
                       (select min(n.exception) from order_item n where n.order_number = o.number) exception,
                       case when o.state in ('PLACED_UPSTREAM', 'CONFIRMED_UPSTREAM') then
                         (select max(s.name) from upstream_order u join order_item n on n.id = u.order_item_id
                          join organisation s on s.orgnr = u.supplier
                          where n.order_number = o.number and u.rejected_at is null) end supplier,
                       count(*) over () total
                from service_order o
                join organisation a on a.orgnr = o.agency
                join person p on p.person_id = o.ordered_by
                left join person t on t.person_id = o.assigned_to
                join order_item i on i.order_number = o.number and i.position = 1
                join offering f on f.code = i.offering
                """ + where + " order by " + order(page) + " limit ? offset ?", paged, row -> {
                    total[0] = row.getLong("total");
                    return line(row);
                });
        if (total[0] < 0) {
            total[0] = page.offset() == 0 ? 0 : count(where, parameters);
        }
        return Paged.of(lines, page, total[0]);
    }

    long count(OrderFilter filter, Optional<OrgNumber> agency, LocalDate today) {
        List<Object> parameters = new ArrayList<>();
        return count(where(filter, agency, today, parameters), parameters);
    }

    private long count(String where, List<Object> parameters) {
        return Rows.first(connection(), """
                        select count(*) from service_order o
                        join order_item i on i.order_number = o.number and i.position = 1
                        join offering f on f.code = i.offering
                        """ + where, parameters, row -> row.getLong(1))
                .orElse(0L);
    }

    private static String where(
            OrderFilter filter, Optional<OrgNumber> agency, LocalDate today, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        agency.ifPresent(orgnr -> {
            where.append(" and o.agency = ?");
            parameters.add(orgnr);
        });
        if (!filter.states().isEmpty()) {
            where.append(" and o.state in (")
                    .append(Rows.marks(filter.states().size()))
                    .append(")");
            filter.states().forEach(state -> parameters.add(state.name()));
        }
        if (filter.open()) {
            where.append(" and o.state not in ('ACCEPTED', 'REJECTED', 'CANCELLED')");
        }
        filter.waitingFor().ifPresent(waiting -> {
            where.append(" and o.waiting_for = ?");
            parameters.add(waiting.name());
        });
        filter.service().ifPresent(service -> {
            where.append(" and exists (select 1 from order_item x join offering y on y.code = x.offering")
                    .append(" where x.order_number = o.number and y.service = ?)");
            parameters.add(service);
        });
        filter.assigned().ifPresent(person -> {
            if ("-".equals(person)) {
                where.append(" and o.assigned_to is null");
            } else {
                where.append(" and o.assigned_to = ?");
                parameters.add(person);
            }
        });
        if (filter.late()) {
            where.append(" and o.promised_date is not null and o.delivered_at is null")
                    .append(" and (o.promised_date < ? or o.expected_date > o.promised_date)");
            parameters.add(today);
        }
        filter.q().ifPresent(text -> {
            String like = "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
            where.append("""
                     and (o.number like ? escape '!' or o.reference like ? escape '!' or exists (
                       select 1 from order_item x join offering y on y.code = x.offering
                       join service z on z.code = y.service
                       where x.order_number = o.number and (y.code like ? escape '!' or x.line like ? escape '!'
                         or y.name_nb like ? escape '!' or y.name_nn like ? escape '!' or y.name_en like ? escape '!'
                         or z.name_nb like ? escape '!' or z.name_nn like ? escape '!' or z.name_en like ? escape '!')))
                    """);
            for (int i = 0; i < 10; i++) {
                parameters.add(like);
            }
        });
        return where.toString();
    }

    private static String order(PageRequest page) {
        if (page.sort().isEmpty()) {
            return "o.number desc";
        }
        return page.sort().stream()
                        .map(field -> {
                            boolean descending = field.startsWith("-");
                            String column = SORTS.get(descending ? field.substring(1) : field);
                            if (column == null) {
                                throw new Rejection(OrderReason.UNKNOWN_SORT, field);
                            }
                            return column + " is null, " + column + (descending ? " desc" : "");
                        })
                        .collect(Collectors.joining(", "))
                + ", o.number desc";
    }

    private LocalDate promised(ResultSet row, Instant approvedAt, int leadTime) throws SQLException {
        LocalDate stored = Rows.date(row, "promised_date");
        return stored != null || approvedAt == null ? stored : officeDays.after(approvedAt, leadTime);
    }

    private OrderLine line(ResultSet row) throws SQLException {
        LocalDate promised = promised(row, instant(row, "approved_at"), row.getInt("lead_time"));
        LocalDate expected = Rows.date(row, "expected_date");
        return new OrderLine(
                OrderNumber.of(row.getString("number")),
                OrgNumber.of(row.getString("agency")),
                row.getString("agency_name"),
                OrderState.valueOf(row.getString("state")),
                waiting(row),
                row.getString("ordered_by"),
                row.getString("ordered_by_name"),
                row.getString("reference"),
                Rows.text(row, "name"),
                ItemKind.valueOf(row.getString("kind")),
                row.getBigDecimal("quantity"),
                Rows.text(row, "unit"),
                row.getInt("line_count"),
                instant(row, "created_at"),
                instant(row, "submitted_at"),
                instant(row, "approved_at"),
                instant(row, "received_at"),
                instant(row, "delivered_at"),
                promised,
                expected == null ? promised : expected,
                row.getInt("lead_time"),
                row.getString("assigned_to"),
                row.getString("assigned_name"),
                row.getString("supplier"),
                row.getString("exception"));
    }

    // ------------------------------------------------------------------------------------------------- views

    /** @throws Rejection NOT_FOUND, also when it is another agency's */
    OrderView view(OrderNumber number, Caller caller, LocalDate today) {
        OrderView view = views(List.of(number), caller, today).stream()
                .findFirst()
                .orElseThrow(() -> new Rejection(OrderReason.NOT_FOUND, number));
        caller.mustSee(view.organisation(), OrderReason.NOT_FOUND, number);
        return view;
    }

    /** The orders in the order of the numbers, whole: seven queries, however many there are. */
    List<OrderView> views(Collection<OrderNumber> numbers, Caller caller, LocalDate today) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<OrderNumber> in = List.copyOf(numbers);
        Map<String, List<OrderView.Line>> lines = lines(in);
        Map<String, List<OrderView.Upstream>> upstream = upstream(in);
        Map<String, List<OrderView.Step>> steps = steps(in);
        Map<String, List<OrderView.Message>> messages = messages(in);
        Map<String, List<OrderView.Decision>> decisions = decisions(in);
        boolean substitute = caller.organisation() != null
                && substitutedBy(caller.id(), caller.organisation(), today).isPresent();
        Map<String, OrderView> views = new LinkedHashMap<>();
        in.forEach(number -> views.put(number.value(), null));
        Rows.list(connection(), """
                        select o.*, a.name agency_name, p.name ordered_by_name, q.name approved_by_name, t.name assigned_name
                        from service_order o
                        join organisation a on a.orgnr = o.agency
                        join person p on p.person_id = o.ordered_by
                        left join person q on q.person_id = o.approved_by
                        left join person t on t.person_id = o.assigned_to
                        where o.number in (%s)
                        """.formatted(Rows.marks(in.size())), in, row -> {
                    String number = row.getString("number");
                    return view(
                            row,
                            lines.getOrDefault(number, List.of()),
                            upstream.getOrDefault(number, List.of()),
                            steps.getOrDefault(number, List.of()),
                            messages.getOrDefault(number, List.of()),
                            decisions.getOrDefault(number, List.of()),
                            caller,
                            substitute);
                })
                .forEach(view -> views.put(view.number().value(), view));
        return views.values().stream().filter(view -> view != null).toList();
    }

    private static OrderView view(
            ResultSet row,
            List<OrderView.Line> lines,
            List<OrderView.Upstream> upstream,
            List<OrderView.Step> steps,
            List<OrderView.Message> messages,
            List<OrderView.Decision> decisions,
            Caller caller,
            boolean substitute)
            throws SQLException {
        LocalDate promised = lines.stream()
                .filter(line -> !line.state().isEnd() || line.deliveredAt() != null)
                .map(OrderView.Line::promisedDate)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        LocalDate expected = Rows.date(row, "expected_date");
        OrgNumber agency = OrgNumber.of(row.getString("agency"));
        String orderedBy = row.getString("ordered_by");
        Instant askedAt = instant(row, "asked_at");
        Instant cancelRequestedAt = instant(row, "cancel_requested_at");
        List<String> actions = OrderActions.of(
                        agency,
                        orderedBy,
                        askedAt != null,
                        cancelRequestedAt != null,
                        lines.stream()
                                .map(line -> new OrderActions.Standing(line.state(), line.route()))
                                .toList(),
                        caller,
                        substitute)
                .stream()
                .map(OrderAction::code)
                .toList();
        return new OrderView(
                OrderNumber.of(row.getString("number")),
                row.getInt("version"),
                agency,
                row.getString("agency_name"),
                row.getString("agreement") == null ? null : AgreementNumber.of(row.getString("agreement")),
                row.getString("reference"),
                OrderState.valueOf(row.getString("state")),
                waiting(row),
                orderedBy,
                row.getString("ordered_by_name"),
                row.getString("approved_by"),
                row.getString("approved_by_name"),
                lines,
                estimate(row),
                promised,
                expected == null ? promised : expected,
                instant(row, "created_at"),
                instant(row, "submitted_at"),
                instant(row, "approved_at"),
                instant(row, "received_at"),
                instant(row, "delivered_at"),
                instant(row, "accepted_at"),
                instant(row, "rejected_at"),
                instant(row, "cancelled_at"),
                askedAt,
                cancelRequestedAt,
                instant(row, "escalated_at"),
                row.getString("assigned_to"),
                row.getString("assigned_name"),
                upstream,
                steps,
                messages,
                decisions,
                actions);
    }

    private Map<String, List<OrderView.Line>> lines(List<OrderNumber> numbers) {
        Map<Long, Map<String, String>> answers = new LinkedHashMap<>();
        Rows.list(
                connection(),
                """
                select w.order_item_id, w.question, w.value
                from order_answer w join order_item i on i.id = w.order_item_id
                where i.order_number in (%s) order by w.id
                """.formatted(Rows.marks(numbers.size())),
                numbers,
                row -> answers.computeIfAbsent(row.getLong(1), id -> new LinkedHashMap<>())
                        .put(row.getString(2), row.getString(3)));
        return grouped(
                """
                select i.*, o.approved_at, f.name_nb, f.name_nn, f.name_en, f.unit_nb, f.unit_nn, f.unit_en, f.service,
                       f.lead_time_working_days, s.name_nb service_nb, s.name_nn service_nn, s.name_en service_en,
                       d.role = 'SUPPLIER' upstream
                from order_item i
                join service_order o on o.number = i.order_number
                join offering f on f.code = i.offering
                join service s on s.code = f.service
                join organisation d on d.orgnr = s.delivered_by
                where i.order_number in (%s) order by i.order_number, i.position
                """,
                numbers,
                row -> new OrderView.Line(
                        row.getInt("position"),
                        row.getString("line") == null ? null : LineNumber.of(row.getString("line")),
                        ItemKind.valueOf(row.getString("kind")),
                        OfferingCode.of(row.getString("offering")),
                        Rows.text(row, "name"),
                        ServiceCode.of(row.getString("service")),
                        Rows.text(row, "service"),
                        Rows.text(row, "unit"),
                        row.getBigDecimal("quantity"),
                        Rows.date(row, "wanted_date"),
                        row.getBoolean("counts_for_lead_time"),
                        row.getInt("lead_time_working_days"),
                        OrderState.valueOf(row.getString("state")),
                        row.getString("route") == null ? null : OrderRoute.valueOf(row.getString("route")),
                        row.getBoolean("upstream"),
                        promised(row, instant(row, "approved_at"), row.getInt("lead_time_working_days")),
                        instant(row, "delivered_at"),
                        instant(row, "accepted_at"),
                        row.getString("exception"),
                        estimate(row),
                        answers.getOrDefault(row.getLong("id"), Map.of())));
    }

    private Map<String, List<OrderView.Upstream>> upstream(List<OrderNumber> numbers) {
        return grouped(
                """
                select i.order_number, i.position, u.*, s.name supplier_name
                from upstream_order u
                join order_item i on i.id = u.order_item_id
                join organisation s on s.orgnr = u.supplier
                where i.order_number in (%s) order by i.order_number, u.id
                """,
                numbers,
                row -> new OrderView.Upstream(
                        row.getInt("position"),
                        row.getString("number"),
                        OrgNumber.of(row.getString("supplier")),
                        row.getString("supplier_name"),
                        instant(row, "placed_at"),
                        instant(row, "confirmed_at"),
                        Rows.date(row, "promised_date"),
                        instant(row, "delivered_at"),
                        instant(row, "rejected_at"),
                        row.getString("supplier_state"),
                        row.getString("note")));
    }

    private Map<String, List<OrderView.Step>> steps(List<OrderNumber> numbers) {
        return grouped(
                "select * from order_step where order_number in (%s) order by order_number, at, id",
                numbers,
                row -> new OrderView.Step(
                        instant(row, "at"),
                        row.getString("by_person"),
                        row.getString("by_name"),
                        row.getString("by_key"),
                        row.getString("action"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getString("note"),
                        row.getObject("item_position", Integer.class)));
    }

    private Map<String, List<OrderView.Message>> messages(List<OrderNumber> numbers) {
        return grouped(
                """
                select m.*, o.name organisation_name from order_message m
                left join organisation o on o.orgnr = m.by_organisation
                where m.order_number in (%s) order by m.order_number, m.at, m.id
                """,
                numbers,
                row -> new OrderView.Message(
                        instant(row, "at"),
                        row.getString("by_person"),
                        row.getString("by_name"),
                        OrgNumber.of(row.getString("by_organisation")),
                        row.getString("organisation_name"),
                        row.getString("kind"),
                        row.getString("text")));
    }

    private Map<String, List<OrderView.Decision>> decisions(List<OrderNumber> numbers) {
        return grouped(
                "select * from order_approval where order_number in (%s) order by order_number, at, id",
                numbers,
                row -> new OrderView.Decision(
                        instant(row, "at"),
                        row.getString("by_person"),
                        row.getString("by_name"),
                        row.getString("on_behalf_of"),
                        row.getString("decision"),
                        money(row, "amount"),
                        money(row, "budget"),
                        row.getString("note")));
    }

    private record Keyed<T>(String number, T value) {}

    private <T> Map<String, List<T>> grouped(String sql, List<OrderNumber> numbers, Rows.Mapper<T> mapper) {
        return Rows.list(
                        connection(),
                        sql.formatted(Rows.marks(numbers.size())),
                        numbers,
                        row -> new Keyed<>(row.getString("order_number"), mapper.map(row)))
                .stream()
                .collect(Collectors.groupingBy(Keyed::number, Collectors.mapping(Keyed::value, Collectors.toList())));
    }

    private static WaitingFor waiting(ResultSet row) throws SQLException {
        String waiting = row.getString("waiting_for");
        return waiting == null ? null : WaitingFor.valueOf(waiting);
    }

    private static Estimate estimate(ResultSet row) throws SQLException {
        Money oneOff = money(row, "one_off");
        Money perYear = money(row, "per_year");
        return new Estimate(oneOff == null ? Money.ZERO : oneOff, perYear == null ? Money.ZERO : perYear);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : new Money(amount);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = row.getObject(column, Long.class);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
