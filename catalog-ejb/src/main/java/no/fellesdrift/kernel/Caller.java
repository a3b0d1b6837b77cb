package no.fellesdrift.kernel;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and for which organisation. What a caller may see is decided here and nowhere else: an agency's people see
 * their own agency, the provider's staff and the observers see all.
 *
 * @param id the person's id, or {@code system}
 * @param name shown in the history
 * @param organisation the organisation the caller acts for; absent only for the system
 * @param roles never empty
 * @param language {@code nb}, {@code nn} or {@code en}
 * @param key the name of the API key that was used; absent when a person signed in
 */
public record Caller(
        String id, String name, OrgNumber organisation, Set<Role> roles, String language, Optional<String> key) {

    public static final Caller SYSTEM =
            new Caller("system", "Fellesdrift", null, Set.of(Role.SYSTEM), "nb", Optional.empty());

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean seesAllAgencies() {
        return roles.stream().anyMatch(Role::seesAllAgencies);
    }

    public boolean sees(OrgNumber agency) {
        return seesAllAgencies() || agency.equals(organisation);
    }

    /** The one agency that lists are narrowed to; empty when the caller sees all. */
    public Optional<OrgNumber> onlyAgency() {
        return seesAllAgencies() ? Optional.empty() : Optional.of(organisation);
    }

    /**
     * The agency to filter a list by, given what was asked for.
     *
     * @param wanted the agency asked for; absent means all that the caller may see
     * @throws Rejection {@code notFound}, when the caller asks for somebody else's
     */
    public Optional<OrgNumber> agencyFilter(Optional<OrgNumber> wanted, Rejection.Reason notFound) {
        wanted.ifPresent(agency -> mustSee(agency, notFound, agency));
        return wanted.isPresent() ? wanted : onlyAgency();
    }

    /**
     * Refuses what belongs to another agency: for this caller it does not exist.
     *
     * @throws Rejection {@code notFound}
     */
    public void mustSee(OrgNumber agency, Rejection.Reason notFound, Object... arguments) {
        if (!sees(agency)) {
            throw new Rejection(notFound, arguments);
        }
    }
}
