package no.fellesdrift.sla.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.ServiceLevel;

/**
 * The choices that a level makes: what each may be, which a measure needs, and what holds when nothing is said. A choice
 * that stands in the table but not here belongs to a measure of another room: it is taken as it is.
 */
final class LevelChoices {

    /** What a measure needs beside a target and a calendar. */
    private static final Map<Measure, List<String>> NEEDED = Map.of(
            Measure.LONGEST_OUTAGE, List.of("threshold_seconds"),
            Measure.TIME_TO_RESTORE, List.of("threshold_seconds"),
            Measure.TIME_BETWEEN_OUTAGES, List.of("threshold_seconds"),
            Measure.OUTAGE_COUNT, List.of("threshold_seconds", "threshold_value"),
            Measure.RESPONSE_TIME, List.of("metric", "threshold_value", "direction"),
            Measure.CAPACITY, List.of("metric", "threshold_value", "direction"),
            Measure.CUSTOM, List.of("metric", "threshold_value", "direction", "aggregation"),
            Measure.BACKUP, List.of("schedule"),
            Measure.RECOVERY_TIME, List.of("threshold_seconds"),
            Measure.RECOVERY_POINT, List.of("threshold_seconds"));

    private static final Map<String, Set<String>> FEW = new HashMap<>();

    static {
        few(
                "period",
                "MONTH",
                "QUARTER",
                "HALF_YEAR",
                "YEAR",
                "ROLLING_3_MONTHS",
                "ROLLING_6_MONTHS",
                "ROLLING_12_MONTHS");
        few("priority", "P1", "P2", "P3", "P4");
        few("clock_start", "OPENED", "RESPONDED", "APPROVED", "SUBMITTED", "RECEIVED");
        few("working_day_policy", "KEEP_TIME", "END_OF_DAY");
        few("boundary", "END_OF_PERIOD", "NEXT_OPEN");
        few("pauses", "SUBTRACT", "IGNORE");
        few("reopen", "CONTINUE", "RESTART");
        few("priority_change", "RETROACTIVE", "FROM_CHANGE", "AT_OPENING");
        few("counting", "ONCE_STOP_OR_DUE");
        few("composition", "OWN", "SERIAL_DEPENDENCIES");
        few("maintenance", "REMOVED", "COUNTS_AS_UP");
        few("exclusions", "REMOVED", "COUNTS_AS_UP");
        few("unknown", "REMOVED", "UP", "DOWN");
        few("degradation", "NOT_COUNTED", "WEIGHTED");
        few("direction", "AT_MOST", "AT_LEAST");
        few("percentile_method", "NEAREST_RANK", "LINEAR_INCLUSIVE");
        few("aggregation", "LATEST", "SUM", "MEAN", "HIGHEST", "LOWEST");
        few("schedule", "CALENDAR_DAY", "OPEN_DAY", "REPORTED");
        few("consequence", "NONE", "IMPROVEMENT_PLAN", "SERVICE_CREDIT");
    }

    /** The least and the most of a number. */
    private static final Map<String, long[]> NUMBERS = Map.of(
            "target_percent", new long[] {0, 100},
            "minimum_coverage_percent", new long[] {0, 100},
            "threshold_seconds", new long[] {1, 400_000_000},
            "maintenance_notice_hours", new long[] {0, 10_000},
            "maintenance_quota_hours", new long[] {0, 10_000},
            "minimum_samples", new long[] {1, 1_000_000},
            "display_decimals", new long[] {0, 6});

    private static final Set<String> FOR_TIME = Set.of(
            "composition",
            "maintenance",
            "maintenance_notice_hours",
            "maintenance_quota_hours",
            "exclusions",
            "unknown",
            "degradation",
            "minimum_coverage_percent");
    private static final Set<String> CASES_ONLY = Set.of(
            "priority",
            "threshold_working_days",
            "clock_start",
            "working_day_policy",
            "boundary",
            "pauses",
            "reopen",
            "priority_change",
            "counting");

