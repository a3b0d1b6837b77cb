package no.fellesdrift.sla.breach;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An action of an improvement plan.
 *
 * @param responsible a person of the provider, by id
 */
public record ActionDraft(
        @NotBlank @Size(max = 1000) String what,
        @NotBlank String responsible,
        @NotNull LocalDate due) {}
