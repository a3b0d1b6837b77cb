package no.fellesdrift.web.frame;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.regex.Pattern;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;

/**
 * One line for every request: who, for which organisation, what, the answer's status, how long it took and the id by
 * which error page, API answer and audit trail name the same request. The outermost filter, so it stands in web.xml,
 * where the order is certain. The query is left out: it holds what people search for.
 */
public class RequestLog extends HttpFilter {

    /** The request's attribute with the id. */
    public static final String CORRELATION_ID = "correlationId";

    private static final String HEADER = "X-Correlation-Id";
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Logger LOG = System.getLogger("no.fellesdrift.request");
    private static final long serialVersionUID = 1L;
    private static final long NANOS_IN_A_TENTH = 100_000;

    @Inject
    CurrentCaller caller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        name(request, response);
        boolean failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            int status = failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus();
            write(request, status, start, who(), organisation());
        }
    }

    /** Gives the request its id, once, and tells the caller. */
    public static String name(HttpServletRequest request, HttpServletResponse response) {
        String id = idOf(request);
        response.setHeader(HEADER, id);
        return id;
    }

    /** The id of the request: as it was named already, or as the caller names it, or a new one. */
    public static String idOf(HttpServletRequest request) {
        Object known = request.getAttribute(CORRELATION_ID);
        String id = known == null ? idFor(request.getHeader(HEADER)) : known.toString();
        request.setAttribute(CORRELATION_ID, id);
        return id;
    }

    /**
     * Writes the request's line.
     *
     * @param start what {@link System#nanoTime} said when it came in
     */
    public static void write(HttpServletRequest request, int status, long start, String who, String organisation) {
        long tenths = (System.nanoTime() - start) / NANOS_IN_A_TENTH;
        LOG.log(
                Level.INFO,
                "{0} {1} {2} {3} {4} {5}.{6} ms {7}",
                request.getMethod(),
                request.getRequestURI(),
                who,
                organisation,
                String.valueOf(status),
                String.valueOf(tenths / 10),
                String.valueOf(tenths % 10),
                idOf(request));
    }

    /** The caller's own id, when it can be one: it goes into a log line and into an answer's header. */
    static String idFor(String given) {
        return given != null && ACCEPTABLE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    private String who() {
        Caller known = caller.get();
        if (known.has(Role.SYSTEM)) {
            return "-";
        }
        return known.key()
                .map(key -> known.id() + "/" + key.replaceAll("\\s+", "_"))
                .orElse(known.id());
    }

    private String organisation() {
        return caller.get().organisation() == null
                ? "-"
                : caller.get().organisation().toString();
    }
}
