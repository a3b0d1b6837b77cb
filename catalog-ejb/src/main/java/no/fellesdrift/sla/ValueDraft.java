package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A number of any kind as its source tells it: satisfaction in a survey, open vulnerabilities.
 *
 * @param key the key at the source
 * @param offering null for all
 * @param agency null for all
 * @param metric what is measured, in the source's own words
 * @param at whole seconds
 * @param value in the metric's unit, at most six decimals
 * @param source null when not named, see {@link UnnamedSource}
 */
public record ValueDraft(
        String key,
        String service,
        String offering,
        String agency,
        String metric,
        Instant at,
        BigDecimal value,
        String source,
        String summary)
        implements Scoped {}
