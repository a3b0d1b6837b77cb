package no.fellesdrift.sla.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A source.
 *
 * @param heartbeatSeconds null when it need not be heard
 * @param begunAt its silence counts from here at the earliest
 * @param heardAt null when it never was
 * @param lagSeconds from observed to recorded, of the latest that it told; null when it told nothing
 * @param keyId of its API key; null when it has none
 * @param pulledUntil PROMETHEUS only: asked for until then
 * @param pullDue PROMETHEUS only: asked next
 * @param pullProblem PROMETHEUS only: why it did not answer the last time; null when it did
 */
public record SourceView(
        String code,
        int version,
        String name,
        SourceKind kind,
        boolean active,
        List<String> services,
        Integer heartbeatSeconds,
        Instant begunAt,
        Instant heardAt,
        Long lagSeconds,
        SourceState state,
        Long keyId,
        String baseUrl,
        String query,
        Integer stepSeconds,
        Instant pulledUntil,
        Instant pullDue,
        int pullFailures,
        String pullProblem) {

    /** From when on it is silent if it is not heard again; null when it need not be heard. */
    public Instant silentFrom() {
        return limit(heardAt, begunAt, heartbeatSeconds);
    }

    static Instant limit(Instant heardAt, Instant begunAt, Integer heartbeatSeconds) {
        if (heartbeatSeconds == null) {
            return null;
        }
        Instant last = heardAt == null || heardAt.isBefore(begunAt) ? begunAt : heardAt;
        return last.plus(Duration.ofSeconds(heartbeatSeconds));
    }

    static SourceState state(boolean active, Instant limit, Integer heartbeatSeconds, Long lagSeconds, Instant now) {
        if (!active || limit == null) {
            return SourceState.NOT_WATCHED;
        } else if (now.isAfter(limit)) {
            return SourceState.SILENT;
        }
        return lagSeconds != null && lagSeconds > heartbeatSeconds ? SourceState.LATE : SourceState.HEALTHY;
    }
}
