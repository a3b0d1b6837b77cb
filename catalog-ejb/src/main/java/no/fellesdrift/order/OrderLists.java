package no.fellesdrift.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * The page's numbers are found first and the rest is read for them alone: what a row shows takes joins and counts
     * that a hundred thousand orders would pay for, of which twenty-five are shown.
     *
     * @param today what is late is judged by it
     */
    Paged<OrderLine> page(OrderFilter filter, Optional<OrgNumber> agency, PageRequest page, LocalDate today) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, agency, today, parameters);
        String order = order(page.sort());
        long total = count(where, parameters);
        parameters.add(page.size());
        parameters.add(page.offset());
        List<String> numbers = total <= page.offset()
                ? List.of()
                : Rows.list(
                        connection(),
                        "select o.number from service_order o join organisation a on a.orgnr = o.agency" + where
                                + " order by " + order + " limit ? offset ?",
                        parameters,
                        row -> row.getString(1));
        Map<String, OrderLine> lines = new HashMap<>();
        Rows.list(connection(), SELECT + " where o.number in (" + Rows.marks(numbers.size()) + ")", numbers, this::line)
                .forEach(line -> lines.put(line.number().value(), line));
        return Paged.of(numbers.stream().map(lines::get).toList(), page, total);
    }

    /** All of them one by one, as the database hands them out. */
    void forEach(
            OrderFilter filter,
            Optional<OrgNumber> agency,
            List<String> sort,
            LocalDate today,
            Consumer<OrderLine> each) {
        List<Object> parameters = new ArrayList<>();
        String sql = SELECT + where(filter, agency, today, parameters) + " order by " + order(sort);
        // reads the calendar now: a second statement would make the driver fetch all that is left of the first
        officeDays.isWorkingDay(today);
        Rows.forEach(connection(), sql, parameters, this::line, each);
    }

    long count(OrderFilter filter, Optional<OrgNumber> agency, LocalDate today) {
        List<Object> parameters = new ArrayList<>();
        return count(where(filter, agency, today, parameters), parameters);
    }

    private long count(String where, List<Object> parameters) {
        return Rows.first(
                        connection(), "select count(*) from service_order o" + where, parameters, row -> row.getLong(1))
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
                    .append(" and o.state not in ('REJECTED', 'CANCELLED')")
                    .append(" and (o.promised_date < ? or o.expected_date > o.promised_date)");
            parameters.add(today);
        }
        if (filter.silent()) {
            where.append(" and o.state = 'SUBMITTED' and o.escalated_at is not null");
        }
        filter.q().ifPresent(text -> {
            String like = "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
            where.append("""
                     and (o.number like ? escape '!' or o.reference like ? escape '!' or o.number in (
                       select x.order_number from order_item x where x.offering in (
                         select y.code from offering y join service z on z.code = y.service
                         where y.code like ? escape '!'
                           or y.name_nb like ? escape '!' or y.name_nn like ? escape '!' or y.name_en like ? escape '!'
                           or z.name_nb like ? escape '!' or z.name_nn like ? escape '!' or z.name_en like ? escape '!'))
                     or o.number in (select x.order_number from order_item x where x.line like ? escape '!'))
                    """);
            for (int i = 0; i < 10; i++) {
                parameters.add(like);
            }
        });
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
