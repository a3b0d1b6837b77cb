package no.fellesdrift.party;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;
import org.eclipse.microprofile.config.Config;

/**
 * Tells who somebody is by what they bring: a password, a key, a session, or in demo mode only a name. No desk, because
 * it is asked before there is a caller whose role could be judged. A session bean all the same: in an EAR only those of
 * this module find the persistence unit when a page or the gate calls them.
 */
@Singleton
@Lock(LockType.READ)
@PermitAll
public class SignIn {

    private static final Duration BETWEEN_USES = Duration.ofMinutes(1);
    private static final Duration LOCKED = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 10;
    private static final int REMEMBERED_NAMES = 10_000;

    @Inject
    Persons people;

    @Inject
    ApiKeys keys;

    @Inject
    Organisations organisations;

    @Inject
    Passwords passwords;

    @Inject
    Clock clock;

    @Inject
    Config config;

    private final Map<String, Attempts> attempts = new ConcurrentHashMap<>();

    private record Attempts(int failed, Instant last) {}

    /** Who a key stands for, and what it is meant for. */
    public record Bearer(Caller caller, Set<String> scopes) {}

    /** Somebody of the demo data who can be signed in as without a password. */
    public record DemoPerson(String id, String name, OrganisationView organisation, Set<Role> roles) {}

    /** Empty when the name or the password is wrong, the person is not valid today, or it was tried too often. */
    public Optional<Caller> withPassword(String personId, String password) {
        if (personId == null || password == null || isLocked(personId)) {
            return Optional.empty();
        }
        Optional<Person> person = people.find(personId.strip()).filter(found -> found.isValidOn(today()));
        boolean right = person.flatMap(Person::passwordHash)
                .map(hash -> passwords.verify(password, hash))
                .orElseGet(() -> passwords.verifyNobody(password));
        if (!right) {
            failed(personId);
            return Optional.empty();
        }
        attempts.remove(personId);
        return person.map(found -> found.caller(Optional.empty()));
    }

    /** Empty unless this is demo mode and the person is valid today. */
    public Optional<Caller> asDemoPerson(String personId) {
        return isDemo() ? person(personId) : Optional.empty();
    }

    /** Whom the session belongs to, with the roles of today; empty when the person is no longer valid. */
    public Optional<Caller> person(String personId) {
        return people.find(personId)
                .filter(person -> person.isValidOn(today()))
                .map(person -> person.caller(Optional.empty()));
    }

    /** Empty when there is no such key, it has expired or was revoked, or its person is not valid today. */
    public Optional<Bearer> withKey(String key) {
        if (isDemo() && DemoKeys.PERSON.containsKey(key)) {
            return people.find(DemoKeys.PERSON.get(key))
                    .filter(person -> person.isValidOn(today()))
                    .map(person -> new Bearer(person.caller(Optional.of(key)), Set.of(Scopes.ALL)));
        }
        Instant now = clock.instant();
        Optional<ApiKey> found = keys.byHash(Secrets.hash(key)).filter(candidate -> candidate.isUsableAt(now));
        found.filter(used -> used.lastUsedAt()
                        .map(last -> last.plus(BETWEEN_USES).isBefore(now))
                        .orElse(true))
                .ifPresent(used -> keys.used(used.id(), now));
        return found.flatMap(used -> caller(used).map(caller -> new Bearer(caller, used.scopes())));
    }

    private Optional<Caller> caller(ApiKey key) {
        return key.person().isEmpty()
                ? Optional.of(key.caller())
                : people.find(key.person().get())
                        .filter(person -> person.isValidOn(today()))
                        .map(person -> person.caller(Optional.of(key.name())));
    }

    /** The people of the demo data, by organisation and name; empty outside demo mode. */
    public List<DemoPerson> demoPeople() {
        if (!isDemo()) {
            return List.of();
        }
        Map<OrgNumber, OrganisationView> views =
                organisations.all().stream().collect(Collectors.toMap(Organisation::number, Organisation::view));
        return people.validOn(today()).stream()
                .map(person -> person.caller(Optional.empty()))
                .map(caller ->
                        new DemoPerson(caller.id(), caller.name(), views.get(caller.organisation()), caller.roles()))
                .toList();
    }

    public boolean isDemo() {
        return config.getOptionalValue("fellesdrift.demo", Boolean.class).orElse(false);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private boolean isLocked(String personId) {
        Attempts before = attempts.get(personId);
        return before != null
                && before.failed() >= ATTEMPTS
                && before.last().plus(LOCKED).isAfter(clock.instant());
    }

    private void failed(String personId) {
        if (attempts.size() > REMEMBERED_NAMES) {
            attempts.clear();
        }
        Instant now = clock.instant();
        attempts.merge(
                personId,
                new Attempts(1, now),
                (before, one) ->
                        before.last().plus(LOCKED).isBefore(now) ? one : new Attempts(before.failed() + 1, now));
    }
}
