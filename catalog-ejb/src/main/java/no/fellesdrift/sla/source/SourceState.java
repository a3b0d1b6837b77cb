package no.fellesdrift.sla.source;

/** How a source does. */
public enum SourceState {
    HEALTHY,
    /** Heard in time, but what it tells happened longer ago than it may be silent. */
    LATE,
    /** Not heard in time: nothing is known from then on of what it alone watches. */
    SILENT,
    /** Resting, or nobody expects to hear it regularly. */
    NOT_WATCHED
}
