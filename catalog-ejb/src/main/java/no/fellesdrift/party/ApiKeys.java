package no.fellesdrift.party;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Rejection;

/** Keys in the database. */
class ApiKeys {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    Optional<ApiKey> byHash(String hash) {
        return em.createQuery("select k from ApiKey k where k.keyHash = :hash", ApiKey.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** @throws Rejection UNKNOWN_KEY */
    ApiKey get(long id) {
        ApiKey key = em.find(ApiKey.class, id);
        if (key == null) {
            throw new Rejection(PartyReason.UNKNOWN_KEY);
        }
        return key;
    }

    /** Of that name and that person's. */
    List<ApiKey> usable(String name, String person, Instant now) {
        return em.createQuery("select k from ApiKey k where k.name = :name and k.person = :person", ApiKey.class)
                .setParameter("name", name)
                .setParameter("person", person)
                .getResultStream()
                .filter(key -> key.isUsableAt(now))
                .toList();
    }

    /** Beside the version: two requests at once with the same key must not be in each other's way. */
    void used(long id, Instant at) {
        em.createNativeQuery("update api_key set last_used_at = ? where id = ?")
                .setParameter(1, at.toEpochMilli())
                .setParameter(2, id)
                .executeUpdate();
    }

    void add(ApiKey key) {
        em.persist(key);
    }
}
