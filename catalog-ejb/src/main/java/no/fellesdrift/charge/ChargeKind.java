package no.fellesdrift.charge;

/** What a charge is for: the kind of its price component, or a later addition to it. */
public enum ChargeKind {
    MONTH,
    QUARTER,
    YEAR,
    ONE_OFF,
    USAGE_FLAT,
    USAGE_GRADUATED,
    USAGE_VOLUME,
    SERVICE_CREDIT,
    CORRECTION;

    /** Whether a price of this kind is charged by the day. */
    boolean isRecurring() {
        return this == MONTH || this == QUARTER || this == YEAR;
    }

    boolean isUsage() {
        return this == USAGE_FLAT || this == USAGE_GRADUATED || this == USAGE_VOLUME;
    }

    /**
     * How many months one recurring price pays for.
     *
     * @throws IllegalStateException when the kind is not recurring
     */
    int months() {
        return switch (this) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
            default -> throw new IllegalStateException(this + " is not a recurring kind");
        };
    }
}
