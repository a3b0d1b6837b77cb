package no.fellesdrift.sla.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.LocalizedText;

/**
 * A ready-made package to copy from: kinds of agreement that the Norwegian public sector knows.
 *
 * @param levels choices by the last part of the level's code
 */
public record Preset(String code, LocalizedText name, Map<String, Map<String, String>> levels) {

    private static final String HOURLY_FINE = "SSA-TIMEBOT";

    private static final String CASES = "clock_start=OPENED boundary=END_OF_PERIOD priority_change=RETROACTIVE"
            + " counting=ONCE_STOP_OR_DUE minimum_samples=1 display_decimals=4 period=MONTH ";
    private static final String RESPONSE = CASES + "measure=RESPONSE pauses=IGNORE ";
    private static final String RESOLUTION = CASES + "measure=RESOLUTION pauses=SUBTRACT reopen=CONTINUE ";
    private static final String UPTIME = "measure=AVAILABILITY composition=OWN maintenance=COUNTS_AS_UP"
            + " maintenance_notice_hours=72 exclusions=COUNTS_AS_UP unknown=REMOVED degradation=NOT_COUNTED"
            + " minimum_coverage_percent=90 display_decimals=4 period=QUARTER consequence=IMPROVEMENT_PLAN ";

    /** No outage of the quarter is longer than eight hours. */
    private static final String LONGEST = "measure=LONGEST_OUTAGE threshold_seconds=28800 composition=OWN"
            + " maintenance=COUNTS_AS_UP maintenance_notice_hours=72 exclusions=COUNTS_AS_UP unknown=REMOVED"
            + " degradation=NOT_COUNTED target_percent=100 display_decimals=0 period=QUARTER"
            + " consequence=IMPROVEMENT_PLAN ";
    /** Nine of ten answers within four seconds. */
    private static final String ANSWERS = "measure=RESPONSE_TIME metric=RESPONSE_SECONDS threshold_value=4"
            + " direction=AT_MOST target_percent=90 minimum_samples=1 display_decimals=4 period=QUARTER"
            + " consequence=IMPROVEMENT_PLAN ";

    /**
     * <i>Norge digitalt</i> promises availability, the longest outage and quick answers per quarter, around the clock (A), within working hours (B) or as far as
     * possible (C); error classes A, B and C are critical, serious and less serious, as the standard agreements of the
     * state (SSA) have them.
     */
    public static final List<Preset> ALL = List.of(
            preset(
                    "NORGE-DIGITALT-A",
                    new LocalizedText(
                            "Norge digitalt A: hele døgnet",
                            "Noreg digitalt A: heile døgnet",
                            "Norge digitalt A: all day"),
                    "AV",
                    UPTIME + "target_percent=99 calendar=24X7",
                    "LO",
                    LONGEST + "calendar=24X7",
                    "RT",
                    ANSWERS + "calendar=24X7"),
            preset(
                    "NORGE-DIGITALT-B",
                    new LocalizedText(
                            "Norge digitalt B: i arbeidstiden",
                            "Noreg digitalt B: i arbeidstida",
                            "Norge digitalt B: working hours"),
                    "AV",
                    UPTIME + "target_percent=99 calendar=OFFICE",
                    "LO",
                    LONGEST + "calendar=OFFICE",
                    "RT",
                    ANSWERS + "calendar=OFFICE"),
            preset(
                    "NORGE-DIGITALT-C",
                    new LocalizedText(
                            "Norge digitalt C: så langt det går",
                            "Noreg digitalt C: så langt det går",
                            "Norge digitalt C: as far as possible"),
                    "RS",
                    CASES
                            + "measure=RESPONSE pauses=IGNORE target_percent=80 threshold_working_days=1"
                            + " working_day_policy=END_OF_DAY calendar=OFFICE consequence=NONE"),
            preset(
                    "SSA-FEILKLASSER",
                    new LocalizedText("Feilklasse A, B og C", "Feilklasse A, B og C", "Error classes A, B and C"),
                    "A-RS",
                    RESPONSE + "priority=P1 target_percent=95 threshold_seconds=1800 calendar=24X7 consequence=NONE",
                    "A-RE",
                    RESOLUTION
                            + "priority=P1 target_percent=90 threshold_seconds=14400 calendar=24X7"
                            + " consequence=IMPROVEMENT_PLAN",
                    "B-RS",
                    RESPONSE + "priority=P2 target_percent=90 threshold_seconds=7200 calendar=OFFICE consequence=NONE",
                    "B-RE",
                    RESOLUTION
                            + "priority=P2 target_percent=85 threshold_seconds=30600 calendar=OFFICE"
                            + " consequence=IMPROVEMENT_PLAN",
                    "C-RS",
                    RESPONSE + "priority=P3 target_percent=90 threshold_seconds=30600 calendar=OFFICE consequence=NONE",
                    "C-RE",
                    RESOLUTION
                            + "priority=P3 target_percent=80 threshold_seconds=153000 calendar=OFFICE"
                            + " consequence=NONE"),
            preset(
                    "SSA-LEVERING",
                    new LocalizedText(
                            "Leveringstid og retting etter SSA",
                            "Leveringstid og retting etter SSA",
                            "Lead time and correction as in SSA"),
                    "LT",
                    "measure=LEAD_TIME clock_start=APPROVED working_day_policy=END_OF_DAY boundary=END_OF_PERIOD"
                            + " pauses=IGNORE counting=ONCE_STOP_OR_DUE minimum_samples=1 display_decimals=4"
                            + " period=MONTH target_percent=100 threshold_working_days=OFFERING calendar=OFFICE"
                            + " consequence=IMPROVEMENT_PLAN",
                    "RE",
                    RESOLUTION
                            + "target_percent=100 threshold_seconds=61200 calendar=OFFICE"
                            + " consequence=SERVICE_CREDIT credit_scheme="
                            + HOURLY_FINE));

    /**
     * The credit schemes that its levels name: 0.2 percent for each hour begun, at most 5 percent for a case and 15 for a
     * year.
     */
    List<CreditSchemeDraft> schemes(LocalDate from) {
        return levels.values().stream().anyMatch(choices -> HOURLY_FINE.equals(choices.get("credit_scheme")))
                ? List.of(new CreditSchemeDraft(
                        HOURLY_FINE,
                        from,
                        "PERCENT_PER_UNIT",
                        "SUM",
                        BigDecimal.valueOf(15),
                        null,
                        3_600L,
                        new BigDecimal("0.2"),
                        BigDecimal.valueOf(5),
                        null,
                        BigDecimal.valueOf(15)))
                : List.of();
    }

    /** @param levels by turns the last part of a code and its choices, {@code name=VALUE} with a space between */
    private static Preset preset(String code, LocalizedText name, String... levels) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (int i = 0; i < levels.length; i += 2) {
            Map<String, String> choices = new LinkedHashMap<>();
            for (String choice : levels[i + 1].strip().split(" +", -1)) {
                int equals = choice.indexOf('=');
                choices.put(choice.substring(0, equals), choice.substring(equals + 1));
            }
            all.put(levels[i], choices);
        }
        return new Preset(code, name, all);
    }
}
