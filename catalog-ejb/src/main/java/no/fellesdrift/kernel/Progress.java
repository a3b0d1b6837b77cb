package no.fellesdrift.kernel;

/** Told by long work how far it has come, in its own unit: agreement lines, pools, rows. */
@FunctionalInterface
public interface Progress {

    /** For work that nobody watches. */
    Progress NONE = (done, total) -> {};

    /**
     * @param done how many are finished, from 0
     * @param total how many there are
     */
    void at(long done, long total);
}
