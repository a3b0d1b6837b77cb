package no.fellesdrift.party;

import java.time.LocalDate;
import java.util.Set;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;

/**
 * A person as the administrator sees it.
 *
 * @param valid whether the person may sign in today
 * @param password whether there is one
 */
public record PersonView(
        String id,
        String name,
        String email,
        OrgNumber organisation,
        String organisationName,
        Set<Role> roles,
        String language,
        LocalDate validFrom,
        LocalDate validTo,
        boolean valid,
        boolean password,
        int version) {}
