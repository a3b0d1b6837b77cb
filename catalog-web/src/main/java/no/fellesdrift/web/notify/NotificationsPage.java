package no.fellesdrift.web.notify;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import no.fellesdrift.notify.MailDesk;
import no.fellesdrift.notify.MailKind;
import no.fellesdrift.web.frame.Messages;

/** What the reader wants to be told by e-mail. */
@Named
@RequestScoped
public class NotificationsPage {

    @Inject
    MailDesk desk;

    @Inject
    Messages messages;

    private List<MailKind> kinds;
    private String[] wanted;

    @PostConstruct
    void open() {
        kinds = desk.ownKinds();
        wanted = desk.wanted().stream().map(MailKind::name).toArray(String[]::new);
    }

    public String save() {
        desk.want(List.of(wanted).stream().map(MailKind::valueOf).toList());
        messages.done("notify.saved");
        return "/notifications.xhtml?faces-redirect=true";
    }

    public List<MailKind> getKinds() {
        return kinds;
    }

    public String[] getWanted() {
        return wanted.clone();
    }

    public void setWanted(String[] wanted) {
        this.wanted = wanted == null ? new String[0] : wanted.clone();
    }
}
