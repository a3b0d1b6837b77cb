package no.fellesdrift.web.sla;

import java.math.BigDecimal;
import java.util.Locale;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.ResultView;
import no.fellesdrift.web.frame.TextBundles;
import no.fellesdrift.web.frame.Written;

/** What was achieved and what was promised, in the words of a language, whatever the level's unit. */
public final class Figures {

    private static final int USUAL_DECIMALS = 2;

    private Figures() {}

    /** What was achieved; a dash when it is not to be shown. */
    public static String delivered(String language, ResultView result) {
        return !result.shown() || result.displayed() == null
                ? "–"
                : written(language, result, result.displayed(), result.displayDecimals());
    }

    /** What was promised: {@code 99,9 %}, {@code høyst 8 t}. */
    public static String target(String language, ResultView result) {
        BigDecimal target = result.targetDisplayed();
        if (result.inPercent()) {
            return Written.percent(
                    language, target, target.scale() > USUAL_DECIMALS ? result.displayDecimals() : USUAL_DECIMALS);
        }
        return TextBundles.text(
                language,
                high(result) ? "sla.figure.at-least" : "sla.figure.at-most",
                written(language, result, target, 0));
    }

    /** {@code Lokalnett, tilgjengelighet}, or {@code E-post, løsningstid, prioritet P2}. */
    public static String named(String language, ResultView result) {
        String measure = TextBundles.text(language, "sla.Measure." + result.measure());
        return result.serviceName() + ", " + measure.substring(0, 1).toLowerCase(Locale.ROOT) + measure.substring(1)
                + (result.priority() == null
                        ? ""
                        : ", " + TextBundles.text(language, "sla.priority", result.priority()));
    }

    private static String written(String language, ResultView result, BigDecimal number, int decimals) {
        return switch (result.unit()) {
            case PERCENT -> Written.percent(language, number, decimals);
            case SECONDS -> Written.duration(language, number.longValue());
            case COUNT -> TextBundles.text(language, "sla.figure.outages", number.longValue());
            case NUMBER -> Written.number(language, number);
        };
    }

    private static boolean high(ResultView result) {
        return result.measure() == Measure.TIME_BETWEEN_OUTAGES
                || result.policy().contains("direction=AT_LEAST");
    }

    /** How the figure was reckoned: {@code 1 430 av 1 440 målinger innenfor}. */
    public static String arithmetic(String language, ResultView result) {
        if (result.numerator() == null || result.denominator() == null) {
            return TextBundles.text(language, "sla.why.no-number");
        }
        String counted = Written.number(language, result.numerator());
        String all = Written.number(language, result.denominator());
        if (!result.inPercent()) {
            return result.denominator() == 1
                    ? TextBundles.text(language, "sla.why.sum.number", written(language, result, result.displayed(), 0))
                    : TextBundles.text(language, "sla.why.sum.fraction", counted, all);
        }
        return TextBundles.text(
                language,
                result.measure().countsCases() ? "sla.why.cases" : "sla.why.sum." + result.measure(),
                counted,
                all);
    }
}
