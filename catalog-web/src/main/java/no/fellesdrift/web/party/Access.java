package no.fellesdrift.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.OrganisationView;
import no.fellesdrift.party.PartyDesk;

/** What the administrator's pages let choose: {@code #{access.roles}} and {@code #{access.organisations}}. */
@Named
@RequestScoped
public class Access {

    @Inject
    PartyDesk desk;

    private List<OrganisationView> organisations;

    /** By name; every role that a person or a key may hold. */
    public List<String> getRoles() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.SYSTEM)
                .map(Role::name)
                .toList();
    }

    public List<OrganisationView> getOrganisations() {
        if (organisations == null) {
            organisations = desk.organisations();
        }
        return organisations;
    }

    static Set<Role> roles(Collection<String> names) {
        return names.stream().map(Role::valueOf).collect(Collectors.toSet());
    }
}
