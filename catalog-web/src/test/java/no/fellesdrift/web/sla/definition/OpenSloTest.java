package no.fellesdrift.web.sla.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.definition.LevelVersionView;
import no.fellesdrift.sla.definition.PackageView;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The export holds what the v1 schemas of OpenSLO ask for, and nothing that they refuse. */
class OpenSloTest {

    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String LABEL = "[a-z0-9A-Z][a-z0-9A-Z._-]{0,62}";

    private static LevelVersionView level(String code, String measure, String target, String period) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("measure", measure);
        choices.put("target_percent", target);
        choices.put("calendar", "OFFICE");
        choices.put("period", period);
        return new LevelVersionView(code, "OFFICE", 2, DateRange.from(LocalDate.of(2026, 1, 1)), choices);
    }

    private static List<Map<String, Object>> export(LevelVersionView... levels) {
        PackageView office = new PackageView(
                "OFFICE",
                new LocalizedText("Kontortid", "Kontortid", "Office hours"),
                1,
                List.of(levels),
                List.of(
                        new PackageView.Use("COL-MAIL-STD", "COL-MAIL", new LocalizedText("Post", "Post", "Mail")),
                        new PackageView.Use("COL-MAIL-FEL", "COL-MAIL", new LocalizedText("Post", "Post", "Mail"))));
        Map<String, String> names = new LinkedHashMap<>();
        for (LevelVersionView level : levels) {
            names.put(level.level(), "Tilgjengelighet: «ja», 'nei' & # ikke - \"noe\"\n annet");
        }
        String yaml = OpenSlo.yaml(List.of(levels), List.of(office), names, "Europe/Oslo", LocalDate.of(2026, 11, 5));
        List<Map<String, Object>> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(yaml)
                .forEach(document -> documents.add(map(document)));
        return documents;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static List<Map<String, Object>> of(List<Map<String, Object>> documents, String kind) {
        return documents.stream().filter(one -> one.get("kind").equals(kind)).toList();
    }

    @Test
    void every_document_has_what_the_general_schema_requires() {
        List<Map<String, Object>> documents =
                export(level("O-AV", "AVAILABILITY", "99", "MONTH"), level("O_RS 1", "RESPONSE", "85.5", "QUARTER"));
        assertThat(documents).extracting(one -> one.get("kind")).containsExactly("Service", "SLI", "SLI", "SLO", "SLO");
        assertThat(documents).allSatisfy(document -> {
            assertThat(document).containsOnlyKeys("apiVersion", "kind", "metadata", "spec");
            assertThat(document.get("apiVersion")).isEqualTo("openslo/v1");
            Map<String, Object> metadata = map(document.get("metadata"));
            assertThat(String.valueOf(metadata.get("name"))).matches(NAME);
            assertThat(metadata.get("displayName")).isInstanceOf(String.class);
            for (String labels : List.of("labels", "annotations")) {
                if (metadata.containsKey(labels)) {
                    assertThat(map(metadata.get(labels)).values())
                            .allSatisfy(value -> assertThat(value)
                                    .isInstanceOfSatisfying(
                                            String.class,
                                            text -> assertThat(text).matches(LABEL)));
                }
            }
        });
    }

    @Test
    void an_objective_names_its_service_its_indicator_one_calendar_window_and_its_target() {
        List<Map<String, Object>> documents =
                export(level("O-AV", "AVAILABILITY", "99", "MONTH"), level("N-AV", "AVAILABILITY", "99.95", "QUARTER"));
        Map<String, Object> month = map(of(documents, "SLO").get(0).get("spec"));
        assertThat(month)
                .containsEntry("service", "col-mail")
                .containsEntry("indicatorRef", "o-av")
                .containsEntry("budgetingMethod", "Occurrences")
                .doesNotContainKey("indicator");
        assertThat(month.get("timeWindow"))
                .isEqualTo(List.of(Map.of(
                        "duration",
                        "1M",
                        "isRolling",
                        false,
                        "calendar",
                        Map.of("startTime", "2026-11-01 00:00:00", "timeZone", "Europe/Oslo"))));
        Map<String, Object> quarter = map(of(documents, "SLO").get(1).get("spec"));
        assertThat(map(((List<?>) quarter.get("timeWindow")).get(0))).containsEntry("duration", "1Q");
        assertThat(map(((List<?>) quarter.get("objectives")).get(0))).containsEntry("targetPercent", 99.95);
        assertThat(of(documents, "SLI"))
                .extracting(one -> map(one.get("metadata")).get("name"))
                .contains(month.get("indicatorRef"), quarter.get("indicatorRef"));
    }

    @Test
    void an_indicator_is_a_ratio_with_its_rules_in_the_source() {
        Map<String, Object> ratio = map(map(of(export(level("O-AV", "AVAILABILITY", "99", "MONTH")), "SLI")
                        .get(0)
                        .get("spec"))
                .get("ratioMetric"));
        assertThat(ratio).containsOnlyKeys("counter", "good", "total");
        assertThat(map(map(ratio.get("good")).get("metricSource")))
                .containsEntry("type", "Fellesdrift")
                .containsEntry(
                        "spec",
                        Map.of(
                                "level", "O-AV",
                                "counted", "seconds-available",
                                "measure", "AVAILABILITY",
                                "targetPercent", "99",
                                "calendar", "OFFICE",
                                "period", "MONTH"));
    }

    @Test
    void words_come_through_whatever_they_hold() {
        assertThat(of(export(level("O-AV", "AVAILABILITY", "99", "MONTH")), "SLI"))
                .singleElement()
                .satisfies(one -> assertThat(map(one.get("metadata")).get("displayName"))
                        .isEqualTo("Tilgjengelighet: «ja», 'nei' & # ikke - \"noe\"\n annet"));
    }

    private static Map<String, Object> objective(LevelVersionView level) {
        Map<String, Object> spec = map(of(export(level), "SLO").get(0).get("spec"));
        return map(((List<?>) spec.get("objectives")).get(0));
    }

    private static Object measured(LevelVersionView level) {
        Map<String, Object> spec = map(of(export(level), "SLI").get(0).get("spec"));
        assertThat(spec).containsOnlyKeys("thresholdMetric");
        return map(map(map(spec.get("thresholdMetric")).get("metricSource")).get("spec"))
                .get("counted");
    }

    private static LevelVersionView number(String measure, String... choices) {
        Map<String, String> all =
                new LinkedHashMap<>(level("O-NR", measure, "100", "QUARTER").choices());
        for (int i = 0; i < choices.length; i += 2) {
            all.put(choices[i], choices[i + 1]);
        }
        return new LevelVersionView("O-NR", "OFFICE", 1, DateRange.from(LocalDate.of(2026, 1, 1)), all);
    }

    @Test
    void a_promise_of_all_is_nothing_missed_in_the_one_measurement_of_a_window() {
        LevelVersionView all = level("O-LT", "LEAD_TIME", "100", "MONTH");
        assertThat(measured(all)).isEqualTo("cases-missed");
        assertThat(objective(all))
                .containsEntry("op", "lte")
                .containsEntry("value", 0)
                .containsEntry("targetPercent", 99);
        assertThat(map(map(of(export(all), "SLO").get(0).get("metadata")).get("annotations")))
                .containsEntry("fellesdrift.no/measurements-per-window", "1");
    }

    @Test
    void a_number_of_its_own_is_a_threshold() {
        LevelVersionView longest = number("LONGEST_OUTAGE", "threshold_seconds", "28800");
        assertThat(measured(longest)).isEqualTo("seconds-of-longest-outage");
        assertThat(objective(longest)).containsEntry("op", "lte").containsEntry("value", 28_800);
        assertThat(objective(number("TIME_BETWEEN_OUTAGES", "threshold_seconds", "3600")))
                .containsEntry("op", "gte");
        assertThat(objective(number("CUSTOM", "threshold_value", "4.5", "direction", "AT_LEAST")))
                .containsEntry("op", "gte")
                .containsEntry("value", 4.5);
        assertThat(measured(
                        number("RESPONSE_TIME", "threshold_value", "4", "direction", "AT_MOST", "percentile", "95")))
                .isEqualTo("percentile");
        assertThat(objective(number("OUTAGE_COUNT", "threshold_seconds", "3600", "threshold_value", "2")))
                .containsEntry("value", 2);
    }

    @Test
    void a_rolling_period_has_no_calendar() {
        Map<String, Object> spec = map(of(export(level("O-AV", "AVAILABILITY", "99", "ROLLING_6_MONTHS")), "SLO")
                .get(0)
                .get("spec"));
        assertThat(spec.get("timeWindow")).isEqualTo(List.of(Map.of("duration", "6M", "isRolling", true)));
    }

    @Test
    void every_measure_has_an_indicator_of_one_kind_and_an_objective_below_a_hundred_percent() {
        for (Measure measure : Measure.values()) {
            for (String target : List.of("95", "100")) {
                List<Map<String, Object>> documents = export(number(
                        measure.name(),
                        "target_percent",
                        target,
                        "threshold_seconds",
                        "60",
                        "threshold_value",
                        "4",
                        "direction",
                        "AT_MOST"));
                assertThat(map(of(documents, "SLI").get(0).get("spec")).keySet())
                        .as(measure + " " + target)
                        .hasSize(1)
                        .isSubsetOf("ratioMetric", "thresholdMetric");
                Map<String, Object> spec = map(of(documents, "SLO").get(0).get("spec"));
                assertThat(((Number) map(((List<?>) spec.get("objectives")).get(0))
                                        .get("targetPercent"))
                                .doubleValue())
                        .as(measure + " " + target)
                        .isLessThan(100);
            }
        }
    }
}
