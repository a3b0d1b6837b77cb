package no.fellesdrift.web.sla;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.ResultView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** What was achieved and what was promised, in words, whatever the level's unit. */
@Named
@RequestScoped
public class LevelFigures {

    private static final int USUAL_DECIMALS = 2;

    @Inject
    Texts t;

    @Inject
    Format f;

    /** What was achieved; a dash when it is not to be shown. */
    public String delivered(ResultView result) {
        return !result.shown() || result.displayed() == null
                ? "–"
                : written(result, result.displayed(), result.displayDecimals());
    }

    /** What was promised: {@code 99,9 %}, {@code høyst 8 t}. */
    public String target(ResultView result) {
        BigDecimal target = result.targetDisplayed();
        if (result.inPercent()) {
            return f.percent(target, target.scale() > USUAL_DECIMALS ? result.displayDecimals() : USUAL_DECIMALS);
        }
        return t.of(high(result) ? "sla.figure.at-least" : "sla.figure.at-most", written(result, target, 0));
    }

    private String written(ResultView result, BigDecimal number, int decimals) {
        return switch (result.unit()) {
            case PERCENT -> f.percent(number, decimals);
            case SECONDS -> f.duration(number.longValue());
            case COUNT -> t.of("sla.figure.outages", number.longValue());
            case NUMBER -> f.number(number);
        };
    }

    private static boolean high(ResultView result) {
        return result.measure() == Measure.TIME_BETWEEN_OUTAGES
                || result.policy().contains("direction=AT_LEAST");
    }

    /** How the figure was reckoned: {@code 1 430 av 1 440 målinger innenfor}. */
    public String arithmetic(ResultView result) {
        if (result.numerator() == null || result.denominator() == null) {
            return t.get("sla.why.no-number");
        }
        String counted = f.number(result.numerator());
        String all = f.number(result.denominator());
        String key = "sla.why.sum." + result.measure();
        if (!result.inPercent()) {
            return result.denominator() == 1
                    ? t.of("sla.why.sum.number", written(result, result.displayed(), 0))
                    : t.of("sla.why.sum.fraction", counted, all);
        }
        return t.of(result.measure().countsCases() ? "sla.why.cases" : key, counted, all);
    }
}
