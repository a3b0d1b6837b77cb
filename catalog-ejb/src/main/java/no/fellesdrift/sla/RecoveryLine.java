package no.fellesdrift.sla;

import java.time.Instant;

/** A recovery in a list. */
public record RecoveryLine(
        String key,
        String service,
        String offering,
        String agency,
        Instant failure,
        Instant declared,
        Instant restored,
        Instant lastGoodPoint,
        boolean test,
        String source,
        int version,
        String summary) {}
