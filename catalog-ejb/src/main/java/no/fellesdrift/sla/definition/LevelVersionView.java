package no.fellesdrift.sla.definition;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.sla.CreditScheme;

/**
 * One version of a service level.
 *
 * @param number 1 for the first version of the level, in order of validity
 * @param choices every choice that is made, by the name of its column ({@code target_percent}, {@code unknown}, …) and in
 *     the order of the table; what does not apply to the measure is not there
 */
public record LevelVersionView(
        String level, String packageCode, int number, DateRange valid, Map<String, String> choices) {

    public LevelVersionView {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    /** The name that a column of choices has outside: {@code targetPercent}. */
    public static String name(String column) {
        return LevelChoices.name(column);
    }

    public String measure() {
        return choices.get("measure");
    }

    /** Whether a scheme of that kind can say what a breach gives: from a percentage, and from what the measure tells. */
    public boolean fits(CreditScheme.Kind kind) {
        return LevelChoices.measure(choices)
                .filter(measure -> LevelChoices.isShare(measure, choices) && CreditSchemeRules.fits(kind, measure))
                .isPresent();
    }

    /** Whether the promise is a percentage, and not a number of its own. */
    public boolean isShare() {
        return LevelChoices.measure(choices)
                .filter(measure -> LevelChoices.isShare(measure, choices))
                .isPresent();
    }

    /** Null when the level holds for all priorities. */
    public String priority() {
        return choices.get("priority");
    }

    public BigDecimal targetPercent() {
        return new BigDecimal(choices.get("target_percent"));
    }

    public String calendar() {
        return choices.get("calendar");
    }

    public String period() {
        return choices.get("period");
    }

    /** Months that a result is reckoned over. */
    public int months() {
        return LevelChoices.months(period());
    }

    /** Null when the threshold is in working days, or there is none. */
    public Long thresholdSeconds() {
        String seconds = choices.get("threshold_seconds");
        return seconds == null ? null : Long.valueOf(seconds);
    }

    /** A number, or OFFERING; null when there is none. */
    public String thresholdWorkingDays() {
        return choices.get("threshold_working_days");
    }
}
