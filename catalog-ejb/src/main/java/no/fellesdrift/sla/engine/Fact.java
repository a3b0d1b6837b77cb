package no.fellesdrift.sla.engine;

import java.math.BigDecimal;
import java.util.Set;

/** What was measured or decided about a service for a time, in epoch seconds. */
public sealed interface Fact {

    /** The key at its source. */
    String key();

    Scope scope();

    /**
     * What a fact is about: a service, narrowed to an offering or an agency where these are given.
     *
     * @param offering null for all
     * @param agency null for all
     */
    record Scope(String service, String offering, String agency) {

        /** A fact that is bound to one offering does not travel along a dependency. */
        public boolean concerns(Target target) {
            boolean own = service.equals(target.service());
            boolean reaches = own
                    ? offering == null || offering.equals(target.offering())
                    : offering == null && target.needed().contains(service);
            return reaches && (agency == null || agency.equals(target.agency()));
        }
    }

    /** Whom facts are gathered for; {@code needed} are the services whose facts count as its own. */
    record Target(String service, String offering, String agency, Set<String> needed) {
        public Target {
            needed = Set.copyOf(needed);
        }
    }

    /** @param to {@link Long#MAX_VALUE} while it lasts */
    record Outage(String key, Scope scope, long from, long to, Cause cause, boolean degraded) implements Fact {}

    /**
     * @param actualFrom with {@code actualTo} the work itself; equal when there was none
     * @param serviceDown the work interrupted the service: it is an outage as well
     */
    record Maintenance(
            String key,
            Scope scope,
            long windowFrom,
            long windowTo,
            long actualFrom,
            long actualTo,
            boolean serviceDown,
            Cause performedBy,
            long announcedAt,
            boolean approved)
            implements Fact {}

    record Unknown(String key, Scope scope, long from, long to) implements Fact {}

    record Exclusion(String key, Scope scope, long from, long to, boolean approved) implements Fact {}

    /** @param finished the scheduled instant while it has not */
    record Backup(String key, Scope scope, long scheduled, long finished, boolean successful) implements Fact {}

    /**
     * @param restored {@link Long#MAX_VALUE} while it is not
     * @param lastGood null while it is not known
     */
    record Recovery(String key, Scope scope, long failure, long declared, long restored, Long lastGood)
            implements Fact {}

    /**
     * An agency's service report of the month {@code [from, to)}.
     *
     * @param due the last second of the day on which it is to be published
     * @param published {@link Long#MAX_VALUE} while it is not
     */
    record Report(String key, Scope scope, long from, long to, long due, long published) implements Fact {}

    record Value(String key, Scope scope, String metric, long at, BigDecimal value) implements Fact {}
}
