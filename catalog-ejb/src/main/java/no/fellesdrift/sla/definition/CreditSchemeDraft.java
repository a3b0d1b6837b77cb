package no.fellesdrift.sla.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A new credit scheme, or the next version of one; a version is written whole.
 *
 * @param scheme code of a new scheme; left out for a version
 * @param kind TIERS, FREE_TIME, FREE_TIME_PER_BREACH, PERCENT_PER_UNIT, AMOUNT_PER_UNIT
 * @param combine SUM or HIGHEST_ONLY, of several levels of a line that are missed in a month; SUM when left out
 * @param capPercent the most that a line gets for a month, of its recurring charges
 * @param tiers of TIERS
 * @param unitSeconds of a unit begun; of FREE_TIME_PER_BREACH the free time
 * @param perUnit percent, or kroner of AMOUNT_PER_UNIT
 */
public record CreditSchemeDraft(
        @Size(max = 40) @Pattern(regexp = "[A-Z0-9][A-Z0-9-]*")
        String scheme,

        @NotNull LocalDate validFrom,
        @NotNull String kind,
        String combine,
        @NotNull BigDecimal capPercent,
        List<@NotNull @Valid Tier> tiers,
        Long unitSeconds,
        BigDecimal perUnit,
        BigDecimal capCasePercent,
        BigDecimal capServicePercent,
        BigDecimal capYearPercent) {

    /** From this achieved percentage on, so much is given. */
    public record Tier(
            @NotNull BigDecimal atLeastPercent, @NotNull BigDecimal creditPercent) {}
}
