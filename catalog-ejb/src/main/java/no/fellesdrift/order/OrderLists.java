package no.fellesdrift.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;

/** Lists of orders: one query a page, however many there are. */
class OrderLists extends OrderRows {

    /** What a list can be sorted by, and the column. */
    private static final Map<String, String> SORTS = Map.of(
            "number", "o.number",
            "organisation", "a.name",
            "state", "o.state",
            "submittedAt", "o.submitted_at",
            "promisedDate", "o.promised_date",
            "expectedDate", "o.expected_date",
            "waitingFor", "o.waiting_for");

    private static final String SELECT = """
            select o.number, o.agency, a.name agency_name, o.state, o.waiting_for, o.ordered_by, p.name ordered_by_name,
                   o.reference, f.name_nb, f.name_nn, f.name_en, f.unit_nb, f.unit_nn, f.unit_en, i.kind, i.quantity,
                   o.created_at, o.submitted_at, o.approved_at, o.received_at, o.delivered_at,
                   o.escalated_at, o.promised_date, o.expected_date, o.assigned_to, t.name assigned_name,
                   (select count(*) from order_item n where n.order_number = o.number) line_count,
                   (select max(m.lead_time_working_days) from order_item n join offering m on m.code = n.offering
                    where n.order_number = o.number) lead_time,
                   (select min(n.exception) from order_item n where n.order_number = o.number) exception,
                   case when o.state in ('PLACED_UPSTREAM', 'CONFIRMED_UPSTREAM') then
                     (select max(s.name) from upstream_order u join order_item n on n.id = u.order_item_id
                      join organisation s on s.orgnr = u.supplier
                      where n.order_number = o.number and u.rejected_at is null) end supplier
            from service_order o
            join organisation a on a.orgnr = o.agency
            join person p on p.person_id = o.ordered_by
            left join person t on t.person_id = o.assigned_to
            join order_item i on i.order_number = o.number and i.position = 1
            join offering f on f.code = i.offering
            """;

    /** A row of a page before it is read, with how many rows there are in all. */
    private record Found(String number, long total) {}

    /**
     * The page's numbers are found first and the rest is read for them alone: what a row shows takes joins and counts
     * that a hundred thousand orders would pay for, of which twenty-five are shown.
     *
     * @param today what is late is judged by it
     */
    Paged<OrderLine> page(OrderFilter filter, Optional<OrgNumber> agency, PageRequest page, LocalDate today) {
        List<Object> parameters = new ArrayList<>();
        String select = numbers(filter, agency, page.sort(), today, parameters);
        parameters.add(page.size());
        parameters.add(page.offset());
        List<Found> found = Rows.list(
                connection(),
                select + " limit ? offset ?",
                parameters,
                row -> new Found(row.getString("number"), row.getLong("total")));
        long total = !found.isEmpty() ? found.get(0).total() : page.page() == 0 ? 0 : count(filter, agency, today);
        return Paged.of(lines(found.stream().map(Found::number).toList()), page, total);
    }

    /** What a list shows of each, in their order. */
    private List<OrderLine> lines(List<String> numbers) {
        Map<String, OrderLine> lines = new HashMap<>();
        Rows.list(connection(), SELECT + " where o.number in (" + Rows.marks(numbers.size()) + ")", numbers, this::line)
                .forEach(line -> lines.put(line.number().value(), line));
        return numbers.stream().map(lines::get).toList();
    }

    /**
     * Orders that have a text, looked for no further than so many.
     *
     * @param numbers newest first: all of them, or the newest of those that are too many
     * @param total one more than were to be counted stands for all that are not counted
     */
    private record Matching(List<String> numbers, int total) {}

    /** The newest orders that have the filter's text, and how many there are, counted no further than is asked. */
    Paged<OrderLine> newest(OrderFilter filter, Optional<OrgNumber> agency, LocalDate today, int size, int counted) {
        Matching matching = matching(filter, agency, today, size, counted);
        return Paged.of(
                lines(matching.numbers().stream().limit(size).toList()), PageRequest.first(size), matching.total());
    }

