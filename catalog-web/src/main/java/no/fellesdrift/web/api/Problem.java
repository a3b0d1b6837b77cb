package no.fellesdrift.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.fellesdrift.kernel.Rejection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is answered when a request is refused or fails, {@code application/problem+json} (RFC 9457).
 *
 * @param type a name for {@code code}, not a page
 * @param title of the status, in the caller's language
 * @param detail what was refused, why and what can be done, in the caller's language
 * @param code the text key of the refusal; stable
 * @param correlationId the request's id in log and audit trail
 * @param violations each field, parameter or row that is wrong
 */
@Schema(description = "RFC 9457 problem details")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String correlationId,
        List<Violation> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param path of the field, {@code lines[0].quantity}, or the name of the parameter */
    public record Violation(String path, String message) {}

    public static Problem of(Rejection rejection, String language, String correlationId) {
        return of(
                status(rejection.reason()),
                rejection.reason().key(),
                Languages.sentence(language, rejection.reason().key(), rejection.arguments()),
                rejection.violations().stream()
                        .map(wrong -> new Violation(
                                wrong.path(), Languages.sentence(language, wrong.key(), wrong.arguments())))
                        .toList(),
                language,
                correlationId);
    }

    /** A status that needs no more words than the title and its own sentence, {@code api.status.<status>}. */
    public static Problem of(int status, String language, String correlationId) {
        String key = "api.status." + status;
        return of(
                status,
                key,
                Languages.sentence(language, key, List.of(correlationId)),
                List.of(),
                language,
                correlationId);
    }

    public static Problem of(
            int status, String code, String detail, List<Violation> violations, String language, String correlationId) {
        return new Problem(
                "urn:fellesdrift:problem:" + code,
                Languages.sentence(language, "api.title." + status, List.of()),
                status,
                detail,
                code,
                correlationId,
                violations);
    }

    static int status(Rejection.Reason reason) {
        if (reason == ApiReason.IF_MATCH_REQUIRED) {
            return 428;
        }
        return switch (reason.kind()) {
            case MALFORMED -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case INVALID -> 422;
        };
    }

    Response response(String language) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .entity(this)
                .build();
    }
}
