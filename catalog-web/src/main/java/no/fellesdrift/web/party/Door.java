package no.fellesdrift.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.party.FirstAdministrator;
import no.fellesdrift.party.SignIn;

/**
 * What the sign-in page needs: {@code #{door}}. After a sign-in the page redirects to {@link #target}; the next request
 * is the person's.
 */
@Named
@RequestScoped
public class Door {

    @Inject
    SignIn signIn;

    @Inject
    FirstAdministrator first;

    @Inject
    HttpServletRequest request;

    /** False when the name or the password is wrong; which of them is not told. */
    public boolean withPassword(String personId, String password) {
        return open(signIn.withPassword(personId, password));
    }

    /** False outside demo mode. */
    public boolean asDemoPerson(String personId) {
        return open(signIn.asDemoPerson(personId));
    }

    /** The people of the demo data, by organisation and name; empty outside demo mode. */
    public List<SignIn.DemoPerson> getDemoPeople() {
        return signIn.demoPeople();
    }

    public boolean isDemo() {
        return signIn.isDemo();
    }

    /** Whether nobody is administrator yet, so that the way in is {@code /first-start.xhtml}. */
    public boolean isFirstStart() {
        return first.isNeeded();
    }

    public void signOut() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Where to go after signing in: the page that was asked for, when it is one of ours, else the overview. */
    public String target(String from) {
        boolean ours = from != null
                && from.startsWith("/")
                && !from.startsWith("//")
                && !from.contains("\\")
                && from.chars().noneMatch(Character::isISOControl);
        return request.getContextPath() + (ours ? from : "/index.xhtml");
    }

    private boolean open(Optional<Caller> caller) {
        caller.ifPresent(person -> {
            // a session that somebody else may have planted ends here
            signOut();
            request.getSession(true).setAttribute(Gate.PERSON, person.id());
        });
        return caller.isPresent();
    }
}
