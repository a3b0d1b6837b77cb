package no.fellesdrift.web.frame;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import no.fellesdrift.kernel.Rejection;

/**
 * A refusal becomes a message on the page where the button stands, with everything typed kept. A page that cannot be
 * opened because its object does not exist, or not for this reader, becomes the page that says so. Bugs go on to the
 * error page with an id.
 */
public class RejectionHandler extends ExceptionHandlerWrapper {

    /** The attribute of a request that has the sentence for the page which tells a refusal. */
    public static final String REFUSAL = "refusal";

    private static final Logger LOG = System.getLogger(RejectionHandler.class.getName());

    public RejectionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            ExceptionQueuedEventContext queued = events.next().getContext();
            FacesContext context = FacesContext.getCurrentInstance();
            Rejection rejection = find(queued.getException(), Rejection.class);
            boolean onItsPage = context.isPostback() && !PhaseId.RENDER_RESPONSE.equals(queued.getPhaseId());
            if (rejection != null && onItsPage) {
                CDI.current().select(Messages.class).get().refused(rejection);
                context.renderResponse();
                events.remove();
            } else if (find(queued.getException(), OptimisticLockException.class) != null && onItsPage) {
                CDI.current().select(Messages.class).get().error("frame.stale");
                context.renderResponse();
                events.remove();
            } else if (find(queued.getException(), ConstraintViolationException.class) != null && onItsPage) {
                CDI.current()
                        .select(Messages.class)
                        .get()
                        .wrong(find(queued.getException(), ConstraintViolationException.class));
                context.renderResponse();
                events.remove();
            } else if (rejection != null) {
                String sentence = CDI.current().select(Texts.class).get().of(rejection);
                send(context, status(rejection), sentence);
                events.remove();
            } else if (find(queued.getException(), EJBAccessException.class) != null
                    || find(queued.getException(), AccessLocalException.class) != null) {
                send(context, HttpServletResponse.SC_FORBIDDEN, null);
                events.remove();
            } else if (find(queued.getException(), ViewExpiredException.class) == null) {
                // the server writes the stack, which does not know the id that the reader is told
                HttpServletRequest request =
                        (HttpServletRequest) context.getExternalContext().getRequest();
                LOG.log(Level.ERROR, "Request {0} failed: {1}", RequestLog.idOf(request), queued.getException());
            }
        }
        getWrapped().handle();
    }

    /** What a page that is refused is answered with: one of those that have a page of their own. */
    public static int status(Rejection rejection) {
        return switch (rejection.reason().kind()) {
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case CONFLICT, STALE -> HttpServletResponse.SC_CONFLICT;
            case MALFORMED, INVALID, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> HttpServletResponse.SC_BAD_REQUEST;
        };
    }

    private static void send(FacesContext context, int status, String sentence) {
        try {
            context.getExternalContext().getRequestMap().put(REFUSAL, sentence);
            // takes back what was written, not the headers: the request's id and what a browser must obey stay
            context.getExternalContext().responseSendError(status, sentence);
            context.responseComplete();
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    private static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
