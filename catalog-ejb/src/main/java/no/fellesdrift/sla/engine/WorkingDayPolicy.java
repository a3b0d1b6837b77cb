package no.fellesdrift.sla.engine;

/** Which time of the last working day is due. */
public enum WorkingDayPolicy {
    /** The time of day at which the clock began, but not after that day's last closing. */
    KEEP_TIME,
    /** The day's last closing. */
    END_OF_DAY
}
