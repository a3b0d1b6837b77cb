package no.fellesdrift.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;

/** Somebody who signs in, or whom a key acts as. */
@Entity
@Table(name = "person")
public class Person {

    @Id
    @SequenceGenerator(name = "person_seq", sequenceName = "person_seq", allocationSize = 100)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person_seq")
    private Long id;

    @Version
    private int version;

    @Column(name = "person_id")
    private String personId;

    @Column
    private String name;

    @Column
    private String email;

    @Column
    private OrgNumber organisation;

    @Column
    private String language;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    /** Kept by {@link Persons}. */
    @Transient
    private Set<Role> roles = Set.of();

    protected Person() {}

    Person(String personId) {
        this.personId = personId;
    }

    /** @throws Rejection when a role does not fit the organisation, there is none, or it ends before it starts */
    void change(PersonDraft draft, Organisation of) {
        if (draft.roles().isEmpty()) {
            throw new Rejection(PartyReason.NO_ROLE);
        }
        for (Role role : draft.roles()) {
            if (!of.role().allows(role)) {
                throw new Rejection(PartyReason.ROLE_NOT_FOR_ORGANISATION, role, of.name());
            }
        }
        if (draft.validTo() != null && draft.validTo().isBefore(draft.validFrom())) {
            throw new Rejection(PartyReason.ENDS_BEFORE_IT_STARTS);
        }
        name = draft.name();
        email = draft.email();
        organisation = of.number();
        language = draft.language();
        validFrom = draft.validFrom();
        validTo = draft.validTo();
        roles = Set.copyOf(draft.roles());
    }

    /** From the day on nobody signs in as this person; one who had not begun never will. */
    void close(LocalDate day) {
        validTo = validFrom.isAfter(day) ? validFrom : day;
    }

    void password(String hash) {
        passwordHash = hash;
    }

    int version() {
        return version;
    }

    String personId() {
        return personId;
    }

    String name() {
        return name;
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    boolean isValidOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || date.isBefore(validTo));
    }

    void roles(Set<Role> held) {
        roles = Set.copyOf(held);
    }

    Set<Role> roles() {
        return roles;
    }

    boolean is(Role role) {
        return roles.contains(role);
    }

    Caller caller(Optional<String> key) {
        return new Caller(personId, name, organisation, roles, language, key);
    }

    PersonView view(String organisationName, LocalDate today) {
        return new PersonView(
                personId,
                name,
                email,
                organisation,
                organisationName,
                roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles),
                language,
                validFrom,
                validTo,
                isValidOn(today),
                passwordHash != null,
                version);
    }
}
