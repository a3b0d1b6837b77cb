package no.fellesdrift.charge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Money back for a breached level.
 *
 * @param id {@code <period>~<line>~<level>}
 * @param period the measured one
 * @param result the id of the result that gives it
 * @param provisional the month has not ended, and the result may still change by itself
 * @param achieved in percent, cut to four decimals
 * @param tierPercent what the tier alone would give
 * @param percent what is given when the line's levels are combined and capped
 * @param base the sum of the line's rounded recurring charges of the measured period
 * @param amount negative
 * @param working the arithmetic, free of language
 * @param proposedBy a person's id; null before, and when it was imported
 * @param decidedOn local date in the billing zone; null before
 * @param reason of a rejection
 */
public record ServiceCredit(
        String id,
        YearMonth period,
        OrgNumber organisation,
        String organisationName,
        LineNumber line,
        ServiceCode service,
        LocalizedText serviceName,
        OfferingCode offering,
        LocalizedText offeringName,
        String level,
        String result,
        boolean provisional,
        BigDecimal achieved,
        BigDecimal tierPercent,
        BigDecimal percent,
        Money base,
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
