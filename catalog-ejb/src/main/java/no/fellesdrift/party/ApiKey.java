package no.fellesdrift.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;

/** What a machine comes with. The key itself is known to its holder only; here stands its hash. */
@Entity
@Table(name = "api_key")
public class ApiKey {

    @Id
    @SequenceGenerator(name = "api_key_seq", sequenceName = "api_key_seq", allocationSize = 100)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_key_seq")
    private Long id;

    @Version
    private int version;

    @Column
    private String name;

    @Column(name = "key_hash")
    private String keyHash;

    @Column
    private OrgNumber organisation;

    @Column
    private String person;

    @Column
    private String roles;

    @Column
    private String scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected ApiKey() {}

    ApiKey(ApiKeyDraft draft, OrgNumber organisation, String hash, String createdBy, Instant at) {
        this.name = draft.name();
        this.organisation = organisation;
        this.keyHash = hash;
        this.person = draft.person();
        this.roles = draft.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
        this.scopes = String.join(",", new TreeSet<>(draft.scopes()));
        this.createdAt = at;
        this.createdBy = createdBy;
        this.expiresAt = draft.expiresAt();
    }

    /** @throws Rejection KEY_ALREADY_REVOKED */
    void revoke(Instant at) {
        if (revokedAt != null) {
            throw new Rejection(PartyReason.KEY_ALREADY_REVOKED);
        }
        revokedAt = at;
    }

    Long id() {
        return id;
    }

    String name() {
        return name;
    }

    OrgNumber organisation() {
        return organisation;
    }

    Optional<String> person() {
        return Optional.ofNullable(person);
    }

    boolean isUsableAt(Instant at) {
        return revokedAt == null && (expiresAt == null || at.isBefore(expiresAt));
    }

    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    Set<String> scopes() {
        return scopes(scopes);
    }

    /** A comma between in the database. */
    static Set<String> scopes(String all) {
        return Set.of(all.split(",", -1));
    }

    Set<Role> roles() {
        return roles(roles);
    }

    /** A comma between in the database; empty for a key that acts as a person. */
    static Set<Role> roles(String all) {
        return Arrays.stream(all.split(",", -1))
                .filter(role -> !role.isBlank())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A key with roles of its own is a caller of its own. */
    Caller caller() {
        return new Caller("key-" + id, name, organisation, roles(), "nb", Optional.of(name));
    }

    ApiKeyView view(String organisationName, Instant now) {
        ApiKeyState state =
                revokedAt != null ? ApiKeyState.REVOKED : isUsableAt(now) ? ApiKeyState.VALID : ApiKeyState.EXPIRED;
        return new ApiKeyView(
                id,
                name,
                organisation,
                organisationName,
                person,
                roles(),
                scopes(),
                state,
                createdAt,
                createdBy,
                expiresAt,
                revokedAt,
                lastUsedAt);
    }
}
