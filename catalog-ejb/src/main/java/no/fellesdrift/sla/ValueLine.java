package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.time.Instant;

/** A number in a list. */
public record ValueLine(
        String key,
        String service,
        String offering,
        String agency,
        String metric,
        Instant at,
        BigDecimal value,
        String source,
        int version,
        String summary) {}