    private LevelChoices() {}

    private static void few(String name, String... values) {
        FEW.put(name, Set.of(values));
    }

    /** Empty when there is no such measure. */
    static Optional<Measure> measure(Map<String, String> choices) {
        return Arrays.stream(Measure.values())
                .filter(one -> one.name().equals(choices.get("measure")))
                .findFirst();
    }

    /** Months from one beginning of a period to the next; a rolling period begins every month. */
    static int months(String period) {
        return switch (period) {
            case "QUARTER" -> 3;
            case "HALF_YEAR" -> 6;
            case "YEAR" -> 12;
            default -> 1;
        };
    }

    /** {@code targetPercent} as {@code target_percent}. */
    static String column(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** {@code target_percent} as {@code targetPercent}. */
    static String name(String column) {
        StringBuilder name = new StringBuilder();
        for (String part : column.split("_", -1)) {
            name.append(name.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return name.toString();
    }

    /** What holds when nothing is said, for what the measure needs. */
    static Map<String, String> withDefaults(Map<String, String> choices) {
        Map<String, String> all = new LinkedHashMap<>(choices);
        Optional<Measure> measure = measure(choices);
        all.putIfAbsent("period", "MONTH");
        all.putIfAbsent("display_decimals", "4");
        all.putIfAbsent("consequence", "NONE");
        if (measure.isEmpty()) {
            return all;
        }
        if (measure.get().ofOutages()) {
            all.putIfAbsent("composition", "OWN");
            all.putIfAbsent("maintenance", "REMOVED");
            all.putIfAbsent("maintenance_notice_hours", "0");
            all.putIfAbsent("exclusions", all.get("maintenance"));
            all.putIfAbsent("unknown", "REMOVED");
            all.putIfAbsent("degradation", "NOT_COUNTED");
        } else if (measure.get().countsCases()) {
            caseDefaults(all, measure.get());
        }
        if (measure.get() != Measure.AVAILABILITY && !isShare(measure.get(), all)) {
            all.putIfAbsent("target_percent", "100");
        }
        return all;
    }

    private static void caseDefaults(Map<String, String> all, Measure measure) {
        boolean inDays = all.containsKey("threshold_working_days");
        all.putIfAbsent("clock_start", ServiceLevel.clockStarts(measure).get(0));
        all.putIfAbsent("boundary", "END_OF_PERIOD");
        all.putIfAbsent("pauses", measure == Measure.RESOLUTION && !inDays ? "SUBTRACT" : "IGNORE");
        all.putIfAbsent("counting", "ONCE_STOP_OR_DUE");
        if (measure != Measure.LEAD_TIME) {
            all.putIfAbsent("priority_change", "RETROACTIVE");
        }
        if (measure == Measure.RESOLUTION) {
            all.putIfAbsent("reopen", "CONTINUE");
        }
        if (inDays) {
            all.putIfAbsent("working_day_policy", "END_OF_DAY");
        }
    }

    /** Whether it is promised as a percentage, and not as a number of its own. */
    private static boolean isShare(Measure measure, Map<String, String> choices) {
        return switch (measure) {
            case LONGEST_OUTAGE, OUTAGE_COUNT, TIME_TO_RESTORE, TIME_BETWEEN_OUTAGES, CUSTOM -> false;
            case RESPONSE_TIME -> !choices.containsKey("percentile");
            default -> true;
        };
    }

    /**
     * @param known the columns of the table
     * @param calendars codes of calendars
     * @param schemes codes of credit schemes
     */
    static List<Violation> wrong(
            Map<String, String> choices, Set<String> known, Set<String> calendars, Set<String> schemes) {
        List<Violation> wrong = new ArrayList<>();
        choices.forEach((column, value) -> {
            String fault = fault(column, value, known, calendars, schemes);
            if (fault != null) {
                wrong.add(Violation.of(path(column), fault, value));
            }
        });
        for (String needed : List.of("measure", "target_percent", "calendar")) {
            missing(choices, needed, wrong);
        }
        measure(choices).ifPresent(measure -> {
            NEEDED.getOrDefault(measure, List.of()).forEach(needed -> missing(choices, needed, wrong));
            if (measure.ofOutages()) {
                not(choices, CASES_ONLY, measure, wrong);
                if (!choices.get("maintenance").equals(choices.get("exclusions"))) {
                    wrong.add(Violation.of(path("exclusions"), "sla.definition.fault.exclusions"));
                }
            } else if (measure.countsCases()) {
                not(choices, FOR_TIME, measure, wrong);
                caseFaults(choices, measure, wrong);
            }
        });
        if ("SERVICE_CREDIT".equals(choices.get("consequence")) != choices.containsKey("credit_scheme")) {
            wrong.add(Violation.of(path("credit_scheme"), "sla.definition.fault.scheme"));
        }
        return wrong;
    }

    private static void missing(Map<String, String> choices, String needed, List<Violation> wrong) {
        if (!choices.containsKey(needed)) {
            wrong.add(Violation.of(path(needed), "sla.input.MISSING"));
        }
    }

    private static void not(Map<String, String> choices, Set<String> others, Measure measure, List<Violation> wrong) {
        choices.keySet().stream()
                .filter(others::contains)
                .forEach(column -> wrong.add(Violation.of(path(column), "sla.definition.fault.measure", measure)));
    }

    private static void caseFaults(Map<String, String> choices, Measure measure, List<Violation> wrong) {
        boolean inDays = choices.containsKey("threshold_working_days");
        if (inDays == choices.containsKey("threshold_seconds")) {
            wrong.add(Violation.of(path("threshold_seconds"), "sla.definition.fault.threshold"));
        }
        if (inDays && "SUBTRACT".equals(choices.get("pauses"))) {
            wrong.add(Violation.of(path("pauses"), "sla.definition.fault.pauses"));
        }
        if (inDays != choices.containsKey("working_day_policy")) {
            wrong.add(Violation.of(path("working_day_policy"), "sla.definition.fault.days-policy"));
        }
        if (!ServiceLevel.clockStarts(measure).contains(choices.get("clock_start"))) {
            wrong.add(Violation.of(path("clock_start"), "sla.definition.fault.measure", measure));
        }
    }

    private static String path(String column) {
        return "choices." + name(column);
    }

    /** The text key of what is wrong; null when nothing is. */
    private static String fault(
            String column, String value, Set<String> known, Set<String> calendars, Set<String> schemes) {
        if (!known.contains(column)) {
            return "sla.definition.fault.unknown";
        }
        boolean right = true;
        if (FEW.containsKey(column)) {
            right = FEW.get(column).contains(value);
        } else if (NUMBERS.containsKey(column)) {
            right = isNumber(value, column.endsWith("_percent") ? 6 : 0, NUMBERS.get(column));
        } else if (column.equals("threshold_working_days")) {
            right = value.equals("OFFERING") || isNumber(value, 0, new long[] {0, 1_000});
        } else if (column.equals("calendar")) {
            right = calendars.contains(value);
        } else if (column.equals("credit_scheme")) {
            right = schemes.contains(value);
        } else if (column.equals("measure")) {
            right = measure(Map.of("measure", value)).isPresent();
        }
        return right ? null : "sla.input.UNKNOWN_VALUE";
    }

    private static boolean isNumber(String value, int decimals, long[] range) {
        if (!value.matches("[0-9]{1,12}([.][0-9]{1,12})?")) {
            return false;
        }
        BigDecimal number = new BigDecimal(value).stripTrailingZeros();
        return number.scale() <= decimals
                && number.compareTo(BigDecimal.valueOf(range[0])) >= 0
                && number.compareTo(BigDecimal.valueOf(range[1])) <= 0;
    }
}
