package no.fellesdrift.party;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;

/**
 * What an administrator writes about a person.
 *
 * @param id the user name; cannot be changed later
 * @param validTo the first day the person may not sign in; absent when none is
 */
public record PersonDraft(
        @NotBlank @Size(max = 40) @Pattern(regexp = "[a-z0-9][a-z0-9._-]*")
        String id,

        @NotBlank @Size(max = 200) String name,

        @NotBlank @Size(max = 200) @Email(regexp = "[^@\\s]+@[^@\\s]+")
        String email,

        @NotNull OrgNumber organisation,
        @NotNull Set<Role> roles,
        @NotNull @Pattern(regexp = "nb|nn|en") String language,
        @NotNull LocalDate validFrom,
        LocalDate validTo) {

    public PersonDraft {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }
}
