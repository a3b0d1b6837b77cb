package no.fellesdrift.charge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;

/**
 * What a later result makes of a credit that was approved already.
 *
 * @param id {@code <period>~<line>~<level>~<serial>}
 * @param adjustmentOf the credit's id
 * @param period the measured one
 * @param result the id of the result that asks for it; absent when that is no breach any more
 * @param before the credit with the adjustments approved before, negative or nothing
 * @param after what the credit should have been, negative or nothing
 * @param amount what is charged: after less before; positive when too much was given
 * @param working the arithmetic, free of language
 * @param state DUE until it is put forward
 */
public record CreditAdjustment(
        String id,
        String adjustmentOf,
        YearMonth period,
        OrgNumber organisation,
        LineNumber line,
        String level,
        int serial,
        String result,
        Money before,
        Money after,
        Money amount,
        String working,
        CreditState state,
        String proposedBy,
        String proposedByName,
        Instant proposedAt,
        String decidedBy,
        String decidedByName,
        LocalDate decidedOn,
        String reason) {}
