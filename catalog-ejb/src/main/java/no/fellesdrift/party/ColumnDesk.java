package no.fellesdrift.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;

/**
 * Which columns of a list a person wants to see. Everybody's own and nobody else's: there is no person to name. It is
 * a habit of reading and changes nothing that anybody is responsible for, so it leaves no trace in the audit.
 */
@Stateless
public class ColumnDesk {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final int MOST = 20;

    @Inject
    ColumnChoices choices;

    @Inject
    CurrentCaller caller;

    /** The names of the columns that the caller has put away; none unless there was a choice. */
    @RolesAllowed(Roles.USER)
    public Set<String> hidden(String list) {
        return choices.hidden(caller.get().id(), list);
    }

    /**
     * Remembers the choice until the next; none put away is the list as it comes.
     *
     * @throws Rejection BAD_COLUMNS, when a name is none that a list or a column could have
     */
    @RolesAllowed(Roles.USER)
    public void hide(String list, Set<String> hidden) {
        if (!NAME.matcher(list).matches()
                || hidden.size() > MOST
                || !hidden.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw new Rejection(PartyReason.BAD_COLUMNS, list);
        }
        if (hidden.isEmpty()) {
            choices.forget(caller.get().id(), list);
        } else {
            choices.keep(caller.get().id(), list, new TreeSet<>(hidden));
        }
    }
}
