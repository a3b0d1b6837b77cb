package no.fellesdrift.exchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.WorkingDays;

/**
 * A line of the order history is an order with one item, its upstream order and its steps. Who at the provider took a
 * step is not in the file; those steps carry the provider's name.
 */
final class OrderHistory {

    private static final Set<String> ROUTED =
            Set.of("ROUTED", "PLACED_UPSTREAM", "CONFIRMED_UPSTREAM", "DELIVERED", "ACCEPTED");

    private OrderHistory() {}

    static void store(List<Row> rows, Store store) throws SQLException {
        Map<String, String> agreements = store.pairs("agreement_line", "line", "agreement");
        Map<String, String> suppliers = store.supplierByOffering();
        Map<String, String> names = store.pairs("person", "person_id", "name");
        String provider = store.provider();

        store.insert(
                "service_order",
                true,
                rows.stream()
                        .map(row -> order(row, agreements.get(row.text("line"))))
                        .toList());
        List<Long> items = store.insert(
                "order_item", true, rows.stream().map(OrderHistory::item).toList());
        List<Map<String, Object>> upstream = new ArrayList<>();
        List<Map<String, Object>> steps = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.has("upstream_placed_at")) {
                upstream.add(upstream(row, items.get(i), suppliers.get(row.text("offering"))));
            }
            new Steps(row, names, provider, steps).all();
        }
        store.insert("upstream_order", true, upstream);
        store.insert("order_step", true, steps);
    }

    /**
     * Gives orders that were approved elsewhere the promise that they would have got here: the lead time in working days
     * from approval. Without it they could never be late.
     */
    static void promise(Connection connection) {
        WorkingDays days = WorkingDays.of(connection);
        if (days.isEmpty()) {
            return;
        }
        record Promised(long item, Instant approvedAt, int leadTime) {}
        List<Promised> promised = Rows.list(
                connection,
                """
                select i.id, o.approved_at, f.lead_time_working_days
                from order_item i
                join service_order o on o.number = i.order_number
                join offering f on f.code = i.offering
                where o.approved_at is not null and i.promised_date is null and o.state not in ('REJECTED', 'CANCELLED')
                """,
                List.of(),
                row -> new Promised(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getInt(3)));
        promised.forEach(item -> Rows.update(
                connection,
                "update order_item set promised_date = ? where id = ?",
                List.of(days.after(item.approvedAt(), item.leadTime()), item.item())));
        Rows.update(connection, """
                update service_order o set o.promised_date =
                  (select max(i.promised_date) from order_item i where i.order_number = o.number)
                where o.promised_date is null
                """, List.of());
    }

    private static Map<String, Object> order(Row row, String agreement) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("number", row.get("order"));
        order.put("agency", row.get("agency"));
        order.put("agreement", agreement);
        order.put("ordered_by", row.get("ordered_by"));
        order.put("approved_by", row.get("approved_by"));
        order.put("state", row.get("state"));
        order.put("waiting_for", waitingFor(row.text("state")));
        order.put("created_at", row.get("submitted_at"));
        for (String at : List.of(
                "submitted_at",
                "approved_at",
                "rejected_at",
                "received_at",
                "delivered_at",
                "accepted_at",
                "cancelled_at")) {
            order.put(at, row.get(at));
        }
        return order;
    }

    private static String waitingFor(String state) {
        return switch (state) {
            case "SUBMITTED" -> "APPROVER";
            case "APPROVED", "RECEIVED", "ROUTED" -> "ORDER_DESK";
            case "PLACED_UPSTREAM", "CONFIRMED_UPSTREAM" -> "SUPPLIER";
            case "DELIVERED" -> "CUSTOMER";
            default -> null;
        };
    }

    private static Map<String, Object> item(Row row) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("order_number", row.get("order"));
        item.put("position", 1);
        item.put("offering", row.get("offering"));
        item.put("line", row.get("line"));
        item.put("kind", row.get("kind"));
        item.put("quantity", row.get("quantity"));
        item.put("counts_for_lead_time", row.get("counts_for_lead_time"));
        item.put("state", row.get("state"));
        item.put("route", ROUTED.contains(row.text("state")) ? row.get("route") : null);
        item.put("delivered_at", row.get("delivered_at"));
        item.put("accepted_at", row.get("accepted_at"));
        return item;
    }

    private static Map<String, Object> upstream(Row row, long item, String supplier) {
        Map<String, Object> upstream = new LinkedHashMap<>();
        upstream.put("order_item_id", item);
        upstream.put("number", row.get("upstream_order"));
        upstream.put("supplier", supplier);
        upstream.put("placed_at", row.get("upstream_placed_at"));
        upstream.put("confirmed_at", row.get("upstream_confirmed_at"));
        upstream.put("delivered_at", row.get("upstream_delivered_at"));
        return upstream;
    }

    /** Writes the steps of one order in the order in which they were taken. */
    private static final class Steps {
        private final Row row;
        private final Map<String, String> names;
        private final String provider;
        private final List<Map<String, Object>> steps;
        private String state = "DRAFT";

        Steps(Row row, Map<String, String> names, String provider, List<Map<String, Object>> steps) {
            this.row = row;
            this.names = names;
            this.provider = provider;
            this.steps = steps;
        }

        void all() {
            step("submitted_at", "ordered_by", "SUBMIT", "SUBMITTED");
            step("approved_at", "approved_by", "APPROVE", "APPROVED");
            step("received_at", null, "RECEIVE", "RECEIVED");
            if (ROUTED.contains(row.text("state"))) {
                step("received_at", null, "ROUTE", "ROUTED");
            }
            step("upstream_placed_at", null, "PLACE_UPSTREAM", "PLACED_UPSTREAM");
            step("upstream_confirmed_at", null, "CONFIRM_UPSTREAM", "CONFIRMED_UPSTREAM");
            step("delivered_at", null, "DELIVER", "DELIVERED");
            step("accepted_at", "ordered_by", "ACCEPT", "ACCEPTED");
            step("rejected_at", row.has("approved_at") ? null : "approved_by", "DECLINE", "REJECTED");
            step("cancelled_at", "ordered_by", "CANCEL", "CANCELLED");
        }

        private void step(String at, String who, String action, String to) {
            Instant instant = row.instant(at);
            if (instant == null) {
                return;
            }
            String person = who == null ? null : row.text(who);
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("order_number", row.get("order"));
            step.put("item_position", 1);
            step.put("at", instant);
            step.put("by_person", person == null ? "import" : person);
            step.put("by_name", person == null ? provider : names.getOrDefault(person, person));
            step.put("action", action.toLowerCase(Locale.ROOT).replace('_', '-'));
            step.put("from_state", state);
            step.put("to_state", to);
            steps.add(step);
            state = to;
        }
    }
}
