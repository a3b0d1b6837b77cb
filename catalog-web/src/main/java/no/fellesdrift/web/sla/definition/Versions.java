package no.fellesdrift.web.sla.definition;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Paging;

/** The versions of one definition in order of validity, as every resource answers them. */
record Versions<T extends Versions.Numbered>(List<T> all) {

    /** What has a number among the versions of the same. */
    interface Numbered {
        int version();
    }

    static <V, T extends Numbered> Versions<T> of(List<V> views, Function<V, T> item) {
        return new Versions<>(views.stream().map(item).toList());
    }

    /** There is always one. */
    Response newest() {
        T newest = all.get(all.size() - 1);
        return Answers.one(newest, newest.version());
    }

    /** @throws Rejection the reason with the code and the number, when there is no such version */
    Response one(int version, Rejection.Reason unknown, String code) {
        return all.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .map(one -> Answers.one(one, version))
                .orElseThrow(() -> new Rejection(unknown, code + " " + version));
    }

    Paged<T> page(Paging paging) {
        return Paged.cut(all, paging.request());
    }

    /** The first version of something new. */
    static <T extends Numbered> Response made(UriInfo uri, String code, T first) {
        return Answers.created(uri, code, first, first.version());
    }

    static <T extends Numbered> Response made(UriInfo uri, T next) {
        return made(uri, String.valueOf(next.version()), next);
    }
}
