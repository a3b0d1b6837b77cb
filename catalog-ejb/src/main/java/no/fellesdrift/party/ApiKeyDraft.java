package no.fellesdrift.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;

/**
 * A key to be made: for a person, or for an organisation with roles of its own.
 *
 * @param organisation absent when a person is given
 * @param person whose roles the key has from moment to moment; absent when it has its own
 * @param scopes of {@link Scopes}; empty means everything
 * @param expiresAt absent when it does not expire by itself
 */
public record ApiKeyDraft(
        @NotBlank @Size(max = 100) String name,
        OrgNumber organisation,
        String person,
        Set<Role> roles,
        Set<String> scopes,
        Instant expiresAt) {

    public ApiKeyDraft {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        scopes = scopes == null || scopes.isEmpty() ? Set.of(Scopes.ALL) : Set.copyOf(scopes);
    }
}
