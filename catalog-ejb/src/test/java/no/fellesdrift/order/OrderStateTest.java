package no.fellesdrift.order;

import static no.fellesdrift.order.OrderState.ACCEPTED;
import static no.fellesdrift.order.OrderState.APPROVED;
import static no.fellesdrift.order.OrderState.CANCELLED;
import static no.fellesdrift.order.OrderState.DELIVERED;
import static no.fellesdrift.order.OrderState.RECEIVED;
import static no.fellesdrift.order.OrderState.REJECTED;
import static no.fellesdrift.order.OrderState.ROUTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.fellesdrift.kernel.Role;
import org.junit.jupiter.api.Test;

class OrderStateTest {

    /** Action, state and route to the next state and the role that may; everything that is not here is refused. */
    private static final String MATRIX = """
            submit           DRAFT                       -> SUBMITTED          ORDERER
            approve          SUBMITTED                   -> APPROVED           APPROVER
            decline          SUBMITTED                   -> REJECTED           APPROVER
            decline          APPROVED                    -> REJECTED           ORDER_DESK
            decline          RECEIVED                    -> REJECTED           ORDER_DESK
            receive          APPROVED                    -> RECEIVED           ORDER_DESK
            ask              DRAFT                       -> DRAFT              ORDER_DESK
            ask              SUBMITTED                   -> SUBMITTED          ORDER_DESK
            ask              APPROVED                    -> APPROVED           ORDER_DESK
            ask              RECEIVED                    -> RECEIVED           ORDER_DESK
            ask              ROUTED                      -> ROUTED             ORDER_DESK
            ask              PLACED_UPSTREAM             -> PLACED_UPSTREAM    ORDER_DESK
            ask              CONFIRMED_UPSTREAM          -> CONFIRMED_UPSTREAM ORDER_DESK
            answer           DRAFT                       -> DRAFT              ORDERER
            answer           SUBMITTED                   -> SUBMITTED          ORDERER
            answer           APPROVED                    -> APPROVED           ORDERER
            answer           RECEIVED                    -> RECEIVED           ORDERER
            answer           ROUTED                      -> ROUTED             ORDERER
            answer           PLACED_UPSTREAM             -> PLACED_UPSTREAM    ORDERER
            answer           CONFIRMED_UPSTREAM          -> CONFIRMED_UPSTREAM ORDERER
            route            RECEIVED                    -> ROUTED             ORDER_DESK
            place-upstream   ROUTED             UPSTREAM -> PLACED_UPSTREAM    ORDER_DESK
            confirm-upstream PLACED_UPSTREAM             -> CONFIRMED_UPSTREAM ORDER_DESK
            confirm-upstream CONFIRMED_UPSTREAM          -> CONFIRMED_UPSTREAM ORDER_DESK
            promise          PLACED_UPSTREAM             -> CONFIRMED_UPSTREAM ORDER_DESK
            promise          CONFIRMED_UPSTREAM          -> CONFIRMED_UPSTREAM ORDER_DESK
            report-upstream  PLACED_UPSTREAM             -> PLACED_UPSTREAM    ORDER_DESK
            report-upstream  CONFIRMED_UPSTREAM          -> CONFIRMED_UPSTREAM ORDER_DESK
            reject-upstream  PLACED_UPSTREAM             -> RECEIVED           ORDER_DESK
            reject-upstream  CONFIRMED_UPSTREAM          -> RECEIVED           ORDER_DESK
            deliver          ROUTED             INTERNAL -> DELIVERED          ORDER_DESK
            deliver          CONFIRMED_UPSTREAM          -> DELIVERED          ORDER_DESK
            accept           DELIVERED                   -> ACCEPTED           ORDERER
            cancel           DRAFT                       -> CANCELLED          ORDERER
            cancel           SUBMITTED                   -> CANCELLED          ORDERER
            cancel           APPROVED                    -> CANCELLED          ORDERER
            cancel           RECEIVED                    -> CANCELLED          ORDERER
            request-cancel   ROUTED                      -> ROUTED             ORDERER
            request-cancel   PLACED_UPSTREAM             -> PLACED_UPSTREAM    ORDERER
            request-cancel   CONFIRMED_UPSTREAM          -> CONFIRMED_UPSTREAM ORDERER
            grant-cancel     ROUTED                      -> CANCELLED          ORDER_DESK
            grant-cancel     PLACED_UPSTREAM             -> CANCELLED          ORDER_DESK
            grant-cancel     CONFIRMED_UPSTREAM          -> CANCELLED          ORDER_DESK
            refuse-cancel    ROUTED                      -> ROUTED             ORDER_DESK
            refuse-cancel    PLACED_UPSTREAM             -> PLACED_UPSTREAM    ORDER_DESK
            refuse-cancel    CONFIRMED_UPSTREAM          -> CONFIRMED_UPSTREAM ORDER_DESK
            """;

