package no.fellesdrift.sla.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReportStateTest {

    @Test
    void every_action_in_every_state_leads_here_or_is_refused() {
        List<String> table = Arrays.stream(ReportState.values())
                .map(state -> state + ": "
                        + Arrays.stream(ReportAction.values())
                                .flatMap(action -> state.step(action).stream())
                                .map(step -> step.action().code() + " by " + step.side()
                                        + (step.to() == null ? "" : " to " + step.to()))
                                .collect(Collectors.joining(", ")))
                .toList();
        assertThat(table)
                .containsExactly(
                        "DRAFT: refresh by MANAGER, remark by MANAGER, submit by MANAGER to IN_REVIEW",
                        "IN_REVIEW: return by REVIEWER to DRAFT, approve by REVIEWER, publish by MANAGER to PUBLISHED",
                        "PUBLISHED: acknowledge by AGENCY to ACKNOWLEDGED, dispute by AGENCY to DISPUTED,"
                                + " lapse by SYSTEM",
                        "ACKNOWLEDGED: freeze by MANAGER to FROZEN",
                        "DISPUTED: acknowledge by AGENCY, dispute by AGENCY to DISPUTED, propose by EITHER,"
                                + " accept by EITHER, decline by EITHER, withdraw by AGENCY, lapse by SYSTEM,"
                                + " freeze by MANAGER to FROZEN",
                        "FROZEN: ");
    }
}
