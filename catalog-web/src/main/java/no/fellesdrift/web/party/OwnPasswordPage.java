package no.fellesdrift.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.web.frame.Messages;

/** A person changes the own password. What is typed here is never shown again. */
@Named
@RequestScoped
public class OwnPasswordPage {

    @Inject
    PartyDesk desk;

    @Inject
    Messages messages;

    private String current;
    private String wanted;
    private String repeated;

    public boolean isPassword() {
        return desk.me().password();
    }

    public String change() {
        if (!wanted.equals(repeated)) {
            messages.wrong("form:repeated", "party.own-password.differ");
            return null;
        }
        desk.changeOwnPassword(current, wanted);
        messages.done("party.own-password.changed");
        return "/index.xhtml?faces-redirect=true";
    }

    public String getCurrent() {
        return null;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getWanted() {
        return null;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getRepeated() {
        return null;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}
