package no.fellesdrift.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * A colleague who is to approve while the caller is away.
 *
 * @param substitute the colleague's id
 * @param validTo exclusive
 */
public record SubstituteDraft(
        @NotBlank String substitute,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validTo) {}
