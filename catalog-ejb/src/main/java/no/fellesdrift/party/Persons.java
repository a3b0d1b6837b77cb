package no.fellesdrift.party;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;

/** People in the database. */
class Persons {

    private static final String WHERE = """
             where (:words is null or lower(p.name) like :words or lower(p.personId) like :words
                    or lower(p.email) like :words)
               and (:organisation is null or p.organisation = :organisation)
               and (:role is null or :role member of p.roles)
            """;

    private static final Map<String, String> SORTS =
            Map.of("name", "p.name", "id", "p.personId", "organisation", "p.organisation", "email", "p.email");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    Optional<Person> find(String personId) {
        return em.createQuery("select p from Person p where p.personId = :id", Person.class)
                .setParameter("id", personId)
                .getResultStream()
                .findFirst();
    }

    /** @throws Rejection UNKNOWN_PERSON */
    Person get(String personId) {
        return find(personId).orElseThrow(() -> new Rejection(PartyReason.UNKNOWN_PERSON, personId));
    }

    /** For a change. @throws Rejection UNKNOWN_PERSON, or STALE when the database has another version */
    Person expected(String personId, int version) {
        Person person = get(personId);
        if (person.version() != version) {
            throw new Rejection(PartyReason.CHANGED_MEANWHILE);
        }
        return person;
    }

    Paged<Person> page(PersonFilter filter, PageRequest request) {
        String order = request.sort().stream()
                .filter(field -> SORTS.containsKey(bare(field)))
                .map(field -> SORTS.get(bare(field)) + (field.startsWith("-") ? " desc" : ""))
                .collect(Collectors.joining(", "));
        List<Person> items = filtered(
                        em.createQuery(
                                "select p from Person p" + WHERE + " order by " + (order.isEmpty() ? "p.name" : order)
                                        + ", p.personId",
                                Person.class),
                        filter)
                .setFirstResult(Math.toIntExact(request.offset()))
                .setMaxResults(request.size())
                .getResultList();
        long total = filtered(em.createQuery("select count(p) from Person p" + WHERE, Long.class), filter)
                .getSingleResult();
        return Paged.of(items, request, total);
    }

    private static String bare(String field) {
        return field.startsWith("-") ? field.substring(1) : field;
    }

    private static <T> TypedQuery<T> filtered(TypedQuery<T> query, PersonFilter filter) {
        return query.setParameter(
                        "words",
                        filter.words()
                                .map(words -> "%" + words.strip().toLowerCase(java.util.Locale.ROOT) + "%")
                                .orElse(null))
                .setParameter("organisation", filter.organisation().orElse(null))
                .setParameter("role", filter.role().orElse(null));
    }

    /** Everyone who may sign in on that day, by organisation and name. */
    List<Person> validOn(LocalDate date) {
        return em.createQuery("""
                        select p from Person p where p.validFrom <= :date and (p.validTo is null or p.validTo > :date)
                        order by p.organisation, p.name
                        """, Person.class).setParameter("date", date).getResultList();
    }

    /** How many administrators may sign in on that day and have a way to. */
    long administrators(LocalDate date) {
        return em.createQuery("""
                        select count(p) from Person p where :role member of p.roles
                        and p.validFrom <= :date and (p.validTo is null or p.validTo > :date)
                        """, Long.class)
                .setParameter("role", Role.ADMINISTRATOR)
                .setParameter("date", date)
                .getSingleResult();
    }

    void add(Person person) {
        em.persist(person);
    }
}
