package no.fellesdrift.sla;

import java.util.Iterator;
import java.util.List;
import no.fellesdrift.kernel.Rejection;

/** Measurements that are read while they are taken, a block at a time, so that none is too many for the memory. */
@FunctionalInterface
public interface Measurements<T> {

    /**
     * The next rows; null when there are no more.
     *
     * @throws Rejection when what follows cannot be read at all
     */
    Batch<T> next();

    /** Those of one batch, as they are. */
    static <T> Measurements<T> of(Batch<T> batch) {
        Iterator<Batch<T>> once = List.of(batch).iterator();
        return () -> once.hasNext() ? once.next() : null;
    }
}
