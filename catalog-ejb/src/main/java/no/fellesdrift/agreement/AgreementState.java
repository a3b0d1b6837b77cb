package no.fellesdrift.agreement;

import java.util.EnumSet;
import java.util.Set;

/** The life of one version of an agreement. */
public enum AgreementState {
    /** Being written; gives no charge, no target and takes no case. */
    DRAFT,
    ACTIVE,
    ENDED;

    /** Where a version may go from here. */
    public Set<AgreementState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(ACTIVE, ENDED);
            case ACTIVE -> EnumSet.of(ENDED);
            case ENDED -> EnumSet.noneOf(AgreementState.class);
        };
    }
}
