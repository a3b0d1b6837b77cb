package no.fellesdrift.sla;

import java.math.BigDecimal;

/**
 * One thing that a package of service levels promises on a date.
 *
 * @param measure AVAILABILITY, RESPONSE, RESOLUTION, LEAD_TIME
 * @param priority absent when it holds for all
 * @param targetPercent of the time, or the least share of cases within the threshold
 * @param thresholdSeconds of open time in the calendar; absent when there is none
 * @param thresholdWorkingDays a number, or OFFERING for the offering's own lead time; absent when there is none
 * @param credit whether a breach gives money back
 */
public record PromiseView(
        String servicePackage,
        String level,
        String measure,
        String priority,
        BigDecimal targetPercent,
        Long thresholdSeconds,
        String thresholdWorkingDays,
        String calendar,
        boolean credit) {}