    /** A page of the orders that have the filter's text; of those that are more than are counted, of the newest. */
    Paged<OrderLine> found(
            OrderFilter filter, Optional<OrgNumber> agency, PageRequest page, LocalDate today, int counted) {
        Matching matching = matching(filter, agency, today, counted, counted);
        List<String> ordered = page.sort().isEmpty() ? matching.numbers() : sorted(matching.numbers(), page.sort());
        return Paged.of(
                lines(ordered.stream().skip(page.offset()).limit(page.size()).toList()), page, matching.total());
    }

    private List<String> sorted(List<String> numbers, List<String> sort) {
        return numbers(
                "select o.number from service_order o join organisation a on a.orgnr = o.agency where o.number in ("
                        + Rows.marks(numbers.size()) + ") order by " + order(sort),
                numbers);
    }

    /**
     * Where the orders' own text has it so often that it need not be looked through to its end, the newest are found by
     * going through the orders from the newest back, which is not far then. What they are for may have it in old orders
     * only: those are put in order instead.
     */
    private Matching matching(OrderFilter filter, Optional<OrgNumber> agency, LocalDate today, int size, int counted) {
        int most = counted + 1;
        List<Object> parameters = new ArrayList<>();
        List<String> own = numbers(own(filter, agency, today, parameters) + " limit " + most, parameters);
        if (own.size() == most) {
            return new Matching(back(filter, agency, today, size), most);
        }
        parameters.clear();
        SortedSet<String> all = new TreeSet<>(Comparator.reverseOrder());
        all.addAll(own);
        all.addAll(numbers(
                "select n.number from (" + offered(filter, agency, today, parameters) + " union "
                        + onLine(filter, agency, today, parameters) + ") n order by n.number desc limit " + most,
                parameters));
        return new Matching(all.stream().limit(counted).toList(), Math.min(all.size(), most));
    }

    private List<String> numbers(String select, List<?> parameters) {
        return Rows.list(connection(), select, parameters, row -> row.getString(1));
    }

    private List<String> back(OrderFilter filter, Optional<OrgNumber> agency, LocalDate today, int size) {
        List<Object> parameters = new ArrayList<>();
        String like = like(filter);
        String small = like.toLowerCase(Locale.ROOT);
        String where = where(filter, agency, today, parameters);
        parameters.addAll(List.of(small, small, small, like.toUpperCase(Locale.ROOT), size));
        return numbers("select o.number from service_order o" + where + """
                         and (o.search like ? escape '!' or exists (
                            select 1 from order_item x join offering y on y.code = x.offering
                            where x.order_number = o.number and (y.search_names like ? escape '!'
                              or exists (select 1 from service z
                                where z.code = y.service and z.search_names like ? escape '!')
                              or x.line like ? escape '!')))
                        order by o.number desc limit ?
                        """, parameters);
    }

    /** Numbers in order, each with the total: counted apart where an index gives the order, and meanwhile where it is searched. */
    private String numbers(
            OrderFilter filter,
            Optional<OrgNumber> agency,
            List<String> sort,
            LocalDate today,
            List<Object> parameters) {
        String order = " order by " + order(sort);
        if (filter.q().isEmpty()) {
            long total = count(filter, agency, today);
            return "select o.number, " + total + " total from service_order o"
                    + " join organisation a on a.orgnr = o.agency" + where(filter, agency, today, parameters) + order;
        }
        String hits = hits(filter, agency, today, parameters);
        return sort.isEmpty()
                ? "select n.number, count(*) over () total from (" + hits + ") n order by n.number desc"
                : "select o.number, count(*) over () total from (" + hits + ") n"
                        + " join service_order o on o.number = n.number join organisation a on a.orgnr = o.agency"
                        + order;
    }

