package no.fellesdrift.party;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import no.fellesdrift.kernel.OrgNumber;

/** Who becomes the first administrator, and of which provider. */
public record FirstAdministratorDraft(
        @NotBlank String code,
        @NotNull OrgNumber organisation,
        @NotBlank @Size(max = 20) String shortName,
        @NotBlank @Size(max = 200) String organisationName,

        @NotBlank @Size(max = 40) @Pattern(regexp = "[a-z0-9][a-z0-9._-]*")
        String id,

        @NotBlank @Size(max = 200) String name,

        @NotBlank @Size(max = 200) @Email(regexp = "[^@\\s]+@[^@\\s]+")
        String email,

        @NotNull @Pattern(regexp = "nb|nn|en") String language,
        @NotBlank String password) {}
