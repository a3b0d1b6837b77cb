package no.fellesdrift.web.sla.definition;

import static no.fellesdrift.web.sla.definition.CalculatorPage.members;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import no.fellesdrift.sla.definition.LevelVersionView;
import no.fellesdrift.sla.definition.PackageView;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Levels as <a href="https://github.com/OpenSLO/OpenSLO">OpenSLO</a> v1: one {@code Service} per service of the catalogue
 * that promises something, one {@code SLI} per level, and one {@code SLO} per service and level. What is measured here,
 * not in a metric store, is named in the metric source by the choices of the level.
 *
 * <p>A percentage is a ratio of two counts. What is promised as a number of its own is a threshold metric with one
 * measurement per window, and so is a promise of a hundred percent, as nothing missed: OpenSLO takes a target below a hundred
 * percent only, and of one measurement all is good or none, so that {@link #ALL_OR_NONE} says the same as all of it.
 */
final class OpenSlo {

    private static final String VERSION = "openslo/v1";
    private static final int LONGEST_NAME = 63;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final BigDecimal ALL_OR_NONE = BigDecimal.valueOf(99);
    private static final String ROLLING = "ROLLING_";

    /** What is good, and of what; what is missing when it is not. */
    private record Counts(String good, String total, String missed) {}

    /**
     * What is counted or measured, and against what.
     *
     * @param ratio null for a number of its own
     * @param measured what the one measurement of a window is; null for a ratio
     */
    private record Indicator(Counts ratio, String measured, String op, BigDecimal value) {}

    private OpenSlo() {}

    /**
     * @param levels versions that hold on the date
     * @param packages with their offerings
     * @param names the name of a level in words
     */
    static String yaml(
            List<LevelVersionView> levels,
            List<PackageView> packages,
            Map<String, String> names,
            String zone,
            LocalDate on) {
        Map<String, List<String>> services = new TreeMap<>();
        packages.forEach(one -> one.offerings().forEach(use -> {
            List<String> promised = services.computeIfAbsent(use.service(), key -> new ArrayList<>());
            if (!promised.contains(one.code())) {
                promised.add(one.code());
            }
        }));
        List<Object> documents = new ArrayList<>();
        services.keySet()
                .forEach(service -> documents.add(
                        document("Service", metadata(service, service, Map.of()), members("description", service))));
        levels.forEach(level -> documents.add(indicator(level, names)));
        services.forEach((service, promised) -> levels.stream()
                .filter(level -> promised.contains(level.packageCode()))
                .forEach(level -> documents.add(objective(service, level, names, zone, on))));
        return write(documents);
    }

    private static Map<String, Object> document(String kind, Object metadata, Object spec) {
        return members("apiVersion", VERSION, "kind", kind, "metadata", metadata, "spec", spec);
    }

    private static Map<String, Object> metadata(String name, String shown, Map<String, String> labels) {
        Map<String, Object> metadata = members("name", name(name), "displayName", shown);
        if (!labels.isEmpty()) {
            metadata.put("labels", new LinkedHashMap<>(labels));
        }
        return metadata;
    }

    /** As RFC 1123 has names: small letters, digits and dashes. */
    static String name(String code) {
        String name =
                code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME).replaceAll("-+$", "");
    }

    private static Indicator of(LevelVersionView level) {
        if (level.isShare()) {
            Counts counts = counts(level.measure());
            return level.targetPercent().compareTo(ALL) < 0
                    ? new Indicator(counts, null, null, null)
                    : new Indicator(null, counts.missed(), "lte", BigDecimal.ZERO);
        }
        return switch (level.measure()) {
            case "LONGEST_OUTAGE" -> seconds(level, "seconds-of-longest-outage", "lte");
            case "TIME_TO_RESTORE" -> seconds(level, "mean-seconds-to-restore", "lte");
            case "TIME_BETWEEN_OUTAGES" -> seconds(level, "mean-seconds-between-outages", "gte");
            case "OUTAGE_COUNT" -> new Indicator(null, "outages-longer", "lte", value(level));
            default ->
                new Indicator(
                        null,
                        level.choices().containsKey("percentile") ? "percentile" : "number",
                        "AT_LEAST".equals(level.choices().get("direction")) ? "gte" : "lte",
                        value(level));
        };
    }

    private static Indicator seconds(LevelVersionView level, String measured, String op) {
        return new Indicator(null, measured, op, BigDecimal.valueOf(level.thresholdSeconds()));
    }

    private static BigDecimal value(LevelVersionView level) {
        return new BigDecimal(level.choices().get("threshold_value"));
    }

    private static Counts counts(String measure) {
        return switch (measure) {
            case "AVAILABILITY" -> new Counts("seconds-available", "seconds-agreed", "seconds-unavailable");
            case "CAPACITY" -> new Counts("seconds-within", "seconds-measured", "seconds-beyond");
            case "RESPONSE_TIME" -> new Counts("samples-within", "samples-counted", "samples-beyond");
            case "BACKUP" -> new Counts("runs-successful", "runs-scheduled", "runs-missed");
            case "RECOVERY_TIME", "RECOVERY_POINT" ->
                new Counts("recoveries-met", "recoveries-counted", "recoveries-missed");
            case "REPORT_DELIVERY" -> new Counts("reports-in-time", "reports-due", "reports-late");
            default -> new Counts("cases-met", "cases-counted", "cases-missed");
        };
    }

    private static Map<String, Object> indicator(LevelVersionView level, Map<String, String> names) {
        Indicator indicator = of(level);
        Object spec = indicator.ratio() == null
                ? members("thresholdMetric", source(level, indicator.measured()))
                : members(
                        "ratioMetric",
                        members(
                                "counter",
                                true,
                                "good",
                                source(level, indicator.ratio().good()),
                                "total",
                                source(level, indicator.ratio().total())));
        return document(
                "SLI", metadata(level.level(), names.get(level.level()), Map.of("package", level.packageCode())), spec);
    }

    private static Map<String, Object> source(LevelVersionView level, String counted) {
        Map<String, Object> spec = members("level", level.level(), "counted", counted);
        level.choices().forEach((column, value) -> spec.put(LevelVersionView.name(column), value));
        return members("metricSource", members("type", "Fellesdrift", "spec", spec));
    }

    private static Map<String, Object> objective(
            String service, LevelVersionView level, Map<String, String> names, String zone, LocalDate on) {
        Map<String, Object> metadata = metadata(
                service + "-" + level.level(),
                service + ": " + names.get(level.level()),
                Map.of("package", level.packageCode()));
        Indicator indicator = of(level);
        Map<String, Object> annotations = members(
                "fellesdrift.no/valid-from",
                level.valid().start().toString(),
                "fellesdrift.no/version",
                String.valueOf(level.number()));
        Map<String, Object> objective = members("displayName", names.get(level.level()));
        if (indicator.ratio() == null) {
            annotations.put("fellesdrift.no/measurements-per-window", "1");
            objective.putAll(members(
                    "op", indicator.op(), "value", plain(indicator.value()), "targetPercent", plain(ALL_OR_NONE)));
        } else {
            objective.put("targetPercent", plain(level.targetPercent()));
        }
        metadata.put("annotations", annotations);
        return document(
                "SLO",
                metadata,
                members(
                        "service",
                        name(service),
                        "indicatorRef",
                        name(level.level()),
                        "timeWindow",
                        List.of(window(level, zone, on)),
                        "budgetingMethod",
                        "Occurrences",
                        "objectives",
                        List.of(objective)));
    }

    /** A whole number is written without decimals, and without a tag that says it has some. */
    private static Number plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 ? (Number) stripped.longValueExact() : stripped;
    }

    /** A rolling window has no calendar; the others begin where the period of the date begins. */
    private static Map<String, Object> window(LevelVersionView level, String zone, LocalDate on) {
        if (level.period().startsWith(ROLLING)) {
            return members("duration", level.period().replaceAll("[^0-9]", "") + "M", "isRolling", true);
        }
        int months = level.months();
        LocalDate begins = LocalDate.of(on.getYear(), (on.getMonthValue() - 1) / months * months + 1, 1);
        return members(
                "duration",
                switch (months) {
                    case 3 -> "1Q";
                    case 12 -> "1Y";
                    default -> months + "M";
                },
                "isRolling",
                false,
                "calendar",
                members("startTime", begins + " 00:00:00", "timeZone", zone));
    }

    private static String write(List<Object> documents) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setExplicitStart(true);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        return new Yaml(options).dumpAll(documents.iterator());
    }
}
