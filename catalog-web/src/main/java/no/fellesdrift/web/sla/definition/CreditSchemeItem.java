package no.fellesdrift.web.sla.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.sla.CreditScheme;
import no.fellesdrift.sla.CreditScheme.Tier;
import no.fellesdrift.sla.definition.CreditSchemeView;

/**
 * A version of a credit scheme as the API shows it.
 *
 * @param validFrom null for one that has always held
 * @param tiers from the best; empty unless the kind is TIERS
 * @param unitSeconds of a unit begun, or free time per breach; null where the kind has none
 * @param perUnit percent, or kroner of AMOUNT_PER_UNIT
 */
public record CreditSchemeItem(
        String scheme,
        int version,
        LocalDate validFrom,
        LocalDate validTo,
        String kind,
        String combine,
        BigDecimal capPercent,
        List<Tier> tiers,
        Long unitSeconds,
        BigDecimal perUnit,
        BigDecimal capCasePercent,
        BigDecimal capServicePercent,
        BigDecimal capYearPercent)
        implements Versions.Numbered {

    static CreditSchemeItem of(CreditSchemeView view) {
        CreditScheme rules = view.rules();
        return new CreditSchemeItem(
                view.code(),
                view.version(),
                view.validFrom(),
                view.validTo(),
                rules.kind().name(),
                rules.highestOnly() ? "HIGHEST_ONLY" : "SUM",
                rules.capPercent(),
                rules.tiers(),
                rules.unitSeconds() == 0 ? null : Long.valueOf(rules.unitSeconds()),
                rules.perUnit(),
                rules.capCasePercent(),
                rules.capServicePercent(),
                rules.capYearPercent());
    }
}
