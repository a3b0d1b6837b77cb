package no.fellesdrift.web.sla.definition;

import static no.fellesdrift.web.sla.definition.CalculatorPage.members;

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
 * <p>OpenSLO has no word for a promise of a hundred percent, nor for a share of cases within working days: the first is
 * left out, the second is a ratio like all others with its rule in the source.
 */
final class OpenSlo {

    private static final String VERSION = "openslo/v1";
    private static final int LONGEST_NAME = 63;

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
        List<LevelVersionView> told = levels.stream()
                .filter(level -> level.targetPercent().compareTo(java.math.BigDecimal.valueOf(100)) < 0)
                .toList();
        List<Object> documents = new ArrayList<>();
        services.keySet()
                .forEach(service -> documents.add(
                        document("Service", metadata(service, service, Map.of()), members("description", service))));
        told.forEach(level -> documents.add(indicator(level, names)));
        services.forEach((service, promised) -> told.stream()
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

    private static Map<String, Object> indicator(LevelVersionView level, Map<String, String> names) {
        boolean time = "AVAILABILITY".equals(level.measure());
        return document(
                "SLI",
                metadata(level.level(), names.get(level.level()), Map.of("package", level.packageCode())),
                members(
                        "ratioMetric",
                        members(
                                "counter",
                                true,
                                "good",
                                source(level, time ? "seconds-available" : "cases-met"),
                                "total",
                                source(level, time ? "seconds-agreed" : "cases-counted"))));
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
        metadata.put(
                "annotations",
                members(
                        "fellesdrift.no/valid-from",
                        level.valid().start().toString(),
                        "fellesdrift.no/version",
                        String.valueOf(level.number())));
        int months = level.months();
        LocalDate begins = LocalDate.of(on.getYear(), (on.getMonthValue() - 1) / months * months + 1, 1);
        return document(
                "SLO",
                metadata,
                members(
                        "service",
                        name(service),
                        "indicatorRef",
                        name(level.level()),
                        "timeWindow",
                        List.of(members(
                                "duration",
                                switch (months) {
                                    case 3 -> "1Q";
                                    case 12 -> "1Y";
                                    default -> months + "M";
                                },
                                "isRolling",
                                false,
                                "calendar",
                                members("startTime", begins + " 00:00:00", "timeZone", zone))),
                        "budgetingMethod",
                        "Occurrences",
                        "objectives",
                        List.of(members(
                                "displayName", names.get(level.level()), "targetPercent", level.targetPercent()))));
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
