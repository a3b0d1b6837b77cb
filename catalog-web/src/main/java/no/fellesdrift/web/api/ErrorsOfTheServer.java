package no.fellesdrift.web.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Set;

/**
 * What the server itself refuses, before or after Jersey, is a {@link Problem} too when it was asked by the API: a
 * program cannot read the page that a person gets.
 */
@WebFilter(urlPatterns = "/error/*", dispatcherTypes = DispatcherType.ERROR)
public class ErrorsOfTheServer extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Those that have a sentence of their own. */
    private static final Set<Integer> NAMED = Set.of(400, 401, 403, 404, 405, 406, 413, 415, 500, 503);

    private static final int OWN_FAULTS = 500;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (asked == null || !asked.toString().startsWith(request.getContextPath() + "/api/")) {
            chain.doFilter(request, response);
            return;
        }
        int status = response.getStatus();
        int told = NAMED.contains(status) ? status : status < OWN_FAULTS ? 400 : OWN_FAULTS;
        String language = Languages.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        response.setStatus(told);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        Json.write(Problem.of(told, language, Problems.correlationId(request)), language, response.getOutputStream());
    }
}
