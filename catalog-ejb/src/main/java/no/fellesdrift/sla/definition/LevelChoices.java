package no.fellesdrift.sla.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.ServiceLevel;

/**
 * The choices that a level makes: which a measure is asked, what each may be, and what holds when nothing is said. Whether
 * they make a level is judged by {@link ServiceLevel#faults}, as the evaluation judges it.
 */
final class LevelChoices {

    private static final Map<String, List<String>> FEW = new HashMap<>();

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
    private static final Map<String, long[]> NUMBERS = Map.ofEntries(
            Map.entry("target_percent", new long[] {0, 100}),
            Map.entry("minimum_coverage_percent", new long[] {0, 100}),
            Map.entry("threshold_seconds", new long[] {1, 400_000_000}),
            Map.entry("threshold_value", new long[] {0, 1_000_000_000_000L}),
            Map.entry("percentile", new long[] {0, 100}),
            Map.entry("degradation_weight", new long[] {0, 1}),
            Map.entry("hold_seconds", new long[] {1, 86_400}),
            Map.entry("maintenance_notice_hours", new long[] {0, 10_000}),
            Map.entry("maintenance_quota_hours", new long[] {0, 10_000}),
            Map.entry("minimum_samples", new long[] {1, 1_000_000}),
            Map.entry("display_decimals", new long[] {0, 6}));

    private static final Set<String> WITH_DECIMALS =
            Set.of("target_percent", "minimum_coverage_percent", "threshold_value", "percentile", "degradation_weight");

    private static final List<String> OF_ALL =
            List.of("target_percent", "calendar", "period", "display_decimals", "consequence", "credit_scheme");
    private static final List<String> OF_OUTAGES = List.of(
            "composition",
            "maintenance",
            "maintenance_notice_hours",
            "maintenance_quota_hours",
            "exclusions",
            "unknown",
            "degradation",
            "degradation_weight",
            "metric",
            "hold_seconds");
    private static final List<String> OF_CASES = List.of(
            "priority",
            "threshold_seconds",
            "threshold_working_days",
            "working_day_policy",
            "clock_start",
            "boundary",
            "pauses",
            "counting",
            "minimum_samples");

    /** What a measure is asked beside what every level is asked. */
    private static List<String> own(Measure measure) {
        return switch (measure) {
            case AVAILABILITY -> List.of("minimum_coverage_percent");
            case LONGEST_OUTAGE, TIME_TO_RESTORE, TIME_BETWEEN_OUTAGES ->
                List.of("threshold_seconds", "minimum_coverage_percent");
            case OUTAGE_COUNT -> List.of("threshold_seconds", "threshold_value", "minimum_coverage_percent");
            case RESPONSE -> List.of("priority_change");
            case RESOLUTION -> List.of("reopen", "priority_change");
            case LEAD_TIME -> List.of();
            case RESPONSE_TIME ->
                List.of("metric", "direction", "threshold_value", "percentile", "percentile_method", "minimum_samples");
            case CAPACITY ->
                List.of(
                        "metric",
                        "direction",
                        "threshold_value",
                        "hold_seconds",
                        "unknown",
                        "minimum_coverage_percent");
            case CUSTOM -> List.of("metric", "direction", "threshold_value", "aggregation", "minimum_samples");
            case BACKUP -> List.of("schedule", "minimum_samples");
            case RECOVERY_TIME, RECOVERY_POINT -> List.of("threshold_seconds", "minimum_samples");
            case REPORT_DELIVERY -> List.of("minimum_samples");
        };
    }

    /** The choices of a measure: the values of each, none where it is a number or a code. */
    static Map<String, List<String>> of(Measure measure) {
        List<String> columns = new ArrayList<>(own(measure));
        if (measure.ofOutages()) {
            columns.addAll(OF_OUTAGES);
        } else if (measure.countsCases()) {
            columns.addAll(OF_CASES);
        }
        columns.addAll(OF_ALL);
        Map<String, List<String>> all = new LinkedHashMap<>();
        columns.forEach(column -> all.put(
                column,
                column.equals("clock_start")
                        ? ServiceLevel.clockStarts(measure)
                        : FEW.getOrDefault(column, List.of())));
        if (measure == Measure.LEAD_TIME) {
            all.remove("priority");
        }
        return all;
    }

    private LevelChoices() {}

