package no.fellesdrift.sla.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A way to settle a dispute.
 *
 * @param evidence where it can be seen: a case, a log, a message
 * @param exclusion the key of an exclusion that is approved with the proposal; null when there is none
 */
public record SettlementDraft(
        @NotNull LineOutcome outcome,
        @NotBlank @Size(max = 2000) String reason,
        @Size(max = 2000) String evidence,
        @Size(max = 100) String exclusion) {}
