package no.fellesdrift.audit;

import java.time.Instant;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Which entries a list shows.
 *
 * @param who a person's id, the name of a key, or a part of a person's name
 * @param what {@code order}, for everything of a room, or {@code order.approve}
 * @param subject with a type its number or name, without one the beginning of it
 * @param from inclusive
 * @param to exclusive
 */
public record AuditFilter(
        Optional<String> who,
        Optional<String> what,
        Optional<String> type,
        Optional<String> subject,
        Optional<OrgNumber> organisation,
        Optional<Instant> from,
        Optional<Instant> to) {

    public static AuditFilter about(String type, String subject) {
        return new AuditFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(type),
                Optional.of(subject),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
