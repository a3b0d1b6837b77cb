package no.fellesdrift.sla.source;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Work to be announced.
 *
 * @param offering null or blank for all of the service
 * @param agency null or blank for all agencies
 * @param from whole seconds
 * @param interrupts whether the service is down meanwhile
 * @param performedBy PROVIDER, UPSTREAM or CUSTOMER
 */
public record WindowDraft(
        @NotBlank String service,
        String offering,
        String agency,
        @NotNull Instant from,
        @NotNull Instant to,
        @NotNull Boolean interrupts,

        @NotBlank @Pattern(regexp = "PROVIDER|UPSTREAM|CUSTOMER")
        String performedBy,

        @NotBlank @Size(max = 1000) String text) {}
