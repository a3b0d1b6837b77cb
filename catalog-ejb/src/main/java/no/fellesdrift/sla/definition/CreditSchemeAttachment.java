package no.fellesdrift.sla.definition;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * From a day to come a scheme says what a missed level gives.
 *
 * @param level the one level; left out for a package
 * @param servicePackage all levels of it that the scheme can be reckoned from; left out for a level
 */
public record CreditSchemeAttachment(
        @Size(max = 40) String level,
        @Size(max = 40) String servicePackage,
        @NotNull LocalDate validFrom) {}
