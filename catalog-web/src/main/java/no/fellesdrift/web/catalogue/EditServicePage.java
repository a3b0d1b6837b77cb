package no.fellesdrift.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.CatalogueReason;
import no.fellesdrift.catalogue.Lifecycle;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.catalogue.ServiceDraft;
import no.fellesdrift.catalogue.ServiceView;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.web.frame.Messages;
import no.fellesdrift.web.frame.Texts;

/** Writing a service's texts and moving it on in its life. The version that was read goes back with what is written. */
@Named
@ViewScoped
public class EditServicePage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The texts of one language as they are typed. */
    public static class Typed implements Serializable {
        private static final long serialVersionUID = 1L;
        private String name;
        private String summary;
        private String description;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public String getSummary() {
            return summary;
        }

        public void setSummary(String summary) {
            this.summary = summary;
        }

        public String getDescription() {
            return description;
        }

        public void setDescription(String description) {
            this.description = description;
        }
    }

    @Inject
    CatalogueDesk desk;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    Messages messages;

    @Inject
    Texts t;

    private String code;
    private String title;
    private int version;
    private Lifecycle lifecycle;
    private List<Lifecycle> steps;
    private Lifecycle next;
    private String successor;
    private String note;
    private final Typed nb = new Typed();
    private final Typed nn = new Typed();
    private final Typed en = new Typed();

    @PostConstruct
    void open() {
        if (!caller.get().has(Role.CATALOGUE_MANAGER)) {
            throw new Rejection(CatalogueReason.ONLY_MANAGERS);
        }
        code = request.getParameter("code");
        if (code == null || code.isBlank()) {
            throw new Rejection(CatalogueReason.SERVICE_NOT_FOUND, "");
        }
        show(desk.service(ServiceCode.of(code)));
    }

    private void show(ServiceView service) {
        version = service.version();
        title = t.in(service.name());
        lifecycle = service.lifecycle();
        steps = List.copyOf(lifecycle.next());
        next = null;
        nb.setName(service.name().nb());
        nn.setName(service.name().nn());
        en.setName(service.name().en());
        nb.setSummary(service.summary().nb());
        nn.setSummary(service.summary().nn());
        en.setSummary(service.summary().en());
        nb.setDescription(service.description().nb());
        nn.setDescription(service.description().nn());
        en.setDescription(service.description().en());
    }

    public String save() {
        ServiceView saved = desk.describe(
                ServiceCode.of(code),
                version,
                new ServiceDraft(
                        nb.name,
                        nn.name,
                        en.name,
                        nb.summary,
                        nn.summary,
                        en.summary,
                        nb.description,
                        nn.description,
                        en.description));
        messages.done("catalogue.edit.saved", t.in(saved.name()));
        return back();
    }

    public String move() {
        ServiceView moved = desk.moveTo(
                ServiceCode.of(code),
                version,
                next,
                successor == null || successor.isBlank() ? null : ServiceCode.of(successor.strip()),
                note);
        messages.done("catalogue.edit.moved", t.in(moved.name()), t.get("catalogue.lifecycle." + moved.lifecycle()));
        return back();
    }

    private String back() {
        return "/catalogue/service.xhtml?faces-redirect=true&code=" + code;
    }

    public String getCode() {
        return code;
    }

    public String getTitle() {
        return title;
    }

    public Lifecycle getLifecycle() {
        return lifecycle;
    }

    public List<Lifecycle> getSteps() {
        return steps;
    }

    public Lifecycle getNext() {
        return next;
    }

    public void setNext(Lifecycle next) {
        this.next = next;
    }

    public String getSuccessor() {
        return successor;
    }

    public void setSuccessor(String successor) {
        this.successor = successor;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public Typed getNb() {
        return nb;
    }

    public Typed getNn() {
        return nn;
    }

    public Typed getEn() {
        return en;
    }
}
