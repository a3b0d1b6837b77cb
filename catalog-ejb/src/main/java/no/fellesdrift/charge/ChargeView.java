package no.fellesdrift.charge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;

/**
 * A charge to read.
 *
 * @param quantity units; for usage the billable quantity (metered less included), for a correction that of the late
 *     readings
 * @param unitPrice what was multiplied, negotiated and unrounded; absent where several tiers hold
 * @param negotiated FIXED or PERCENT and the value; absent without a negotiated price
 * @param exactAmount before rounding, {@code numerator/denominator}
 * @param working the arithmetic, one step per line: digits with a decimal point and signs
 * @param corrects the number of the corrected charge; absent but for a correction, and for one of a
 *     month that had nothing of the kind
 */
public record ChargeView(
        String number,
        YearMonth period,
        OrgNumber organisation,
        String organisationName,
        AgreementNumber agreement,
        LineNumber line,
        ServiceCode service,
        LocalizedText serviceName,
        OfferingCode offering,
        LocalizedText offeringName,
        LocalizedText unitName,
        String component,
        ChargeKind kind,
        LocalDate from,
        LocalDate to,
        int days,
        BigDecimal quantity,
        BigDecimal metered,
        BigDecimal included,
        BigDecimal unitPrice,
        String negotiated,
        String exactAmount,
        Money amount,
        String priceId,
        OrderNumber order,
        String corrects,
        String working,
        Instant computedAt) {}
