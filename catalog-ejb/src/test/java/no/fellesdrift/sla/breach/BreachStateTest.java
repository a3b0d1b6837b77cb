package no.fellesdrift.sla.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreachStateTest {

    /** Step, state and next state; everything that is not here is refused. */
    private static final String MATRIX = """
            ANALYSE OPEN -> ANALYSED
            ANALYSE ANALYSED -> ANALYSED
            ADD_ACTION ANALYSED -> ANALYSED
            ADD_ACTION PLAN_AGREED -> PLAN_AGREED
            AGREE ANALYSED -> PLAN_AGREED
            ACTION_DONE PLAN_AGREED -> PLAN_AGREED
            FINISH PLAN_AGREED -> DONE
            CLOSE DONE -> CLOSED
            CLOSE_WITHOUT_PLAN ANALYSED -> CLOSED
            HAND_OVER OPEN -> OPEN
            HAND_OVER ANALYSED -> ANALYSED
            HAND_OVER PLAN_AGREED -> PLAN_AGREED
            HAND_OVER DONE -> DONE
            COMMENT OPEN -> OPEN
            COMMENT ANALYSED -> ANALYSED
            COMMENT PLAN_AGREED -> PLAN_AGREED
            COMMENT DONE -> DONE
            COMMENT CLOSED -> CLOSED
            COMMENT VOID -> VOID
            RESULT_CHANGED OPEN -> OPEN
            RESULT_CHANGED ANALYSED -> ANALYSED
            RESULT_CHANGED PLAN_AGREED -> PLAN_AGREED
            RESULT_CHANGED DONE -> DONE
            RESULT_CHANGED CLOSED -> CLOSED
            FALL OPEN -> VOID
            FALL ANALYSED -> VOID
            FALL PLAN_AGREED -> VOID
            FALL DONE -> VOID
            FALL CLOSED -> VOID
            RETURN VOID -> OPEN
            """;

    @Test
    void every_step_from_every_state_is_as_the_table_says() {
        List<String> found = new ArrayList<>();
        for (BreachStep step : BreachStep.values()) {
            for (BreachState state : BreachState.values()) {
                state.after(step).ifPresent(to -> found.add(step + " " + state + " -> " + to));
            }
        }
        assertThat(found).containsExactlyInAnyOrder(MATRIX.strip().split("\n"));
    }
}
