package no.fellesdrift.web.frame;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.party.OrganisationView;
import no.fellesdrift.party.PartyDesk;

/** The reader: {@code #{me.name}}, {@code #{me.has('APPROVER')}}. */
@Named
@RequestScoped
public class Me {

    private static final int LETTERS = 3;

    @Inject
    CurrentCaller caller;

    @Inject
    HttpServletRequest request;

    @Inject
    Texts t;

    @Inject
    PartyDesk parties;

    private OrganisationView organisation;

    public boolean isSignedIn() {
        // an error page is dispatched without the roles that the desks ask for
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null
                && request.getUserPrincipal() != null
                && !caller.get().has(Role.SYSTEM);
    }

    /** The person's id; empty before signing in. */
    public String getId() {
        return isSignedIn() ? caller.get().id() : "";
    }

    public String getName() {
        return caller.get().name();
    }

    public String getFirstName() {
        return getName().split(" ", -1)[0];
    }

    public OrgNumber getOrganisation() {
        return caller.get().organisation();
    }

    public String getOrganisationName() {
        return organisation().name();
    }

    public String getOrganisationInitials() {
        String shortName = organisation().shortName();
        return shortName.length() <= LETTERS ? shortName : shortName.substring(0, LETTERS);
    }

    /** The letters of a round picture: first and last name's. */
    public String getInitials() {
        return initials(getName());
    }

    /** {@code Bestiller, systemeier} */
    public String getRoleNames() {
        return caller.get().roles().stream()
                .sorted()
                .map(role -> t.get("frame.role." + role))
                .collect(Collectors.joining(", "));
    }

    public boolean has(String role) {
        return caller.get().has(Role.valueOf(role));
    }

    /** Whether the reader has at least one of the roles, given as {@code A,B}. */
    public boolean hasAny(String roles) {
        return Arrays.stream(roles.split(",", -1)).anyMatch(role -> has(role.strip()));
    }

    public boolean isSeesAllAgencies() {
        return caller.get().seesAllAgencies();
    }

    private OrganisationView organisation() {
        if (organisation == null) {
            organisation = asked();
        }
        return organisation;
    }

    /** On an error page the container no longer lets the reader's roles through to a desk; the page stands without. */
    private OrganisationView asked() {
        try {
            return parties.organisation(getOrganisation());
        } catch (EJBAccessException | AccessLocalException e) {
            return new OrganisationView(getOrganisation(), "", "", null);
        }
    }

    Caller caller() {
        return caller.get();
    }

    static String initials(String name) {
        String[] words = name.strip().split("\\s+", -1);
        String first = words[0].substring(0, Math.min(1, words[0].length()));
        return words.length == 1 ? first : first + words[words.length - 1].charAt(0);
    }
}
