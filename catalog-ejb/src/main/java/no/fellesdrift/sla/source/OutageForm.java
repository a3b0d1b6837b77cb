package no.fellesdrift.sla.source;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * An outage as a person tells it.
 *
 * @param offering null or blank for all of the service
 * @param agency null or blank for all agencies
 * @param endedAt null while it lasts
 * @param text what happened; every agency it touches may read it
 * @param reason why it is recorded or corrected by hand; kept in the history
 */
public record OutageForm(
        @NotBlank String service,
        String offering,
        String agency,
        @NotNull Instant startedAt,
        Instant endedAt,

        @NotBlank @Pattern(regexp = "PROVIDER|UPSTREAM|CUSTOMER")
        String causedBy,

        @NotBlank @Pattern(regexp = "FULL|DEGRADED") String impact,
        @NotBlank @Size(max = 1000) String text,
        @NotBlank @Size(max = 400) String reason) {}
