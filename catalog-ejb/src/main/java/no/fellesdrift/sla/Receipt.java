package no.fellesdrift.sla;

import java.util.List;

/**
 * What became of a batch of measurements.
 *
 * @param accepted rows stored: new facts, and new versions of known ones
 * @param duplicates rows that say what is known already; counted and ignored
 * @param rejected every bad row; when there is one and parts were not allowed, nothing was stored
 */
public record Receipt(int accepted, int duplicates, List<RejectedRow> rejected) {

    public Receipt {
        rejected = List.copyOf(rejected);
    }

    public boolean stored() {
        return accepted > 0 || rejected.isEmpty();
    }
}
