package no.fellesdrift.party;

import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;

/**
 * Which people a list shows.
 *
 * @param words part of a name, user name or address
 */
public record PersonFilter(Optional<String> words, Optional<OrgNumber> organisation, Optional<Role> role) {
    public static final PersonFilter ALL = new PersonFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
