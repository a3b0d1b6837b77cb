package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.Availability;
import no.fellesdrift.sla.engine.Boundary;
import no.fellesdrift.sla.engine.Case;
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
        DateRange validity,
        Sampled sampled) {

    /**
     * The choices of levels over samples and other numbers; null where they do not apply.
     *
     * @param thresholdValue in the unit of the metric, or a number of outages
     * @param direction AT_MOST, AT_LEAST
     * @param percentile instead of a share within the threshold
     * @param percentileMethod NEAREST_RANK, LINEAR_INCLUSIVE
     * @param aggregation of several numbers: LATEST, SUM, MEAN, HIGHEST, LOWEST
     * @param degradationWeight how much of reduced quality is downtime
     * @param schedule of backups: CALENDAR_DAY, OPEN_DAY, REPORTED
     * @param holdSeconds how long a sample stands for what follows
     */
    public record Sampled(
            String metric,
            BigDecimal thresholdValue,
            String direction,
            BigDecimal percentile,
            String percentileMethod,
            String aggregation,
            BigDecimal degradationWeight,
            String schedule,
            Integer holdSeconds) {

        /** Of levels over time and cases alone. */
        public static final Sampled NONE = new Sampled(null, null, null, null, null, null, null, null, null);
    }

    /** The start of a clock that a case has of its own: its opening, or an order's approval. */
    static final String START = "";

    private static final String OFFERING = "OFFERING";
    private static final String ROLLING = "ROLLING_";

    /** Months per result. */
    int months() {
        return switch (period) {
            case "QUARTER", "ROLLING_3_MONTHS" -> 3;
            case "HALF_YEAR", "ROLLING_6_MONTHS" -> 6;
            case "YEAR", "ROLLING_12_MONTHS" -> 12;
            default -> 1;
        };
    }

    /** Every month has a result over the months before it. */
    boolean rolling() {
        return period.startsWith(ROLLING);
    }

    /** Whether a period ends with the month. */
    boolean ends(YearMonth month) {
        return rolling() || month.getMonthValue() % months() == 0;
    }

    /** Months in which a case is counted once. */
    int caseMonths() {
        return rolling() ? 1 : months();
    }

    /** Where the clock of a measure of cases may begin; the first is the usual. */
    public static List<String> clockStarts(Measure measure) {
        return switch (measure) {
            case RESPONSE -> List.of("OPENED");
            case RESOLUTION -> List.of("OPENED", "RESPONDED");
            case LEAD_TIME -> List.of("APPROVED", "SUBMITTED", "RECEIVED");
            default -> List.of();
        };
    }

    /** Where the clock begins, {@link #START} when that is the case's own. */
    String start() {
        return clockStarts(measure).indexOf(clockStart) > 0 ? clockStart : START;
    }

    /** Probes find outages and unmeasured time, besides those that are told. */
    boolean probed() {
        return measure.ofOutages() && sampled.metric() != null;
    }

    /** Of what is achieved and of the target. */
    public Unit unit() {
        return switch (measure) {
            case LONGEST_OUTAGE, TIME_TO_RESTORE, TIME_BETWEEN_OUTAGES -> Unit.SECONDS;
            case OUTAGE_COUNT -> Unit.COUNT;
            case CUSTOM -> Unit.NUMBER;
            case RESPONSE_TIME -> sampled.percentile() == null ? Unit.PERCENT : Unit.NUMBER;
            default -> Unit.PERCENT;
        };
    }

    /** What is to be reached, in the level's unit. */
    Share target() {
        return switch (unit()) {
            case PERCENT -> Share.of(targetPercent);
            case SECONDS -> Share.of(thresholdSeconds);
            case COUNT, NUMBER -> Share.of(sampled.thresholdValue());
        };
    }

    boolean composed() {
        return "SERIAL_DEPENDENCIES".equals(composition);
    }

    /** The first choice that is missing or unknown, as {@code name=VALUE}; empty when the level can be evaluated. */
    Optional<String> notBuilt() {
        return faults().stream().findFirst();
    }

    /** All choices that are missing or unknown, as {@code name=VALUE}. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        among(
                faults,
                "period",
                period,
                "MONTH",
                "QUARTER",
                "HALF_YEAR",
                "YEAR",
                "ROLLING_3_MONTHS",
                "ROLLING_6_MONTHS",
                "ROLLING_12_MONTHS");
        if (measure.ofOutages()) {
            among(faults, "composition", composition, null, "OWN", "SERIAL_DEPENDENCIES");
            among(faults, "maintenance", maintenance, "REMOVED", "COUNTS_AS_UP");
            among(faults, "exclusions", exclusions, maintenance);
            among(faults, "unknown", unknown, "REMOVED", "UP", "DOWN");
            among(faults, "degradation", degradation, null, "NOT_COUNTED", "WEIGHTED");
            given(faults, "degradation_weight", sampled.degradationWeight(), "WEIGHTED".equals(degradation));
            given(faults, "threshold_seconds", thresholdSeconds, measure != Measure.AVAILABILITY);
            given(faults, "threshold_value", sampled.thresholdValue(), measure == Measure.OUTAGE_COUNT);
        } else if (measure.countsCases()) {
            among(faults, "clock_start", clockStart, clockStarts(measure).toArray(String[]::new));
            among(faults, "boundary", boundary, null, "END_OF_PERIOD", "NEXT_OPEN");
            among(faults, "pauses", pauses, null, "SUBTRACT", "IGNORE");
            among(faults, "reopen", reopen, null, "CONTINUE", "RESTART");
            among(faults, "priority_change", priorityChange, null, "RETROACTIVE", "FROM_CHANGE", "AT_OPENING");
            among(faults, "counting", counting, null, "ONCE_STOP_OR_DUE");
            if (thresholdWorkingDays != null) {
                among(faults, "working_day_policy", workingDayPolicy, "KEEP_TIME", "END_OF_DAY");
                among(faults, "pauses", pauses, null, "IGNORE");
            } else if (thresholdSeconds == null) {
                faults.add("threshold=");
            }
        } else {
            sampledFaults(faults);
        }
        return faults;
    }

    private void sampledFaults(List<String> faults) {
        boolean numbers = measure == Measure.RESPONSE_TIME || measure == Measure.CAPACITY || measure == Measure.CUSTOM;
        given(faults, "metric", sampled.metric(), numbers);
        given(faults, "threshold_value", sampled.thresholdValue(), numbers);
        if (numbers) {
            among(faults, "direction", sampled.direction(), "AT_MOST", "AT_LEAST");
        }
        if (sampled.percentile() != null) {
            among(faults, "percentile_method", sampled.percentileMethod(), null, "NEAREST_RANK", "LINEAR_INCLUSIVE");
        }
        if (measure == Measure.CAPACITY) {
            among(faults, "unknown", unknown, null, "REMOVED", "UP", "DOWN");
        }
        if (measure == Measure.CUSTOM) {
            among(faults, "aggregation", sampled.aggregation(), "LATEST", "SUM", "MEAN", "HIGHEST", "LOWEST");
        }
        if (measure == Measure.BACKUP) {
            among(faults, "schedule", sampled.schedule(), "CALENDAR_DAY", "OPEN_DAY", "REPORTED");
        }
        given(
                faults,
                "threshold_seconds",
                thresholdSeconds,
                measure == Measure.RECOVERY_TIME || measure == Measure.RECOVERY_POINT);
    }

    private static void given(List<String> faults, String name, Object value, boolean needed) {
        if (needed && value == null) {
            faults.add(name + "=");
        }
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
                minimumCoverage(),
                "WEIGHTED".equals(degradation) ? Share.of(sampled.degradationWeight()) : Share.ZERO);
    }

    /** Share of agreed time; zero when none is agreed. */
    Share minimumCoverage() {
        return minimumCoveragePercent == null ? Share.ZERO : Share.percent(minimumCoveragePercent);
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
                "SUBTRACT".equals(pauses),
                "RESTART".equals(reopen),
                "FROM_CHANGE".equals(priorityChange));
    }

    /** The priority that judges a case at an end. */
    String judgingPriority(Case clock, long end) {
        return "AT_OPENING".equals(priorityChange) ? clock.priority() : clock.priorityAt(end);
    }

    /**
     * Every choice that a figure depends on, in one line; two results with the same text were computed under the same
     * policy.
     *
     * @param calendarVersions of the calendar that were used, {@code v1, v2}
     * @param target the exact target in percent, of all versions that held in the period
     */
    String policy(String calendarVersions, Share target, int leadTimeWorkingDays) {
        StringJoiner text = new StringJoiner("; ");
        put(text, "target", target);
        put(text, "calendar", calendar + " " + calendarVersions);
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
        put(text, "metric", sampled.metric());
        put(text, "threshold_value", plain(sampled.thresholdValue()));
        put(text, "direction", sampled.direction());
        put(text, "percentile", plain(sampled.percentile()));
        put(
                text,
                "percentile_method",
                sampled.percentile() != null && sampled.percentileMethod() == null
                        ? "NEAREST_RANK"
                        : sampled.percentileMethod());
        put(text, "aggregation", sampled.aggregation());
        put(text, "degradation_weight", plain(sampled.degradationWeight()));
        put(text, "schedule", sampled.schedule());
        put(text, "hold_seconds", sampled.holdSeconds());
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
