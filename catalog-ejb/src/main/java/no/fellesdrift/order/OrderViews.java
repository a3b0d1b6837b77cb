package no.fellesdrift.order;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;

/** Orders with everything that happened to them. */
class OrderViews extends OrderRows {

    @Inject
    ApprovalSubstitutes substitutes;

    /** @throws Rejection NOT_FOUND, also when it is another agency's */
    OrderView one(OrderNumber number, Caller caller, LocalDate today) {
        OrderView view = all(List.of(number), caller, today).stream()
                .findFirst()
                .orElseThrow(() -> new Rejection(OrderReason.NOT_FOUND, number));
        caller.mustSee(view.organisation(), OrderReason.NOT_FOUND, number);
        return view;
    }

    /** The orders in the order of the numbers, whole: seven queries, however many there are. */
    List<OrderView> all(Collection<OrderNumber> numbers, Caller caller, LocalDate today) {
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
                && substitutes
                        .substitutedBy(caller.id(), caller.organisation(), today)
                        .isPresent();
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
}
