package no.fellesdrift.sla;

/** How many results of a list have which status. */
public record StatusCounts(long met, long breached, long notMeasurable, long insufficientData, long notEvaluated) {
    public long all() {
        return met + breached + notMeasurable + insufficientData + notEvaluated;
    }
}
