package no.fellesdrift.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.Roles;

/** Organisations and their people. */
@Stateless
public class PartyDesk {

    @Inject
    Organisations organisations;

    @Inject
    Persons people;

    @Inject
    Passwords passwords;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** All parties of the sector, the provider first. Who they are is no secret among them. */
    @RolesAllowed({Roles.USER, Roles.SYSTEM})
    public List<OrganisationView> organisations() {
        return organisations.all().stream().map(Organisation::view).toList();
    }

    /** The agencies whose figures the caller may see, in the order of {@link #organisations}. */
    @RolesAllowed({Roles.USER, Roles.SYSTEM})
    public List<OrganisationView> visibleAgencies() {
        return organisations.all().stream()
                .filter(organisation -> organisation.role() == OrganisationRole.CUSTOMER
                        || organisation.role() == OrganisationRole.PROVIDER)
                .filter(organisation -> caller.get().sees(organisation.number()))
                .map(Organisation::view)
                .toList();
    }

    /** @throws Rejection UNKNOWN_ORGANISATION */
    @RolesAllowed({Roles.USER, Roles.SYSTEM})
    public OrganisationView organisation(OrgNumber number) {
        return find(number).view();
    }

    @RolesAllowed(Roles.ADMINISTRATOR)
    public Paged<PersonView> people(PersonFilter filter, PageRequest request) {
        Map<OrgNumber, String> names = names();
        return people.page(filter, request).map(person -> view(person, names));
    }

    /** Hands out the same one by one, for a file. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void forEach(PersonFilter filter, List<String> sort, Consumer<PersonView> each) {
        people.forEach(filter, sort, today(), each);
    }

    /** @throws Rejection UNKNOWN_PERSON */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public PersonView person(String id) {
        return view(people.get(id), names());
    }

    /** The person who asks. @throws Rejection UNKNOWN_PERSON for a key with roles of its own */
    @RolesAllowed(Roles.USER)
    public PersonView me() {
        return view(people.get(caller.get().id()), names());
    }

    /** @throws Rejection PERSON_EXISTS, and when roles, organisation or dates do not fit */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public PersonView add(@Valid PersonDraft draft) {
        if (people.find(draft.id()).isPresent()) {
            throw new Rejection(PartyReason.PERSON_EXISTS, draft.id());
        }
        Person person = new Person(draft.id());
        person.change(draft, find(draft.organisation()));
        people.add(person);
        happened.fire(new Happened(
                "party.add", "Person", draft.id(), draft.organisation(), null, roles(draft.roles()), draft.name()));
        return view(person, names());
    }

    /**
     * Changes a person's name, roles or dates. Its organisation too, because people move.
     *
     * @param version the one that was read
     * @throws Rejection UNKNOWN_PERSON, CHANGED_MEANWHILE, LAST_ADMINISTRATOR, and when roles or dates do not fit
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public PersonView change(int version, @Valid PersonDraft draft) {
        Person person = people.expected(draft.id(), version);
        String before = roles(person.view("", today()).roles());
        boolean wasAdministrator = isAdministrator(person);
        person.change(draft, find(draft.organisation()));
        people.changed(person);
        mustLeaveAnAdministrator(wasAdministrator, person);
        happened.fire(new Happened(
                "party.change", "Person", draft.id(), draft.organisation(), before, roles(draft.roles()), null));
        return view(person, names());
    }

    /**
     * Ends a person's access today: the session that is open, the password and the keys that act as the person.
     *
     * @param version the one that was read
     * @throws Rejection UNKNOWN_PERSON, CHANGED_MEANWHILE, PERSON_NOT_VALID, LAST_ADMINISTRATOR
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public PersonView close(String id, int version) {
        Person person = people.expected(id, version);
        PersonView before = person.view("", today());
        if (before.validTo() != null && !before.validTo().isAfter(today())) {
            throw new Rejection(PartyReason.PERSON_NOT_VALID, person.name());
        }
        boolean wasAdministrator = isAdministrator(person);
        person.close(today());
        people.changed(person);
        mustLeaveAnAdministrator(wasAdministrator, person);
        PersonView after = view(person, names());
        happened.fire(new Happened(
                "party.close",
                "Person",
                id,
                after.organisation(),
                before.validTo() == null ? null : before.validTo().toString(),
                after.validTo().toString(),
                null));
        return after;
    }

    private boolean isAdministrator(Person person) {
        return person.is(Role.ADMINISTRATOR) && person.isValidOn(today());
    }

    private void mustLeaveAnAdministrator(boolean wasAdministrator, Person changed) {
        if (wasAdministrator && !isAdministrator(changed) && people.administrators(today()) == 0) {
            throw new Rejection(PartyReason.LAST_ADMINISTRATOR);
        }
    }

    /**
     * Gives a person a new random password.
     *
     * @return the password, which is shown once and stored nowhere
     * @throws Rejection UNKNOWN_PERSON
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String newPassword(String id) {
        Person person = people.get(id);
        String password = Secrets.readable();
        person.password(passwords.hash(password));
        happened.fire(Happened.to("Person", id, person.view("", today()).organisation(), "party.password"));
        return password;
    }

    /**
     * Changes the password of the person who asks.
     *
     * @throws Rejection WRONG_PASSWORD, also when there is none yet, and PASSWORD_TOO_SHORT, SAME_PASSWORD
     */
    @RolesAllowed(Roles.USER)
    public void changeOwnPassword(String current, String wanted) {
        Person person = people.get(caller.get().id());
        if (!person.passwordHash().map(hash -> passwords.verify(current, hash)).orElse(false)) {
            throw new Rejection(PartyReason.WRONG_PASSWORD);
        }
        if (current.equals(wanted)) {
            throw new Rejection(PartyReason.SAME_PASSWORD);
        }
        person.password(passwords.hash(wanted));
        happened.fire(Happened.to("Person", person.personId(), caller.get().organisation(), "party.own-password"));
    }

    private Organisation find(OrgNumber number) {
        return organisations.find(number).orElseThrow(() -> new Rejection(PartyReason.UNKNOWN_ORGANISATION, number));
    }

    private PersonView view(Person person, Map<OrgNumber, String> names) {
        PersonView view = person.view("", today());
        return person.view(names.getOrDefault(view.organisation(), ""), today());
    }

    private Map<OrgNumber, String> names() {
        return organisations.all().stream().collect(Collectors.toMap(Organisation::number, Organisation::name));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    static String roles(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(", "));
    }
}
