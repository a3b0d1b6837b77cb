package no.fellesdrift.sla.chain;

import java.math.BigDecimal;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.sla.Measure;

/**
 * One thing that a supplier promises the provider.
 *
 * @param contract its number; a contract may promise several things
 * @param priority absent when it holds for all
 * @param target in percent
 * @param thresholdSeconds of open time in the calendar; absent for availability
 */
public record Contract(
        String contract,
        OrgNumber supplier,
        String supplierName,
        String service,
        LocalizedText serviceName,
        Measure measure,
        String priority,
        BigDecimal target,
        Long thresholdSeconds,
        String calendar,
        DateRange valid) {}