    private static void few(String name, String... values) {
        FEW.put(name, List.of(values));
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
        if (all.containsKey("percentile")) {
            all.putIfAbsent("percentile_method", "NEAREST_RANK");
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
    static boolean isShare(Measure measure, Map<String, String> choices) {
        return switch (measure) {
            case LONGEST_OUTAGE, OUTAGE_COUNT, TIME_TO_RESTORE, TIME_BETWEEN_OUTAGES, CUSTOM -> false;
            case RESPONSE_TIME -> !choices.containsKey("percentile");
            default -> true;
        };
    }

    /**
     * @param known the columns of the table
     * @param calendars codes of calendars
     * @param schemes versions of credit schemes, by code; those that hold when the level begins, or later
     */
    static List<Violation> wrong(
            Map<String, String> choices,
            Set<String> known,
            Set<String> calendars,
            Map<String, List<CreditSchemeView>> schemes) {
        List<Violation> wrong = new ArrayList<>();
        choices.forEach((column, value) -> {
            String fault = fault(column, value, known, calendars, schemes.keySet());
            if (fault != null) {
                wrong.add(Violation.of(path(column), fault, value));
            }
        });
        for (String needed : List.of("measure", "target_percent", "calendar")) {
            missing(choices, needed, wrong);
        }
        measure(choices).ifPresent(measure -> {
            Set<String> asked = of(measure).keySet();
            choices.keySet().stream()
                    .filter(column -> known.contains(column) && !asked.contains(column) && !column.equals("measure"))
                    .forEach(column -> wrong.add(Violation.of(path(column), "sla.definition.fault.measure", measure)));
            if (measure.countsCases()) {
                caseFaults(choices, wrong);
            }
            if (wrong.isEmpty()) {
                level(choices, measure).faults().forEach(fault -> wrong.add(cannotBeEvaluated(fault)));
            }
        });
        if ("SERVICE_CREDIT".equals(choices.get("consequence")) != choices.containsKey("credit_scheme")) {
            wrong.add(Violation.of(path("credit_scheme"), "sla.definition.fault.scheme"));
        }
        measure(choices).filter(measure -> choices.containsKey("credit_scheme")).ifPresent(measure -> {
            boolean share = isShare(measure, choices);
            boolean fits = schemes.getOrDefault(choices.get("credit_scheme"), List.of()).stream()
                    .allMatch(scheme -> CreditSchemeRules.fits(scheme.rules().kind(), measure));
            if (!share || !fits) {
                wrong.add(Violation.of(
                        path("credit_scheme"),
                        share ? "sla.definition.fault.scheme-kind" : "sla.definition.fault.scheme-measure"));
            }
        });
        return wrong;
    }

    private static void missing(Map<String, String> choices, String needed, List<Violation> wrong) {
        if (!choices.containsKey(needed)) {
            wrong.add(Violation.of(path(needed), "sla.input.MISSING"));
        }
    }

    private static void caseFaults(Map<String, String> choices, List<Violation> wrong) {
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
    }

    /** @param fault {@code name=VALUE}, as the evaluation says it */
    private static Violation cannotBeEvaluated(String fault) {
        String column = fault.substring(0, fault.indexOf('='));
        String value = fault.substring(fault.indexOf('=') + 1);
        if (column.equals("exclusions")) {
            return Violation.of(path(column), "sla.definition.fault.exclusions");
        }
        return value.isEmpty()
                ? Violation.of(path(column), "sla.input.MISSING")
                : Violation.of(path(column), "sla.input.UNKNOWN_VALUE", value);
    }

    /** As the evaluation reads it. */
    private static ServiceLevel level(Map<String, String> choices, Measure measure) {
        return new ServiceLevel(
                "",
                "",
                measure,
                choices.get("priority"),
                decimal(choices, "target_percent"),
                choices.containsKey("threshold_seconds") ? Long.valueOf(choices.get("threshold_seconds")) : null,
                choices.get("threshold_working_days"),
                choices.get("calendar"),
                choices.get("period"),
                choices.get("clock_start"),
                choices.get("working_day_policy"),
                choices.get("boundary"),
                choices.get("pauses"),
                choices.get("reopen"),
                choices.get("priority_change"),
                choices.get("counting"),
                choices.get("composition"),
                choices.get("maintenance"),
                whole(choices, "maintenance_notice_hours"),
                whole(choices, "maintenance_quota_hours"),
                choices.get("exclusions"),
                choices.get("unknown"),
                choices.get("degradation"),
                decimal(choices, "minimum_coverage_percent"),
                whole(choices, "minimum_samples"),
                Integer.parseInt(choices.get("display_decimals")),
                choices.get("consequence"),
                DateRange.from(LocalDate.EPOCH),
                new ServiceLevel.Sampled(
                        choices.get("metric"),
                        decimal(choices, "threshold_value"),
                        choices.get("direction"),
                        decimal(choices, "percentile"),
                        choices.get("percentile_method"),
                        choices.get("aggregation"),
                        decimal(choices, "degradation_weight"),
                        choices.get("schedule"),
                        whole(choices, "hold_seconds")));
    }

    private static BigDecimal decimal(Map<String, String> choices, String column) {
        return choices.containsKey(column) ? new BigDecimal(choices.get(column)) : null;
    }

    private static Integer whole(Map<String, String> choices, String column) {
        return choices.containsKey(column) ? Integer.valueOf(choices.get(column)) : null;
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
            right = isNumber(value, WITH_DECIMALS.contains(column) ? 6 : 0, NUMBERS.get(column));
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
