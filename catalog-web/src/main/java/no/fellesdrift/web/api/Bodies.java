package no.fellesdrift.web.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.fellesdrift.kernel.Rejection;

/**
 * What holds for every request: a body has its limit and leaves its fingerprint for {@link Idempotent}, answers are
 * kept by no cache, and what the caller already has ({@code If-None-Match}) is not sent again.
 */
@Provider
public class Bodies implements ContainerRequestFilter, ContainerResponseFilter {

    private static final long MOST_DRAINED = 200_000_000;
    private static final Logger LOG = Logger.getLogger(Bodies.class.getName());

    /** The request property with a supplier of the SHA-256 of what was read of the body, in hexadecimal. */
    static final String FINGERPRINT = "no.fellesdrift.body.fingerprint";

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        long limit = BodyLimit.DEFAULT;
        if (resource.getResourceMethod() != null) {
            BodyLimit own = resource.getResourceMethod().getAnnotation(BodyLimit.class);
            limit = own == null ? limit : own.value();
        }
        if (request.getLength() > limit) {
            drain(request.getEntityStream());
            throw new Rejection(ApiReason.TOO_LARGE, limit);
        }
        if (request.hasEntity()) {
            Limited body =
                    new Limited(request.getEntityStream(), limit, request.getHeaderString("Idempotency-Key") != null);
            request.setEntityStream(body);
            request.setProperty(FINGERPRINT, (Supplier<String>) body::fingerprint);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().putSingle(HttpHeaders.VARY, "Authorization, Accept, Accept-Language");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        EntityTag tag = response.getEntityTag();
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (HttpMethod.GET.equals(request.getMethod())
                && response.getStatus() == Response.Status.OK.getStatusCode()
                && tag != null
                && known != null
                && known.contains("\"" + tag.getValue() + "\"")) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    /** Most clients read an answer only when they have sent everything; one that never stops is cut off. */
    private static void drain(InputStream in) {
        byte[] buffer = new byte[65_536];
        try {
            long read = 0;
            int count = in.read(buffer);
            while (count >= 0 && read < MOST_DRAINED) {
                read += count;
                count = in.read(buffer);
            }
        } catch (IOException gone) {
            LOG.log(Level.FINE, "The caller did not wait for the refusal", gone);
        }
    }

    private static final class Limited extends FilterInputStream {
        private final long limit;
        private final MessageDigest digest;
        private long read;

        Limited(InputStream in, long limit, boolean fingerprint) {
            super(in);
            this.limit = limit;
            this.digest = fingerprint ? sha256() : null;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                read += count;
                if (read > limit) {
                    drain(in);
                    throw new Rejection(ApiReason.TOO_LARGE, limit);
                }
                if (digest != null) {
                    digest.update(buffer, offset, count);
                }
            }
            return count;
        }

        String fingerprint() {
            return digest == null ? "" : HexFormat.of().formatHex(digest.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
