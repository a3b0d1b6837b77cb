package no.fellesdrift.sla.engine;

import java.util.List;
import no.fellesdrift.kernel.Share;

/**
 * What a measure that is neither availability nor a count of cases came to.
 *
 * @param numerator of a share what was good; of a number its numerator; null when there is no number
 * @param denominator of a share what was counted; of a number its denominator; null when there is no number
 * @param coverage share of agreed time that was measured; null where that has no meaning
 */
public record Finding(ResultStatus status, Long numerator, Long denominator, Share coverage, List<Step> steps) {

    public Finding {
        steps = List.copyOf(steps);
    }

    /** Whether a promise was found kept or broken. */
    public static boolean said(ResultStatus status) {
        return status == ResultStatus.MET || status == ResultStatus.BREACHED;
    }

    static Finding notMeasurable(List<Step> steps) {
        return new Finding(ResultStatus.NOT_MEASURABLE, 0L, 0L, null, steps);
    }

    /** So much of so many, against a least share of one; too few are insufficient data. */
    public static Finding share(long good, long counted, Share target, Integer minimumSamples, List<Step> steps) {
        if (counted == 0) {
            return notMeasurable(steps);
        }
        ResultStatus status = minimumSamples != null && counted < minimumSamples
                ? ResultStatus.INSUFFICIENT_DATA
                : Share.of(good, counted).compareTo(target) >= 0 ? ResultStatus.MET : ResultStatus.BREACHED;
        return new Finding(status, good, counted, null, steps);
    }

    /** A number against a threshold. */
    static Finding number(Share number, Share threshold, Direction direction, boolean enough, List<Step> steps) {
        ResultStatus status = !enough
                ? ResultStatus.INSUFFICIENT_DATA
                : direction.good(number, threshold) ? ResultStatus.MET : ResultStatus.BREACHED;
        return new Finding(
                status,
                number.numerator().longValueExact(),
                number.denominator().longValueExact(),
                null,
                steps);
    }
}
