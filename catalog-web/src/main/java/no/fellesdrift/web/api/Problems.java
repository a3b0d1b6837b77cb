package no.fellesdrift.web.api;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.web.frame.Violations;

/** Turns everything that can be thrown into a {@link Problem}. What nobody foresaw is logged and answered 500. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        String language = Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        String id = correlationId(request);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return Problem.of(rejection, language, id).response(language);
            } else if (cause instanceof ConstraintViolationException invalid) {
                return invalid(invalid.getConstraintViolations(), language, id);
            } else if (cause instanceof OptimisticLockException || cause instanceof PessimisticLockException) {
                return Problem.of(new Rejection(ApiReason.CHANGED_MEANWHILE), language, id)
                        .response(language);
            } else if (cause instanceof EJBAccessException || cause instanceof AccessLocalException) {
                return Problem.of(new Rejection(ApiReason.FORBIDDEN), language, id)
                        .response(language);
            }
        }
        if (thrown instanceof WebApplicationException refused) {
            return refused(refused.getResponse(), language, id);
        }
        LOG.log(Level.SEVERE, thrown, () -> "Request " + id + " failed: " + thrown);
        return Problem.of(500, language, id).response(language);
    }

    private static Response refused(Response original, String language, String id) {
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        Response.ResponseBuilder answer =
                Response.fromResponse(Problem.of(status, language, id).response(language));
        MultivaluedMap<String, Object> headers = original.getHeaders();
        for (String kept : List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE)) {
            if (headers.containsKey(kept)) {
                answer.header(kept, headers.getFirst(kept));
            }
        }
        return answer.build();
    }

    private static Response invalid(Set<ConstraintViolation<?>> wrong, String language, String id) {
        List<Problem.Violation> violations = wrong.stream()
                .map(violation ->
                        new Problem.Violation(Violations.path(violation), Violations.message(violation, language)))
                .sorted(Comparator.comparing(Problem.Violation::path))
                .toList();
        ApiReason reason = ApiReason.WRONG_FIELDS;
        return Problem.of(
                        422,
                        reason.key(),
                        Languages.sentence(language, reason.key(), List.of()),
                        violations,
                        language,
                        id)
                .response(language);
    }

    /** The id that the request log gave the request; an own one where it does not run. */
    static String correlationId(HttpServletRequest request) {
        Object id = request.getAttribute("correlationId");
        if (id == null) {
            id = UUID.randomUUID().toString();
            request.setAttribute("correlationId", id);
        }
        return id.toString();
    }
}
