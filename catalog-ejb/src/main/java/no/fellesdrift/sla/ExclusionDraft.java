package no.fellesdrift.sla;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A proposal to leave a time out of the figures of one agency.
 *
 * @param exclusion the key; null to have one made
 * @param offering null for all of the service
 * @param reason CUSTOMER_CAUSED, FORCE_MAJEURE
 */
public record ExclusionDraft(
        @Size(max = 100) String exclusion,
        @NotBlank String service,
        String offering,
        String agency,
        @NotNull Instant from,
        @NotNull Instant to,
        @NotBlank String reason,
        @Size(max = 1000) String summary) {}
