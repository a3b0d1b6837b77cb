package no.fellesdrift.sla;

/** What a level measures. */
public enum Measure {
    AVAILABILITY,
    /** From a case's opening to its first response. */
    RESPONSE,
    /** From a case's opening to its solution. */
    RESOLUTION,
    /** From an order's approval to its delivery. */
    LEAD_TIME,
    /** The longest single outage, in seconds that count. */
    LONGEST_OUTAGE,
    /** How many outages take longer than a threshold. */
    OUTAGE_COUNT,
    /** Mean time of an outage. */
    TIME_TO_RESTORE,
    /** Mean time up per outage. */
    TIME_BETWEEN_OUTAGES,
    /** Samples of a time or another number: the share within a threshold, or a percentile. */
    RESPONSE_TIME,
    /** The share of agreed time in which samples stay within a threshold. */
    CAPACITY,
    /** Successful of scheduled backup runs. */
    BACKUP,
    /** From a recovery's declaration until the service is back. */
    RECOVERY_TIME,
    /** From the newest data that came back to the failure. */
    RECOVERY_POINT,
    /** Any other number. */
    CUSTOM,
    /** Service reports published until their agreed day. */
    REPORT_DELIVERY;

    public boolean countsCases() {
        return this == RESPONSE || this == RESOLUTION || this == LEAD_TIME;
    }

    /** What is asked of outages, and follows the choices of availability. */
    public boolean ofOutages() {
        return this == AVAILABILITY
                || this == LONGEST_OUTAGE
                || this == OUTAGE_COUNT
                || this == TIME_TO_RESTORE
                || this == TIME_BETWEEN_OUTAGES;
    }
}
