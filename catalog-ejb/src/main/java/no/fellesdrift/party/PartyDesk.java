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

    /** @throws Rejection UNKNOWN_PERSON */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public PersonView person(String id) {
        return view(people.get(id), names());
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
        boolean wasAdministrator = person.is(Role.ADMINISTRATOR) && person.isValidOn(today());
        person.change(draft, find(draft.organisation()));
        people.changed(person);
        boolean staysAdministrator = person.is(Role.ADMINISTRATOR) && person.isValidOn(today());
        if (wasAdministrator && !staysAdministrator && people.administrators(today()) == 0) {
            throw new Rejection(PartyReason.LAST_ADMINISTRATOR);
        }
        happened.fire(new Happened(
                "party.change", "Person", draft.id(), draft.organisation(), before, roles(draft.roles()), null));
        return view(person, names());
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
        happened.fire(Happened.to("Person", id, caller.get().organisation(), "party.password"));
        return password;
    }

    /** @throws Rejection WRONG_PASSWORD, PASSWORD_TOO_SHORT */
    @RolesAllowed(Roles.USER)
    public void changeOwnPassword(String current, String wanted) {
        Person person = people.get(caller.get().id());
        if (!person.passwordHash().map(hash -> passwords.verify(current, hash)).orElse(false)) {
            throw new Rejection(PartyReason.WRONG_PASSWORD);
        }
        person.password(passwords.hash(wanted));
        happened.fire(Happened.to("Person", person.personId(), caller.get().organisation(), "party.password"));
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
