package no.fellesdrift.sla.definition;

import java.time.LocalDate;
import no.fellesdrift.sla.CreditScheme;

/**
 * One version of a credit scheme.
 *
 * @param validFrom null for one that has always held
 * @param validTo exclusive; null while no version follows
 * @param rules what a breach gives; its tiers begin with the best
 */
public record CreditSchemeView(String code, int version, LocalDate validFrom, LocalDate validTo, CreditScheme rules) {

    public boolean holds(LocalDate on) {
        return (validFrom == null || !on.isBefore(validFrom)) && (validTo == null || on.isBefore(validTo));
    }
}
