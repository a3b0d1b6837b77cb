package no.fellesdrift.charge.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimStateTest {

    @Test
    void every_step_from_every_state_is_as_the_table_says() {
        List<String> found = new ArrayList<>();
        for (ClaimState.Step step : ClaimState.Step.values()) {
            for (ClaimState state : ClaimState.values()) {
                state.after(step).ifPresent(to -> found.add(step + " " + state + " -> " + to));
            }
        }
        assertThat(found)
                .containsExactly(
                        "COLLECT DRAFT -> DRAFT",
                        "SEND DRAFT -> SENT",
                        "ACCEPT SENT -> ACCEPTED",
                        "REJECT SENT -> REJECTED",
                        "SETTLE ACCEPTED -> SETTLED");
    }
}
