package no.fellesdrift.party;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.Rows;

/**
 * People in the database. Roles are read and written here by SQL: their rows hang on the person's code, and EclipseLink
 * cannot take one out of a collection that does not hang on the primary key.
 */
class Persons {

    private static final Map<String, String> SORTS =
            Map.of("name", "p.name", "id", "p.person_id", "organisation", "p.organisation", "email", "p.email");

    private static final String VALID = " p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?)";

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    Optional<Person> find(String personId) {
        Optional<Person> found = em.createQuery("select p from Person p where p.personId = :id", Person.class)
                .setParameter("id", personId)
                .getResultStream()
                .findFirst();
        found.ifPresent(person -> withRoles(List.of(person)));
        return found;
    }

    /** @throws Rejection UNKNOWN_PERSON */
    Person get(String personId) {
        return find(personId).orElseThrow(() -> new Rejection(PartyReason.UNKNOWN_PERSON, personId));
    }

    /** For a change. @throws Rejection UNKNOWN_PERSON, or CHANGED_MEANWHILE when the database has another version */
    Person expected(String personId, int version) {
        Person person = get(personId);
        if (person.version() != version) {
            throw new Rejection(PartyReason.CHANGED_MEANWHILE);
        }
        return person;
    }

    Paged<Person> page(PersonFilter filter, PageRequest request) {
        List<Object> parameters = new ArrayList<>();
        String where = from(filter, parameters);
        long total = Rows.first(connection(), "select count(*) n" + where, parameters, row -> row.getLong("n"))
                .orElse(0L);
        parameters.add(request.size());
        parameters.add(request.offset());
        List<String> ids = Rows.list(
                connection(),
                "select p.person_id" + where + order(request.sort()) + " limit ? offset ?",
                parameters,
                row -> row.getString(1));
        return Paged.of(inOrder(ids), request, total);
    }

    /** The same one by one, as the database hands them out; who may sign in is judged by the date. */
    void forEach(PersonFilter filter, List<String> sort, LocalDate date, Consumer<PersonView> each) {
        List<Object> parameters = new ArrayList<>();
        String sql = """
                select p.*, (select o.name from organisation o where o.orgnr = p.organisation) organisation_name,
                       (select group_concat(r.role separator ' ') from person_role r where r.person = p.person_id) roles
                """ + from(filter, parameters) + order(sort);
        Rows.forEach(connection(), sql, parameters, row -> view(row, date), each);
    }

    private static PersonView view(ResultSet row, LocalDate date) throws SQLException {
        LocalDate from = Rows.date(row, "valid_from");
        LocalDate to = Rows.date(row, "valid_to");
        String roles = row.getString("roles");
        return new PersonView(
                row.getString("person_id"),
                row.getString("name"),
                row.getString("email"),
                OrgNumber.of(row.getString("organisation")),
                row.getString("organisation_name"),
                roles == null
                        ? Set.of()
                        : Arrays.stream(roles.split(" ", -1))
                                .map(Role::valueOf)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))),
                row.getString("language"),
                from,
                to,
                !date.isBefore(from) && (to == null || date.isBefore(to)),
                row.getString("password_hash") != null,
                row.getInt("version"));
    }

    private static String from(PersonFilter filter, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" from person p where true");
        filter.words().ifPresent(words -> {
            where.append(" and concat_ws(' ', lower(p.name), p.person_id, lower(p.email)) like ?");
            parameters.add("%" + words.strip().toLowerCase(Locale.ROOT) + "%");
        });
        filter.organisation().ifPresent(organisation -> {
            where.append(" and p.organisation = ?");
            parameters.add(organisation);
        });
        filter.role().ifPresent(role -> {
            where.append(" and exists (select 1 from person_role r where r.person = p.person_id and r.role = ?)");
            parameters.add(role.name());
        });
        return where.toString();
    }

    private static String order(List<String> sort) {
        return sort.stream()
                .filter(field -> SORTS.containsKey(bare(field)))
                .map(field -> SORTS.get(bare(field)) + (field.startsWith("-") ? " desc" : "") + ", ")
                .collect(Collectors.joining("", " order by ", "p.name, p.person_id"));
    }

    private static String bare(String field) {
        return field.startsWith("-") ? field.substring(1) : field;
    }

    /** Everyone who may sign in on that day, by organisation and name. */
    List<Person> validOn(LocalDate date) {
        return inOrder(Rows.list(
                connection(),
                "select p.person_id from person p where" + VALID + " order by p.organisation, p.name",
                List.of(date, date),
                row -> row.getString(1)));
    }

    /** How many administrators may sign in on that day. */
    long administrators(LocalDate date) {
        em.flush();
        return Rows.first(
                        connection(),
                        "select count(*) n from person p join person_role r on r.person = p.person_id and r.role = ?"
                                + " where" + VALID,
                        List.of(Role.ADMINISTRATOR.name(), date, date),
                        row -> row.getLong("n"))
                .orElse(0L);
    }

    private List<Person> inOrder(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Person> byId = em.createQuery("select p from Person p where p.personId in :ids", Person.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Person::personId, person -> person));
        return withRoles(ids.stream().map(byId::get).toList());
    }

    private List<Person> withRoles(List<Person> people) {
        Map<String, Set<Role>> roles = new HashMap<>();
        Rows.list(
                        connection(),
                        "select person, role from person_role where person in (" + Rows.marks(people.size()) + ")",
                        people.stream().map(Person::personId).toList(),
                        row -> Map.entry(row.getString("person"), Role.valueOf(row.getString("role"))))
                .forEach(entry -> roles.computeIfAbsent(entry.getKey(), id -> EnumSet.noneOf(Role.class))
                        .add(entry.getValue()));
        people.forEach(person -> person.roles(roles.getOrDefault(person.personId(), Set.of())));
        return people;
    }

    void add(Person person) {
        em.persist(person);
        storeRoles(person);
    }

    /** Roles are not the entity's own columns: the version is counted up also when nothing else has changed. */
    void changed(Person person) {
        em.lock(person, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        storeRoles(person);
    }

    private void storeRoles(Person person) {
        em.flush();
        em.createNativeQuery("delete from person_role where person = ?")
                .setParameter(1, person.personId())
                .executeUpdate();
        person.roles()
                .forEach(role -> em.createNativeQuery("insert into person_role (person, role) values (?, ?)")
                        .setParameter(1, person.personId())
                        .setParameter(2, role.name())
                        .executeUpdate());
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
