package no.fellesdrift.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.party.PersonDraft;
import no.fellesdrift.party.PersonView;
import no.fellesdrift.web.frame.Messages;

/** One person: made or changed, and given a new password. */
@Named
@ViewScoped
public class PersonPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    PartyDesk desk;

    @Inject
    Messages messages;

    @Inject
    transient Clock clock;

    private boolean added;
    private int version;
    private String id;
    private String name;
    private String email;
    private String organisation;
    private List<String> chosen = new ArrayList<>();
    private String language = "nb";
    private LocalDate validFrom;
    private LocalDate validTo;
    private String newPassword;
    private String access;
    private boolean open;

    @PostConstruct
    void load() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        id = parameters.get("id");
        added = id != null;
        if (added) {
            show(desk.person(id));
        } else {
            validFrom = LocalDate.now(clock);
        }
    }

    private void show(PersonView person) {
        version = person.version();
        name = person.name();
        email = person.email();
        organisation = person.organisation().digits();
        chosen = new ArrayList<>(person.roles().stream().map(Role::name).toList());
        language = person.language();
        validFrom = person.validFrom();
        validTo = person.validTo();
        access = !person.valid() ? "not-valid" : person.password() ? "can" : "no-password";
        open = person.validTo() == null || person.validTo().isAfter(LocalDate.now(clock));
    }

    public String save() {
        PersonDraft draft = new PersonDraft(
                id, name, email, OrgNumber.of(organisation), Access.roles(chosen), language, validFrom, validTo);
        if (added) {
            show(desk.change(version, draft));
        } else {
            show(desk.add(draft));
            added = true;
        }
        messages.done("party.person.saved", name);
        return here();
    }

    /** Reads the person again: a new password is a new version. */
    public void makePassword() {
        newPassword = desk.newPassword(id);
        show(desk.person(id));
    }

    public String close() {
        show(desk.close(id, version));
        messages.done("party.person.closed", name);
        return here();
    }

    private String here() {
        return "/admin/person.xhtml?id=" + id + "&faces-redirect=true";
    }

    public boolean isAdded() {
        return added;
    }

    /** The last part of the key of how it stands with signing in. */
    public String getAccess() {
        return access;
    }

    /** Whether there is something to close. */
    public boolean isOpen() {
        return open;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = chosen;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(LocalDate validTo) {
        this.validTo = validTo;
    }
}
