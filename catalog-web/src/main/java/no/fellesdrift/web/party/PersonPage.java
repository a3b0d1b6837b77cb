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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.OrganisationView;
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
    }

    public String save() {
        Set<Role> roles = chosen.stream().map(Role::valueOf).collect(Collectors.toSet());
        PersonDraft draft =
                new PersonDraft(id, name, email, OrgNumber.of(organisation), roles, language, validFrom, validTo);
        if (added) {
            show(desk.change(version, draft));
        } else {
            desk.add(draft);
        }
        messages.done("party.person.saved", name);
        return "/admin/people.xhtml?faces-redirect=true";
    }

    public void makePassword() {
        newPassword = desk.newPassword(id);
    }

    public boolean isAdded() {
        return added;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public List<OrganisationView> getOrganisations() {
        return desk.organisations();
    }

    public List<String> getRoles() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.SYSTEM)
                .map(Role::name)
                .toList();
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
