package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Optional;
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

    /**
     * The attribute of the request that holds the one who asks. On an error page the container has let go of principal,
     * roles and request-scoped beans, and no desk opens; the request still bears this.
     */
    public static final String READER = "no.fellesdrift.reader";

    private static final String ORGANISATION = "no.fellesdrift.organisation";
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
        return !caller().has(Role.SYSTEM);
    }

    /** The person's id; empty before signing in. */
    public String getId() {
        return isSignedIn() ? caller.get().id() : "";
    }

    public String getName() {
        return caller().name();
    }

    public String getFirstName() {
        return getName().split(" ", -1)[0];
    }

    public OrgNumber getOrganisation() {
        return caller().organisation();
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
        return caller().roles().stream()
                .sorted()
                .map(role -> t.get("frame.role." + role))
                .collect(Collectors.joining(", "));
    }

    public boolean has(String role) {
        return caller().has(Role.valueOf(role));
    }

    /** Whether the reader has at least one of the roles, given as {@code A,B}. */
    public boolean hasAny(String roles) {
        return Arrays.stream(roles.split(",", -1)).anyMatch(role -> has(role.strip()));
    }

    public boolean isSeesAllAgencies() {
        return caller().seesAllAgencies();
    }

    private OrganisationView organisation() {
        if (organisation == null) {
            organisation = asked();
        }
        return organisation;
    }

    /** The names are kept in the session for error pages, where there is no asking. */
    private OrganisationView asked() {
        HttpSession session = request.getSession();
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
            OrganisationView found = parties.organisation(getOrganisation());
            session.setAttribute(ORGANISATION, new String[] {found.shortName(), found.name()});
            return found;
        }
        return session.getAttribute(ORGANISATION) instanceof String[] kept
                ? new OrganisationView(getOrganisation(), kept[0], kept[1], null)
                : new OrganisationView(getOrganisation(), "", "", null);
    }

    /** Who made the request, where it is known. */
    static Optional<Caller> reader(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(READER));
    }

    Caller caller() {
        return reader(request).orElseGet(caller::get);
    }

    static String initials(String name) {
        String[] words = name.strip().split("\\s+", -1);
        String first = words[0].substring(0, Math.min(1, words[0].length()));
        return words.length == 1 ? first : first + words[words.length - 1].charAt(0);
    }
}
