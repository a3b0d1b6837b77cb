package no.fellesdrift.catalogue;

import java.util.EnumSet;
import java.util.Set;

/** The life of a service and the steps allowed in it. */
public enum Lifecycle {
    PROPOSED,
    PLANNED,
    ACTIVE,
    /** Kept for those who have it; nobody new gets it. */
    DEPRECATED,
    RETIRED;

    /** Where a service may go from here. A retired service never comes back. */
    public Set<Lifecycle> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(PLANNED, RETIRED);
            case PLANNED -> EnumSet.of(PROPOSED, ACTIVE, RETIRED);
            case ACTIVE -> EnumSet.of(DEPRECATED);
            case DEPRECATED -> EnumSet.of(ACTIVE, RETIRED);
            case RETIRED -> EnumSet.noneOf(Lifecycle.class);
        };
    }

    /** Whether agencies see it in their catalogue. */
    public boolean shownToAgencies() {
        return this == PLANNED || this == ACTIVE || this == DEPRECATED;
    }
}
