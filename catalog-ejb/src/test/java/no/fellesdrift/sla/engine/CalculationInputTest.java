package no.fellesdrift.sla.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Map;
import no.fellesdrift.sla.engine.InputFault.Kind;
import org.junit.jupiter.api.Test;

/** What a computation takes as input, and what it says of what it cannot take. */
class CalculationInputTest {

    private static Object answer(String kind, String input) {
        try (JsonReader reader = Json.createReader(new StringReader(
                "{'kind': '%s', 'input': %s}".formatted(kind, input).replace('\'', '"')))) {
            return Calculations.answer(new Input("", JsonTrees.plain(reader.readValue())));
        }
    }

    private static void refused(String kind, String input, String path, Kind fault) {
        assertThatThrownBy(() -> answer(kind, input)).isInstanceOfSatisfying(InputFault.class, refused -> {
            assertThat(refused.path()).isEqualTo(path);
            assertThat(refused.kind()).isEqualTo(fault);
        });
    }

    private static final String OFFICE = "{'tz': 'Europe/Oslo', 'weekly': {'FRI': [['07:30', '16:00']],"
            + " 'MON': [['07:30', '16:00']], 'SUN': null}, 'holidays': null}";

    @Test
    void a_case_opened_friday_half_past_three_with_eight_hours_is_due_monday_three_o_clock() {
        assertThat(answer(
                        "due_at",
                        "{'calendar': " + OFFICE + ", 'start': '2026-11-06T15:30:00+01:00', 'seconds': '28800'}"))
                .isEqualTo("2026-11-09T15:00:00+01:00");
    }

    @Test
    void a_calendar_without_weekly_hours_may_live_by_its_overrides() {
        assertThat(answer(
                        "is_open",
                        "{'calendar': {'tz': 'UTC', 'overrides': {'2026-11-06': [['09:00', '10:00:30']]}},"
                                + " 'at': '2026-11-06T10:00:29Z'}"))
                .isEqualTo(true);
    }

    @Test
    void numbers_may_be_texts_and_tiers_in_any_order() {
        assertThat(answer(
                        "service_credit_tier",
                        "{'achieved_percent': '99.5', 'monthly_fee': '2000.00', 'tiers': ["
                                + "{'at_least_percent': 0, 'credit_percent': '50'},"
                                + "{'at_least_percent': '99.0', 'credit_percent': 10},"
                                + "{'at_least_percent': 99.9, 'credit_percent': 0}]}"))
                .isEqualTo(new BigDecimal("200"));
    }

    @Test
    void a_target_of_nothing_burns_as_fast_as_it_fails_but_has_no_budget_of_its_own() {
        assertThat(answer("burn_rate", "{'bad': 36, 'total': 3600, 'target_percent': 0}"))
                .isEqualTo(new BigDecimal("0.01"));
        refused(
                "error_budget",
                "{'bad_seconds': 1, 'total_seconds': 10, 'target_percent': 0}",
                "input.target_percent",
                Kind.OUT_OF_RANGE);
    }

    @Test
    void two_of_three_redundant_parts_are_available_as_often_as_at_least_two_of_them_are() {
        // 0.9³ + 3 × 0.9² × 0.1
        assertThat(answer("composite_availability", "{'k_of_n': [90, 90, '90'], 'k': 2}"))
                .isEqualTo(new BigDecimal("97.2"));
        assertThat(answer("composite_availability", "{'serial': [{'parallel': [90, 90]}, 50]}"))
                .isEqualTo(new BigDecimal("49.5"));
        refused("composite_availability", "{'serial': [90, 101]}", "input.serial[1]", Kind.OUT_OF_RANGE);
        refused("composite_availability", "{'k_of_n': [90], 'k': 2}", "input.k", Kind.OUT_OF_RANGE);
    }

    @Test
    void what_is_never_asked_for_is_never_down() {
        assertThat(answer(
                        "dependency_outage",
                        "{'tree': {'k_of_n': ['a'], 'k': 0}, 'outages': {'a': [[0, 10]], 'b': null}}"))
                .isEqualTo(Map.of("outages", java.util.List.of(), "downtime", BigDecimal.ZERO));
    }

    @Test
    void a_period_has_an_end_and_a_pause_may_lack_one() {
        refused(
                "availability_contract",
                "{'calendar': " + OFFICE + ", 'period': ['2026-11-06T00:00:00Z', null], 'target_percent': 99}",
                "input.period[1]",
                Kind.MISSING);
        assertThat(answer(
                        "due_at_with_pauses",
                        "{'calendar': " + OFFICE + ", 'start': '2026-11-06T15:30:00+01:00', 'seconds': 28800,"
                                + " 'pauses': [['2026-11-06T15:45:00+01:00', null]]}"))
                .isNull();
    }

    @Test
    void a_fault_names_the_path_of_the_field() {
        refused(
                "working_seconds",
                "{'calendar': {'tz': 'Europe/Oslo', 'weekly': {'MON': [['07:30', '16:00'], ['17:00', '1700']]}}}",
                "input.calendar.weekly.MON[1][1]",
                Kind.NOT_A_TIME);
        refused(
                "working_seconds",
                "{'calendar': {'tz': 'Europe/Oslo', 'weekly': {'MONDAY': []}}}",
                "input.calendar.weekly.MONDAY",
                Kind.NOT_A_DAY);
        refused(
                "is_open",
                "{'calendar': {'tz': 'Oslo', 'weekly': {}}, 'at': '2026-11-06T15:30:00Z'}",
                "input.calendar.tz",
                Kind.NOT_A_ZONE);
        refused(
                "due_at",
                "{'calendar': {'tz': 'UTC', 'weekly': {}}, 'start': '2026-11-06T15:30:00Z', 'seconds': 1}",
                "input.calendar",
                Kind.CALENDAR_NEVER_OPEN);
        refused(
                "percentile",
                "{'values': [1, 'x'], 'percentile': 50, 'method': 'NEAREST_RANK'}",
                "input.values[1]",
                Kind.NOT_A_NUMBER);
    }
}
