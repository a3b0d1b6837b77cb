package no.fellesdrift.web.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;
import no.fellesdrift.party.RepeatDesk;
import no.fellesdrift.party.RepeatDesk.Answered;
import no.fellesdrift.party.RepeatDesk.Asked;
import no.fellesdrift.party.RepeatDesk.Outcome;

/** Carries out {@link Idempotent}. */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotentInterceptor {

    @Inject
    RepeatDesk desk;

    @Inject
    HttpServletRequest request;

    @AroundInvoke
    public Object once(InvocationContext method) throws Exception {
        String key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return method.proceed();
        }
        Asked asked = new Asked(request.getMethod() + " " + request.getRequestURI(), key, fingerprint());
        Outcome outcome = desk.once(asked, () -> answered(method));
        return response(outcome.answer(), outcome.repeated());
    }

    private String fingerprint() {
        return request.getAttribute(Bodies.FINGERPRINT) instanceof Supplier<?> supplier
                ? supplier.get().toString()
                : "";
    }

    private Answered answered(InvocationContext method) {
        try {
            Response response = (Response) method.proceed();
            URI location = response.getLocation();
            EntityTag tag = response.getEntityTag();
            return new Answered(
                    response.getStatus(),
                    location == null ? null : location.toString(),
                    tag == null ? null : tag.getValue(),
                    response.hasEntity()
                            ? Json.text(response.getEntity(), Languages.of(request.getHeader("Accept-Language")))
                            : null);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Response response(Answered answer, boolean repeated) {
        Response.ResponseBuilder response = Response.status(answer.status()).type(MediaType.APPLICATION_JSON_TYPE);
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        if (answer.etag() != null) {
            response.tag(new EntityTag(answer.etag()));
        }
        if (answer.body() != null) {
            response.entity(answer.body());
        }
        return response.header("Idempotency-Replayed", repeated ? "true" : null).build();
    }
}
