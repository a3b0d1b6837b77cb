package no.fellesdrift.party;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;

/** The parties in the database. A sector has a handful, so lists are not paged. */
class Organisations {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** Provider first, then by name. */
    List<Organisation> all() {
        return em
                .createQuery("select o from Organisation o order by o.name", Organisation.class)
                .getResultList()
                .stream()
                .sorted((a, b) -> a.role().compareTo(b.role()))
                .toList();
    }

    Optional<Organisation> find(OrgNumber number) {
        return em.createQuery("select o from Organisation o where o.number = :number", Organisation.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    void add(Organisation organisation) {
        em.persist(organisation);
    }
}
