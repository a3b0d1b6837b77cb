package no.fellesdrift.sla.definition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Another package for an agreement line, from a day to come. */
public record LinePackageDraft(
        @NotBlank @Size(max = 40) String servicePackage,
        @NotNull LocalDate validFrom,
        @NotBlank @Size(max = 500) String reason) {}
