package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
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

    @Inject
    Language language;

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

    /** Fields that a desk did not accept; each is found on the page by the name it has in the draft. */
    void wrong(ConstraintViolationException refused) {
        FacesContext context = FacesContext.getCurrentInstance();
        refused.getConstraintViolations().stream()
                .sorted(Comparator.comparing(Violations::path))
                .forEach(violation -> {
                    String path = Violations.path(violation);
                    String name = path.substring(path.lastIndexOf('.') + 1);
                    String message = Violations.message(violation, language.code());
                    UIInput field = field(context.getViewRoot(), name);
                    if (field == null) {
                        add(null, FacesMessage.SEVERITY_ERROR, name + ": " + message);
                    } else {
                        field.setValid(false);
                        add(
                                field.getClientId(context),
                                FacesMessage.SEVERITY_ERROR,
                                Fields.label(field) + ": " + message);
                    }
                });
    }

    private static UIInput field(UIComponent in, String id) {
        if (in instanceof UIInput input && id.equals(input.getId())) {
            return input;
        }
        for (Iterator<UIComponent> children = in.getFacetsAndChildren(); children.hasNext(); ) {
            UIInput found = field(children.next(), id);
            if (found != null) {
                return found;
            }
        }
        return null;
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
