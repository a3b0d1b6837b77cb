package no.fellesdrift.party;

import java.time.Instant;
import java.util.Set;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;

/** A key without its secret. */
public record ApiKeyView(
        long id,
        String name,
        OrgNumber organisation,
        String organisationName,
        String person,
        Set<Role> roles,
        Set<String> scopes,
        ApiKeyState state,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        Instant revokedAt,
        Instant lastUsedAt) {}
