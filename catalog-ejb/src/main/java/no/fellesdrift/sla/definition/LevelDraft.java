package no.fellesdrift.sla.definition;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;

/**
 * A new level, or the next version of one.
 *
 * @param level code of a new level; left out for a version
 * @param servicePackage that a new level belongs to; left out for a version
 * @param choices by name, {@code targetPercent}, {@code calendar}, …; a version keeps those that are left out, and null
 *     takes one away
 */
public record LevelDraft(
        @Size(max = 40) @Pattern(regexp = "[A-Z0-9][A-Z0-9-]*")
        String level,

        @Size(max = 40) String servicePackage,
        @NotNull LocalDate validFrom,
        @NotNull Map<String, Object> choices) {}
