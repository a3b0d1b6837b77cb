package no.fellesdrift.web.sla;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.sla.ExplanationView;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.ResultView;
import no.fellesdrift.web.frame.TextBundles;
import no.fellesdrift.web.frame.Written;

/** What an explanation says in words: the choices of the agreement, which of them decided, and the sums. */
public final class Reasons {

    private Reasons() {}

    /** One choice of the agreement, in words. */
    public record Rule(String name, String value) {}

    /** {@code name=value; …} as a map, in order. */
    static Map<String, Object> policy(String text) {
        Map<String, Object> policy = new LinkedHashMap<>();
        for (String choice : text.split("; ", -1)) {
            int equals = choice.indexOf('=');
            if (equals > 0) {
                policy.put(choice.substring(0, equals), choice.substring(equals + 1));
            }
        }
        return policy;
    }

    /** All choices, each in words where there are words for it. */
    public static List<Rule> rules(String language, ResultView result) {
        return policy(result.policy()).entrySet().stream()
                .map(choice -> new Rule(
                        TextBundles.text(language, "sla.policy." + choice.getKey()),
                        value(language, String.valueOf(choice.getValue()))))
                .toList();
    }

    private static String value(String language, String code) {
        String key = "sla.choice." + code;
        return TextBundles.has(language, key) ? TextBundles.text(language, key) : code;
    }

    /** The choice that decided what was done with an interval or a case; empty where none did. */
    public static Optional<Rule> rule(String language, ResultView result, ExplanationView.StepView step) {
        return name(step)
                .flatMap(name -> Optional.ofNullable(policy(result.policy()).get(name))
                        .map(code -> new Rule(
                                TextBundles.text(language, "sla.policy." + name),
                                value(language, String.valueOf(code)))));
    }

    /** The same as {@code name=value}, for machines; null where none did. */
    static String rule(ResultView result, ExplanationView.StepView step) {
        return name(step)
                .flatMap(name ->
                        Optional.ofNullable(policy(result.policy()).get(name)).map(code -> name + "=" + code))
                .orElse(null);
    }

    private static Optional<String> name(ExplanationView.StepView step) {
        return Optional.ofNullable(
                switch (step.effect()) {
                    case "UNDER_MAINTENANCE", "MAINTENANCE", "NOT_APPROVED", "OUTSIDE_WINDOW" -> "maintenance";
                    case "ANNOUNCED_TOO_LATE" -> "maintenance_notice_hours";
                    case "BEYOND_QUOTA" -> "maintenance_quota_hours";
                    case "EXCLUDED" -> "exclusions";
                    case "UNKNOWN", "KNOWN_OTHERWISE" -> "unknown";
                    case "DEGRADED" -> "degradation";
                    case "OUTSIDE_SERVICE_HOURS" -> "calendar";
                    case "PAUSED", "PAUSE_IGNORED" -> "pauses";
                    case "SOLVED" -> "reopen";
                    default -> null;
                });
    }

    /** The sums that lead from the agreed time to the figure, with their numbers; none for cases. */
    public static List<String> sums(String language, ResultView result) {
        ResultView.Availability time = result.availability();
        if (result.measure() != Measure.AVAILABILITY || time == null || result.numerator() == null) {
            return List.of();
        }
        List<String> sums = new ArrayList<>();
        long removed = time.agreedSeconds() - time.baseSeconds();
        sums.add(TextBundles.text(
                language,
                "sla.why.sum.base",
                Written.number(language, time.agreedSeconds()),
                Written.number(language, removed),
                Written.number(language, time.baseSeconds())));
        long unmeasured = time.baseSeconds() - time.downtimeSeconds() - result.numerator();
        sums.add(TextBundles.text(
                language,
                unmeasured == 0 ? "sla.why.sum.good" : "sla.why.sum.good.unknown",
                Written.number(language, time.baseSeconds()),
                Written.number(language, time.downtimeSeconds()),
                Written.number(language, result.numerator()),
                Written.number(language, unmeasured)));
        if (time.baseSeconds() != result.denominator()) {
            sums.add(TextBundles.text(
                    language,
                    "sla.why.sum.measured",
                    Written.number(language, time.baseSeconds()),
                    Written.number(language, time.baseSeconds() - result.denominator()),
                    Written.number(language, result.denominator())));
        }
        return sums;
    }

    /** The same for machines: {@code 2678400 - 7200 = 2671200}. */
    static List<String> working(ResultView result) {
        ResultView.Availability time = result.availability();
        if (result.measure() != Measure.AVAILABILITY || time == null || result.numerator() == null) {
            return List.of();
        }
        long unmeasured = time.baseSeconds() - time.downtimeSeconds() - result.numerator();
        return List.of(
                time.agreedSeconds() + " - " + (time.agreedSeconds() - time.baseSeconds()) + " = " + time.baseSeconds(),
                time.baseSeconds() + " - " + time.downtimeSeconds() + (unmeasured == 0 ? "" : " - " + unmeasured)
                        + " = " + result.numerator(),
                time.baseSeconds() + " - " + (time.baseSeconds() - result.denominator()) + " = "
                        + result.denominator());
    }
}
