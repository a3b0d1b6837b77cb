package no.fellesdrift.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.Scopes;

/** A key that is meant for one area opens no other, whatever its roles are. */
@Provider
public class ScopeFilter implements ContainerRequestFilter {

    /** The request attribute that holds what the used key is meant for. */
    public static final String SCOPES = "no.fellesdrift.scopes";

    @Context
    HttpServletRequest servletRequest;

    /** A list and its calendar are one area; a source's heartbeat is what its measurements are. */
    static String area(String path) {
        return path.matches("/?sources/[^/]+/heartbeat")
                ? "measurements"
                : path.replaceFirst("^/", "").split("[/.]", 2)[0];
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Set<String> scopes = servletRequest.getAttribute(SCOPES) instanceof Set<?> set
                ? set.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
        String area = area(request.getUriInfo().getPath());
        boolean readOnly = Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
        if (!Scopes.allow(scopes, area, readOnly)) {
            throw new Rejection(ApiReason.OUT_OF_SCOPE, area);
        }
    }
}
