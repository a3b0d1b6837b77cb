package no.fellesdrift.charge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;

/**
 * One charge as it was computed.
 *
 * @param number stable when an open period is computed again
 * @param from first day; of a one-off the day of delivery, of a correction that of the corrected charge
 * @param to exclusive
 * @param quantity units; for usage the billable quantity (metered less included), for a correction that of the late
 *     readings
 * @param metered the metered quantity; absent but for usage and corrections
 * @param included the included quantity; absent but for usage and corrections
 * @param unitPrice what was multiplied, negotiated and unrounded; absent where several tiers hold
 * @param negotiated the negotiated value in words of the agreement ({@code FIXED 1390.0000}); absent without one
 * @param exact the amount before rounding, as a fraction
 * @param working the arithmetic, free of language: digits with a decimal point and signs, one step per line
 * @param priceId the price version; absent for a service credit
 * @param order the order that caused it; absent but for a one-off
 * @param corrects the number of the corrected charge; absent but for a correction, and for one of a
 *     month that had nothing of the kind
 */
public record ComputedCharge(
        String number,
        YearMonth period,
        OrgNumber organisation,
        AgreementNumber agreement,
        LineNumber line,
        ServiceCode service,
        OfferingCode offering,
        String component,
        ChargeKind kind,
        LocalDate from,
        LocalDate to,
        BigDecimal quantity,
        BigDecimal metered,
        BigDecimal included,
        BigDecimal unitPrice,
        String negotiated,
        String exact,
        String working,
        Money amount,
        String priceId,
        OrderNumber order,
        String corrects) {

    ComputedCharge withUsage(BigDecimal metered, BigDecimal included, BigDecimal unitPrice) {
        return new ComputedCharge(
                number,
                period,
                organisation,
                agreement,
                line,
                service,
                offering,
                component,
                kind,
                from,
                to,
                quantity,
                metered,
                included,
                unitPrice,
                negotiated,
                exact,
                working,
                amount,
                priceId,
                order,
                corrects);
    }
}
