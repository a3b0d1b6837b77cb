package no.fellesdrift.sla.engine;

import no.fellesdrift.kernel.Share;

/** On which side of a threshold a number is good; exactly at it is good. */
public enum Direction {
    /** Low numbers are good: milliseconds, percent of a disk. */
    AT_MOST,
    /** High numbers are good: satisfaction, throughput. */
    AT_LEAST;

    public boolean good(Share number, Share threshold) {
        int order = number.compareTo(threshold);
        return this == AT_MOST ? order <= 0 : order >= 0;
    }
}
