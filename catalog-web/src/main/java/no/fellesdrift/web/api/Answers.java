package no.fellesdrift.web.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.OptionalInt;
import no.fellesdrift.kernel.Rejection;

/** Answers about one thing, which carries the version it is in as its entity tag, {@code ETag: "7"}. */
public final class Answers {

    private Answers() {}

    /** 200 with the thing and its entity tag. */
    public static Response one(Object view, int version) {
        return Response.ok(view).tag(tag(version)).build();
    }

    /** 201 with the thing, its entity tag and its address: the path of this request and the key. */
    public static Response created(UriInfo uri, String key, Object view, int version) {
        return Response.created(uri.getAbsolutePathBuilder().segment(key).build())
                .tag(tag(version))
                .entity(view)
                .build();
    }

    private static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /**
     * The version that the caller read, of the header {@code If-Match} of a PUT, PATCH or DELETE. The desk compares it.
     *
     * @throws Rejection answered 428 when there is none, 412 when it is no tag of ours
     */
    public static int requiredVersion(String ifMatch) {
        return version(ifMatch).orElseThrow(() -> new Rejection(ApiReason.IF_MATCH_REQUIRED));
    }

    /**
     * The same where the header may be left out: an action that otherwise relies on the state.
     *
     * @throws Rejection answered 412 when it is no tag of ours
     */
    public static OptionalInt version(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return OptionalInt.empty();
        }
        try {
            String tag = ifMatch.strip();
            String bare = tag.startsWith("W/") ? tag.substring(2) : tag;
            return OptionalInt.of(Integer.parseInt(bare.replace("\"", "")));
        } catch (NumberFormatException foreign) {
            throw new Rejection(ApiReason.STALE);
        }
    }

    /**
     * Refuses when the caller read another version than the thing is in now.
     *
     * @throws Rejection answered 412
     */
    public static void mustMatch(OptionalInt read, int now) {
        if (read.isPresent() && read.getAsInt() != now) {
            throw new Rejection(ApiReason.STALE);
        }
    }
}
