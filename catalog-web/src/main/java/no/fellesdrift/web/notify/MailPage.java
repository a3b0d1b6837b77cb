package no.fellesdrift.web.notify;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.notify.MailDesk;
import no.fellesdrift.notify.MailFilter;
import no.fellesdrift.notify.MailKind;
import no.fellesdrift.notify.MailLine;
import no.fellesdrift.notify.MailReason;
import no.fellesdrift.notify.MailState;
import no.fellesdrift.notify.MailView;
import no.fellesdrift.notify.Postbox;
import no.fellesdrift.web.frame.Asked;
import no.fellesdrift.web.frame.Messages;

/** The outbox, and one mail of it. */
@Named
@RequestScoped
public class MailPage {

    private static final int SIZE = 25;

    @Inject
    MailDesk desk;

    @Inject
    Messages messages;

    @Inject
    HttpServletRequest request;

    private Paged<MailLine> mails;
    private MailView mail;
    private Postbox.Status status;

    public Paged<MailLine> getMails() {
        if (mails == null) {
            Asked asked = new Asked(request::getParameter);
            mails = desk.list(filter(asked), new PageRequest(asked.page(), SIZE, asked.sort()));
        }
        return mails;
    }

    /** What the whole list of an address is narrowed to. */
    static MailFilter filter(Asked asked) {
        return new MailFilter(asked.choice("state", MailState.class), asked.choice("kind", MailKind.class));
    }

    /** The mail that the address names. */
    public MailView getMail() {
        if (mail == null) {
            mail = desk.mail(id());
        }
        return mail;
    }

    public String again() {
        long id = id();
        desk.again(id);
        messages.done("notify.tried-again");
        return "message?faces-redirect=true&id=" + id;
    }

    private long id() {
        String text = request.getParameter("id");
        if (text == null || !text.matches("\\d{1,18}")) {
            throw new Rejection(MailReason.NOT_FOUND, text);
        }
        return Long.parseLong(text);
    }

    public boolean isFiltered() {
        MailFilter filter = filter(new Asked(request::getParameter));
        return filter.state().isPresent() || filter.kind().isPresent();
    }

    public Postbox.Status getStatus() {
        if (status == null) {
            status = desk.status();
        }
        return status;
    }

    public long getNotSent() {
        return desk.notSent();
    }

    public MailState[] getStates() {
        return MailState.values();
    }

    public MailKind[] getKinds() {
        return MailKind.values();
    }

    /** The kind of tag of a state: how it is coloured. */
    public String kind(MailState state) {
        return switch (state) {
            case WAITING -> "";
            case SENT -> "ok";
            case NOT_SENT -> "bad";
        };
    }

    public String icon(MailState state) {
        return switch (state) {
            case WAITING -> "clock";
            case SENT -> "check-circle";
            case NOT_SENT -> "times-circle";
        };
    }
}
