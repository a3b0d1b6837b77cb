package no.fellesdrift.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.Roles;

/** The keys that machines come with. */
@Stateless
public class KeyDesk {

    /** The name of everybody's key to their calendar. */
    static final String CALENDAR = "kalender";

    @Inject
    ApiKeys keys;

    @Inject
    KeyLists lists;

    @Inject
    Persons people;

    @Inject
    Organisations organisations;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /**
     * A new key.
     *
     * @param secret the key itself, which is told this once and stored nowhere
     */
    public record NewKey(String secret, ApiKeyView key) {}

    /** Newest first. @throws Rejection UNKNOWN_SORT */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Paged<ApiKeyView> keys(KeyFilter filter, PageRequest request) {
        return lists.page(filter, clock.instant(), request);
    }

    /** The whole list, one by one. @throws Rejection UNKNOWN_SORT */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void forEach(KeyFilter filter, List<String> sort, Consumer<ApiKeyView> each) {
        lists.forEach(filter, clock.instant(), sort, each);
    }

    /**
     * Makes a key.
     *
     * @throws Rejection UNKNOWN_PERSON, UNKNOWN_ORGANISATION, KEY_MIXES_PERSON_AND_ROLES, NO_ROLE,
     *     ROLE_NOT_FOR_ORGANISATION, UNKNOWN_SCOPE, KEY_EXPIRES_IN_THE_PAST
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public NewKey create(@Valid ApiKeyDraft draft) {
        Instant now = clock.instant();
        if (draft.expiresAt() != null && !draft.expiresAt().isAfter(now)) {
            throw new Rejection(PartyReason.KEY_EXPIRES_IN_THE_PAST);
        }
        for (String scope : draft.scopes()) {
            if (!Scopes.isKnown(scope)) {
                throw new Rejection(PartyReason.UNKNOWN_SCOPE, scope);
            }
        }
        Organisation organisation = draft.person() == null ? ofOwnRoles(draft) : ofPerson(draft);
        String secret = Secrets.key();
        ApiKey key = new ApiKey(
                draft, organisation.number(), Secrets.hash(secret), caller.get().id(), now);
        keys.add(key);
        happened.fire(new Happened(
                "party.key",
                "ApiKey",
                draft.name(),
                organisation.number(),
                null,
                draft.person() == null ? PartyDesk.roles(draft.roles()) : draft.person(),
                null));
        return new NewKey(secret, key.view(organisation.name(), now));
    }

    private Organisation ofOwnRoles(ApiKeyDraft draft) {
        if (draft.roles().isEmpty()) {
            throw new Rejection(PartyReason.NO_ROLE);
        }
        Organisation organisation = organisation(draft.organisation());
        for (Role role : draft.roles()) {
            if (!organisation.role().allows(role)) {
                throw new Rejection(PartyReason.ROLE_NOT_FOR_ORGANISATION, role, organisation.name());
            }
        }
        return organisation;
    }

    private Organisation ofPerson(ApiKeyDraft draft) {
        Person person = people.get(draft.person());
        OrgNumber of = person.view("", today()).organisation();
        if (!draft.roles().isEmpty()
                || (draft.organisation() != null && !draft.organisation().equals(of))) {
            throw new Rejection(PartyReason.KEY_MIXES_PERSON_AND_ROLES);
        }
        if (!person.isValidOn(today())) {
            throw new Rejection(PartyReason.PERSON_NOT_VALID, person.name());
        }
        return organisation(of);
    }

    private Organisation organisation(OrgNumber number) {
        if (number == null) {
            throw new Rejection(PartyReason.UNKNOWN_ORGANISATION, "");
        }
        return organisations.find(number).orElseThrow(() -> new Rejection(PartyReason.UNKNOWN_ORGANISATION, number));
    }

    /**
     * A key for a source of measurements, of the caller's organisation: it tells measurements and opens nothing else.
     *
     * @param before the source's key until now, which opens nothing any more; null when it has none
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public NewKey forSource(String source, Long before) {
        Instant now = clock.instant();
        if (before != null && keys.get(before).isUsableAt(now)) {
            keys.get(before).revoke(now);
        }
        String secret = Secrets.key();
        ApiKey key = new ApiKey(
                new ApiKeyDraft(
                        source,
                        caller.get().organisation(),
                        null,
                        Set.of(Role.SERVICE_LEVEL_MANAGER),
                        Set.of("measurements", "webhooks"),
                        null),
                caller.get().organisation(),
                Secrets.hash(secret),
                caller.get().id(),
                now);
        keys.add(key);
        happened.fire(new Happened(
                "party.key", "ApiKey", source, key.organisation(), null, Role.SERVICE_LEVEL_MANAGER.name(), null));
        return new NewKey(secret, key.view(source, now));
    }

    /**
     * A key that opens the caller's calendar of announced work and nothing else; one from before opens nothing any more.
     *
     * @return the key itself, told this once
     * @throws Rejection KEY_FOR_PEOPLE when a key asks for it
     */
    @RolesAllowed(Roles.USER)
    public String calendarKey() {
        if (caller.get().key().isPresent()) {
            throw new Rejection(PartyReason.KEY_FOR_PEOPLE);
        }
        Instant now = clock.instant();
        keys.usable(CALENDAR, caller.get().id(), now).forEach(before -> before.revoke(now));
        String secret = Secrets.key();
        ApiKey key = new ApiKey(
                new ApiKeyDraft(CALENDAR, null, caller.get().id(), null, Set.of("maintenance:read"), null),
                caller.get().organisation(),
                Secrets.hash(secret),
                caller.get().id(),
                now);
        keys.add(key);
        happened.fire(new Happened(
                "party.key",
                "ApiKey",
                CALENDAR,
                key.organisation(),
                null,
                caller.get().id(),
                null));
        return secret;
    }

    /** From now on the key opens nothing. @throws Rejection UNKNOWN_KEY, KEY_ALREADY_REVOKED */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void revoke(long id) {
        ApiKey key = keys.get(id);
        key.revoke(clock.instant());
        happened.fire(new Happened("party.revoke", "ApiKey", key.name(), key.organisation(), "VALID", "REVOKED", null));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
