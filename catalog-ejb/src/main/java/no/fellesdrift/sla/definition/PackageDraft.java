package no.fellesdrift.sla.definition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A new package, empty or with the levels of another.
 *
 * @param copyOf a package or a ready-made one; absent for an empty package
 * @param validFrom when the copied levels begin; absent for an empty package
 */
public record PackageDraft(
        @NotBlank @Size(max = 30) @Pattern(regexp = "[A-Z0-9][A-Z0-9-]*")
        String code,

        @NotBlank @Size(max = 200) String nameNb,
        @NotBlank @Size(max = 200) String nameNn,
        @NotBlank @Size(max = 200) String nameEn,
        String copyOf,
        LocalDate validFrom) {}
