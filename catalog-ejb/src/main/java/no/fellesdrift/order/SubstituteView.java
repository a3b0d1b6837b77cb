package no.fellesdrift.order;

import java.time.LocalDate;

/**
 * Who approves while an approver is away.
 *
 * @param validTo exclusive, as all periods
 */
public record SubstituteView(
        long id,
        String approver,
        String approverName,
        String substitute,
        String substituteName,
        LocalDate validFrom,
        LocalDate validTo) {

    /** The last day, as people say it. */
    public LocalDate lastDay() {
        return validTo.minusDays(1);
    }
}
