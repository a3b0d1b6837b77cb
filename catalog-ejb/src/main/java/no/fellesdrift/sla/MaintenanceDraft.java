package no.fellesdrift.sla;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Planned work as its source tells it.
 *
 * @param maintenance the key at the source
 * @param actualFrom null, with {@code actualTo}, until the work was done
 * @param serviceDown the work interrupts the service
 * @param performedBy PROVIDER, UPSTREAM, CUSTOMER
 * @param approvedBy null when it is not approved
 * @param announcedBy the person who announced it here; null when a machine or a file tells it
 * @param cancelled it was called off; null for no
 * @param source null when not named, see {@link UnnamedSource}
 */
public record MaintenanceDraft(
        String maintenance,
        String service,
        String offering,
        String agency,
        Instant windowFrom,
        Instant windowTo,
        Instant actualFrom,
        Instant actualTo,
        Boolean serviceDown,
        String performedBy,
        Instant announcedAt,
        String approvedBy,
        Instant approvedAt,
        String source,
        String summary,
        String announcedBy,
        Boolean cancelled)
        implements Scoped {

    @Override
    public List<String> people() {
        return Stream.of(approvedBy, announcedBy).filter(Objects::nonNull).toList();
    }
}