    private record Cell(OrderAction action, OrderState state, OrderRoute route) {}

    private record Outcome(OrderState to, Role role) {}

    @Test
    void every_action_in_every_state_on_every_route_does_what_the_table_says_and_nothing_else() {
        Map<String, Outcome> expected = expected();
        List<String> wrong = new ArrayList<>();
        for (OrderAction action : OrderAction.values()) {
            for (OrderState state : OrderState.values()) {
                for (OrderRoute route : new OrderRoute[] {null, OrderRoute.INTERNAL, OrderRoute.UPSTREAM}) {
                    Cell cell = new Cell(action, state, route);
                    Outcome actual = state.step(action, route)
                            .map(step -> new Outcome(state.after(action, route).orElseThrow(), step.role()))
                            .orElse(null);
                    if (!Objects.equals(actual, expected.get(cell.toString()))) {
                        wrong.add(cell + " gives " + actual + ", not " + expected.get(cell.toString()));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Map<String, Outcome> expected() {
        Map<String, Outcome> cells = new TreeMap<>();
        for (String row : MATRIX.lines().toList()) {
            List<String> left = words(row.substring(0, row.indexOf("->")));
            List<String> right = words(row.substring(row.indexOf("->") + 2));
            Outcome outcome = new Outcome(OrderState.valueOf(right.get(0)), Role.valueOf(right.get(1)));
            OrderAction action = OrderAction.of(left.get(0)).orElseThrow();
            List<OrderRoute> routes = new ArrayList<>();
            if (left.size() == 3) {
                routes.add(OrderRoute.valueOf(left.get(2)));
            } else {
                routes.add(null);
                routes.addAll(List.of(OrderRoute.values()));
            }
            for (OrderRoute route : routes) {
                cells.put(new Cell(action, OrderState.valueOf(left.get(1)), route).toString(), outcome);
            }
        }
        return cells;
    }

    private static List<String> words(String text) {
        return Pattern.compile(" +").splitAsStream(text.trim()).toList();
    }

    @Test
    void an_order_stands_where_its_least_advanced_line_stands() {
        assertThat(OrderState.of(List.of(DELIVERED, ROUTED, ACCEPTED))).isEqualTo(ROUTED);
    }

    @Test
    void a_cancelled_line_does_not_hold_the_order_back() {
        assertThat(OrderState.of(List.of(CANCELLED, DELIVERED))).isEqualTo(DELIVERED);
        assertThat(OrderState.of(List.of(CANCELLED, CANCELLED))).isEqualTo(CANCELLED);
    }

    @Test
    void a_rejected_line_does_not_hold_the_order_back_either() {
        assertThat(OrderState.of(List.of(REJECTED, RECEIVED))).isEqualTo(RECEIVED);
        assertThat(OrderState.of(List.of(REJECTED, CANCELLED))).isEqualTo(REJECTED);
    }

    @Test
    void an_order_that_was_approved_has_not_ended() {
        assertThat(APPROVED.isEnd()).isFalse();
        assertThat(ACCEPTED.isEnd()).isTrue();
    }
}
