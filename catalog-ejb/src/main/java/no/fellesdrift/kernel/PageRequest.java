package no.fellesdrift.kernel;

import java.util.List;

/**
 * Which page of a list is wanted.
 *
 * @param page from 0
 * @param size rows per page, 1 to {@value #MAX_SIZE}
 * @param sort field names in order, each with a leading {@code -} for descending; empty means the list's own order.
 *     A repository maps the names it knows to columns and refuses others.
 */
public record PageRequest(int page, int size, List<String> sort) {

    public static final int MAX_SIZE = 1000;

    /** @throws IllegalArgumentException when page or size is out of range */
    public PageRequest {
        if (page < 0 || size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("Page from 0, size from 1 to " + MAX_SIZE);
        }
        sort = List.copyOf(sort);
    }

    public static PageRequest first(int size) {
        return new PageRequest(0, size, List.of());
    }

    /** The first row's offset. */
    public long offset() {
        return (long) page * size;
    }
}
