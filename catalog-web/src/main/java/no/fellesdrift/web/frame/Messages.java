package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import no.fellesdrift.kernel.Rejection;

/**
 * What a page tells after a button: {@code messages.done("order.sent", number)}. The template shows it on top, also
 * after a redirect; wrong fields are summed up there with links.
 */
@Named
@RequestScoped
public class Messages {

    @Inject
    Texts t;

    /** One line of the summary; {@code field} is the client id to jump to, absent when it is about the whole page. */
    public record Line(String field, String text) {}

    public void done(String key, Object... arguments) {
        add(null, FacesMessage.SEVERITY_INFO, t.of(key, arguments));
    }

    public void warn(String key, Object... arguments) {
        add(null, FacesMessage.SEVERITY_WARN, t.of(key, arguments));
    }

    public void error(String key, Object... arguments) {
        add(null, FacesMessage.SEVERITY_ERROR, t.of(key, arguments));
    }

    /** @param clientId of the field, for example {@code form:quantity} */
    public void wrong(String clientId, String key, Object... arguments) {
        add(clientId, FacesMessage.SEVERITY_ERROR, t.of(key, arguments));
    }

    /** The refusal's sentence, and one line for each wrong field or row. */
    public void refused(Rejection rejection) {
        add(null, FacesMessage.SEVERITY_ERROR, t.of(rejection));
        rejection
                .violations()
                .forEach(violation -> add(
                        null,
                        FacesMessage.SEVERITY_ERROR,
                        (violation.path().isBlank() ? "" : violation.path() + ": ")
                                + t.of(violation.key(), violation.arguments().toArray())));
    }

    public List<Line> getErrors() {
        return lines(FacesMessage.SEVERITY_ERROR, FacesMessage.SEVERITY_FATAL);
    }

    public List<Line> getWarnings() {
        return lines(FacesMessage.SEVERITY_WARN);
    }

    public List<Line> getDone() {
        return lines(FacesMessage.SEVERITY_INFO);
    }

    private static List<Line> lines(FacesMessage.Severity... severities) {
        FacesContext context = FacesContext.getCurrentInstance();
        Iterable<String> ids = () -> ids(context);
        return StreamSupport.stream(ids.spliterator(), false)
                .flatMap(id -> context.getMessageList(id).stream()
                        .filter(message -> List.of(severities).contains(message.getSeverity()))
                        .map(message -> new Line(id, message.getSummary())))
                .toList();
    }

    private static Iterator<String> ids(FacesContext context) {
        return context.getClientIdsWithMessages();
    }

    private static void add(String clientId, FacesMessage.Severity severity, String text) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(clientId, new FacesMessage(severity, text, null));
    }
}
