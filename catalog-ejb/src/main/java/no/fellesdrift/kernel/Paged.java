package no.fellesdrift.kernel;

import java.util.List;
import java.util.function.Function;

/** One page of a list that was paged in the database. {@code total} counts the whole filtered list. */
public record Paged<T>(List<T> items, int page, int size, long total) {

    public Paged {
        items = List.copyOf(items);
    }

    /** A page of a list that is at hand as a whole; short by its nature. */
    public static <T> Paged<T> cut(List<T> all, PageRequest request) {
        int from = (int) Math.min(request.offset(), all.size());
        int to = Math.min(from + request.size(), all.size());
        return of(all.subList(from, to), request, all.size());
    }

    public static <T> Paged<T> of(List<T> items, PageRequest request, long total) {
        return new Paged<>(items, request.page(), request.size(), total);
    }

    public <R> Paged<R> map(Function<T, R> change) {
        return new Paged<>(items.stream().map(change).toList(), page, size, total);
    }

    public int pages() {
        return (int) ((total + size - 1) / size);
    }
}