    /** All of them one by one, as the database hands them out. */
    void forEach(
            OrderFilter filter,
            Optional<OrgNumber> agency,
            List<String> sort,
            LocalDate today,
            Consumer<OrderLine> each) {
        List<Object> parameters = new ArrayList<>();
        String where = filter.q().isEmpty()
                ? where(filter, agency, today, parameters)
                : " where o.number in (select n.number from (" + hits(filter, agency, today, parameters) + ") n)";
        // reads the calendar now: a second statement would make the driver fetch all that is left of the first
        officeDays.isWorkingDay(today);
        Rows.forEach(connection(), SELECT + where + " order by " + order(sort), parameters, this::line, each);
    }

    long count(OrderFilter filter, Optional<OrgNumber> agency, LocalDate today) {
        List<Object> parameters = new ArrayList<>();
        String from = filter.q().isEmpty()
                ? "service_order o" + where(filter, agency, today, parameters)
                : "(" + hits(filter, agency, today, parameters) + ") n";
        return Rows.first(connection(), "select count(*) from " + from, parameters, row -> row.getLong(1))
                .orElse(0L);
    }

    /**
     * The numbers of the orders that have the text, each once: in their own number or reference, in the name of what
     * they are for, or in the line they concern. Each part goes through an index of its own; one condition with "or"
     * between them would look every order up in the others' result. The few that match come first in the joins: the
     * database would begin with all orders of an agency.
     */
    private static String hits(
            OrderFilter filter, Optional<OrgNumber> agency, LocalDate today, List<Object> parameters) {
        return own(filter, agency, today, parameters)
                + " union " + offered(filter, agency, today, parameters)
                + " union " + onLine(filter, agency, today, parameters);
    }

    private static String own(
            OrderFilter filter, Optional<OrgNumber> agency, LocalDate today, List<Object> parameters) {
        String own = "select o.number from service_order o" + where(filter, agency, today, parameters)
                + " and o.search like ? escape '!'";
        parameters.add(like(filter).toLowerCase(Locale.ROOT));
        return own;
    }

    /** By what they are for. */
    private static String offered(
            OrderFilter filter, Optional<OrgNumber> agency, LocalDate today, List<Object> parameters) {
        String small = like(filter).toLowerCase(Locale.ROOT);
        String offered = """
                select distinct straight_join o.number from offering y join order_item x on x.offering = y.code
                join service_order o on o.number = x.order_number
                """ + where(filter, agency, today, parameters) + """
                 and (y.search_names like ? escape '!'
                   or y.service in (select z.code from service z where z.search_names like ? escape '!'))
                """;
        parameters.add(small);
        parameters.add(small);
        return offered;
    }

    /** By the line that they concern. */
    private static String onLine(
            OrderFilter filter, Optional<OrgNumber> agency, LocalDate today, List<Object> parameters) {
        String line = """
                select distinct straight_join o.number from agreement_line l join order_item x on x.line = l.line
                join service_order o on o.number = x.order_number
                """ + where(filter, agency, today, parameters) + " and l.line like ? escape '!'";
        parameters.add(like(filter).toUpperCase(Locale.ROOT));
        return line;
    }

    private static String like(OrderFilter filter) {
        String text = filter.q().orElseThrow();
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** All but the text; see {@link #hits}. */
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
                    .append(" and o.state not in ('REJECTED', 'CANCELLED')")
                    .append(" and (o.promised_date < ? or o.expected_date > o.promised_date)");
            parameters.add(today);
        }
        if (filter.silent()) {
            where.append(" and o.state = 'SUBMITTED' and o.escalated_at is not null");
        }
        return where.toString();
    }

    private static String order(List<String> sort) {
        if (sort.isEmpty()) {
            return "o.number desc";
        }
        return sort.stream()
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
                instant(row, "escalated_at"),
                promised,
                expected == null ? promised : expected,
                row.getInt("lead_time"),
                row.getString("assigned_to"),
                row.getString("assigned_name"),
                row.getString("supplier"),
                row.getString("exception"));
    }
}
