package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An hour of samples in a list.
 *
 * @param valued samples with a value
 * @param probed samples that said whether the service was up
 * @param mean to three decimals; null without values
 * @param highest null without values
 */
public record SampleLine(
        String service,
        String offering,
        String agency,
        String metric,
        Instant hour,
        long valued,
        long probed,
        long failed,
        BigDecimal mean,
        BigDecimal highest) {}
