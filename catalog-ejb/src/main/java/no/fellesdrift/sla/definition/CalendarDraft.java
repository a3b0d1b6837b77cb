package no.fellesdrift.sla.definition;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;

/**
 * A new calendar, or the next version of one.
 *
 * @param code of a new calendar; left out for a version
 * @param nameNb left out in a version it keeps its names
 * @param calendar {@code {tz, weekly, holidays, holidays_recurring, overrides, overrides_recurring, breaks}}, as single
 *     computations take it
 */
public record CalendarDraft(
        @Size(max = 40) @Pattern(regexp = "[A-Z0-9][A-Z0-9-]*")
        String code,

        @Size(max = 200) String nameNb,
        @Size(max = 200) String nameNn,
        @Size(max = 200) String nameEn,
        @NotNull LocalDate validFrom,
        @NotNull Map<String, Object> calendar) {}
