package no.fellesdrift.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.party.FirstAdministrator;
import no.fellesdrift.party.FirstAdministratorDraft;
import no.fellesdrift.web.frame.Language;
import no.fellesdrift.web.frame.Messages;

/** Makes the first administrator of an empty installation. */
@Named
@RequestScoped
public class FirstStartPage {

    @Inject
    FirstAdministrator first;

    @Inject
    Language language;

    @Inject
    Messages messages;

    private String code;
    private String organisation;
    private String shortName;
    private String organisationName;
    private String id;
    private String name;
    private String email;
    private String password;

    public boolean isNeeded() {
        return first.isNeeded();
    }

    public String make() {
        if (!OrgNumber.isValid(organisation)) {
            messages.wrong("form:organisation", "party.first.wrong-number");
            return null;
        }
        first.make(new FirstAdministratorDraft(
                code,
                OrgNumber.of(organisation),
                shortName,
                organisationName,
                id,
                name,
                email,
                language.code(),
                password));
        messages.done("party.first.made");
        return "/sign-in.xhtml?faces-redirect=true";
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getShortName() {
        return shortName;
    }

    public void setShortName(String shortName) {
        this.shortName = shortName;
    }

    public String getOrganisationName() {
        return organisationName;
    }

    public void setOrganisationName(String organisationName) {
        this.organisationName = organisationName;
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

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
