package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.Availability;
import no.fellesdrift.sla.engine.Boundary;
import no.fellesdrift.sla.engine.CaseRule;
import no.fellesdrift.sla.engine.ServiceCalendar;
import no.fellesdrift.sla.engine.UnknownPolicy;
import no.fellesdrift.sla.engine.WorkingDayPolicy;

/**
 * One version of a promise, with every choice the agreement makes, as it is stored: a choice that does not apply to the
 * measure is null. Versions of a level differ in target and validity only.
 *
 * @param priority null for all priorities
 * @param targetPercent of time, or least percentage of cases within the threshold
 * @param thresholdWorkingDays a number, or {@code OFFERING} for the offering's lead time
 */
public record ServiceLevel(
        String level,
        String packageCode,
        Measure measure,
        String priority,
        BigDecimal targetPercent,
        Long thresholdSeconds,
        String thresholdWorkingDays,
        String calendar,
        String period,
        String clockStart,
        String workingDayPolicy,
        String boundary,
        String pauses,
        String reopen,
        String priorityChange,
        String counting,
        String composition,
        String maintenance,
        Integer maintenanceNoticeHours,
        Integer maintenanceQuotaHours,
        String exclusions,
        String unknown,
        String degradation,
        BigDecimal minimumCoveragePercent,
        Integer minimumSamples,
        int displayDecimals,
        String consequence,
        DateRange validity) {

    private static final String OFFERING = "OFFERING";

    /** Months per result. */
    int months() {
        return switch (period) {
            case "QUARTER" -> 3;
            case "HALF_YEAR" -> 6;
            case "YEAR" -> 12;
            default -> 1;
        };
    }

    boolean composed() {
        return "SERIAL_DEPENDENCIES".equals(composition);
    }

    /** The first choice that is not built, as {@code name=VALUE}; empty when the level can be evaluated. */
    Optional<String> notBuilt() {
        List<String> faults = new ArrayList<>();
        among(faults, "period", period, "MONTH", "QUARTER", "HALF_YEAR", "YEAR");
        if (measure == Measure.AVAILABILITY) {
            among(faults, "composition", composition, null, "OWN", "SERIAL_DEPENDENCIES");
            among(faults, "maintenance", maintenance, "REMOVED", "COUNTS_AS_UP");
            among(faults, "exclusions", exclusions, maintenance);
            among(faults, "unknown", unknown, "REMOVED", "UP", "DOWN");
            among(faults, "degradation", degradation, null, "NOT_COUNTED");
        } else {
            among(faults, "clock_start", clockStart, measure == Measure.LEAD_TIME ? "APPROVED" : "OPENED");
            among(faults, "boundary", boundary, null, "END_OF_PERIOD", "NEXT_OPEN");
            among(faults, "pauses", pauses, null, "SUBTRACT", "IGNORE");
            among(faults, "reopen", reopen, null, "CONTINUE");
            among(faults, "priority_change", priorityChange, null, "RETROACTIVE");
            among(faults, "counting", counting, null, "ONCE_STOP_OR_DUE");
            if (thresholdWorkingDays != null) {
                among(faults, "working_day_policy", workingDayPolicy, "KEEP_TIME", "END_OF_DAY");
                among(faults, "pauses", pauses, null, "IGNORE");
            } else if (thresholdSeconds == null) {
                faults.add("threshold=");
            }
        }
        return faults.stream().findFirst();
    }

    private static void among(List<String> faults, String name, String value, String... built) {
        for (String one : built) {
            if (Objects.equals(value, one)) {
                return;
            }
        }
        faults.add(name + "=" + (value == null ? "" : value));
    }

    Availability.Policy availability() {
        return new Availability.Policy(
                "REMOVED".equals(maintenance),
                maintenanceNoticeHours == null ? 0 : maintenanceNoticeHours,
                maintenanceQuotaHours,
                UnknownPolicy.valueOf(unknown),
                minimumCoveragePercent == null ? Share.ZERO : Share.percent(minimumCoveragePercent));
    }

    /** @param leadTimeWorkingDays the offering's promise */
    CaseRule rule(ServiceCalendar compiled, int leadTimeWorkingDays) {
        Integer days = thresholdWorkingDays == null
                ? null
                : Integer.valueOf(
                        OFFERING.equals(thresholdWorkingDays)
                                ? leadTimeWorkingDays
                                : Integer.parseInt(thresholdWorkingDays));
        return new CaseRule(
                compiled,
                days == null ? thresholdSeconds : null,
                days,
                days == null ? null : WorkingDayPolicy.valueOf(workingDayPolicy),
                boundary == null ? Boundary.END_OF_PERIOD : Boundary.valueOf(boundary),
                "SUBTRACT".equals(pauses));
    }

    /**
     * Every choice that a figure depends on, in one line; two results with the same text were computed under the same
     * policy.
     *
     * @param calendarVersion of the calendar that was used
     * @param target the exact target in percent, of all versions that held in the period
     */
    String policy(int calendarVersion, Share target, int leadTimeWorkingDays) {
        StringJoiner text = new StringJoiner("; ");
        put(text, "target", target);
        put(text, "calendar", calendar + " v" + calendarVersion);
        put(text, "period", period);
        put(text, "priority", priority);
        put(text, "threshold_seconds", thresholdSeconds);
        put(
                text,
                "threshold_working_days",
                OFFERING.equals(thresholdWorkingDays) ? String.valueOf(leadTimeWorkingDays) : thresholdWorkingDays);
        put(text, "clock_start", clockStart);
        put(text, "working_day_policy", workingDayPolicy);
        put(text, "boundary", boundary);
        put(text, "pauses", pauses);
        put(text, "reopen", reopen);
        put(text, "priority_change", priorityChange);
        put(text, "counting", counting);
        put(text, "composition", composition);
        put(text, "maintenance", maintenance);
        put(text, "maintenance_notice_hours", maintenanceNoticeHours);
        put(text, "maintenance_quota_hours", maintenanceQuotaHours);
        put(text, "exclusions", exclusions);
        put(text, "unknown", unknown);
        put(text, "degradation", degradation);
        put(text, "minimum_coverage_percent", plain(minimumCoveragePercent));
        put(text, "minimum_samples", minimumSamples);
        return text.toString();
    }

    private static void put(StringJoiner text, String name, Object value) {
        if (value != null) {
            text.add(name + "=" + value);
        }
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
