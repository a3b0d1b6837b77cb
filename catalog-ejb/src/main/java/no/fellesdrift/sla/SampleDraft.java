package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A sample as its source tells it: a value, a probe that found the service up or down, or both.
 *
 * @param sample the key at the source
 * @param offering null for all
 * @param agency null for all
 * @param metric what is measured, in the source's own words: {@code response_ms}, {@code disk_used_percent}
 * @param at whole seconds
 * @param value in the metric's unit, at most six decimals; null for a mere probe
 * @param ok null when the sample does not say; a failed one has no value that counts
 * @param source null when not named, see {@link UnnamedSource}
 */
public record SampleDraft(
        String sample,
        String service,
        String offering,
        String agency,
        String metric,
        Instant at,
        BigDecimal value,
        Boolean ok,
        String source)
        implements Scoped {}
