package no.fellesdrift.party;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was answered to requests that may come again. Plain SQL: the claim must wait for another's, and not fail. */
class KeptAnswers {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** Whether the key is free; waits while another transaction holds it. */
    boolean claim(String caller, RepeatDesk.Asked asked, Instant now) {
        return em.createNativeQuery("""
                                insert ignore into idempotent_answer
                                    (caller, path, idempotency_key, fingerprint, created_at)
                                values (?, ?, ?, ?, ?)
                                """)
                        .setParameter(1, caller)
                        .setParameter(2, asked.path())
                        .setParameter(3, asked.key())
                        .setParameter(4, asked.fingerprint())
                        .setParameter(5, now.toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    void keep(String caller, RepeatDesk.Asked asked, RepeatDesk.Answered answer) {
        byKey(em.createNativeQuery("""
                                update idempotent_answer set status = ?4, location = ?5, etag = ?6, body = ?7
                                where caller = ?1 and path = ?2 and idempotency_key = ?3
                                """), caller, asked)
                .setParameter(4, answer.status())
                .setParameter(5, answer.location())
                .setParameter(6, answer.etag())
                .setParameter(7, answer.body())
                .executeUpdate();
    }

    /** Empty when the key was used for another body. Reads what is committed now, not the transaction's snapshot. */
    @SuppressWarnings("unchecked") // a native query of several columns answers arrays
    Optional<RepeatDesk.Answered> find(String caller, RepeatDesk.Asked asked) {
        List<Object[]> rows = byKey(em.createNativeQuery("""
                                select status, location, etag, body from idempotent_answer
                                where caller = ?1 and path = ?2 and idempotency_key = ?3 and fingerprint = ?4
                                lock in share mode
                                """), caller, asked)
                .setParameter(4, asked.fingerprint())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new RepeatDesk.Answered(
                        ((Number) row[0]).intValue(), (String) row[1], (String) row[2], (String) row[3]));
    }

    void forget(String caller, RepeatDesk.Asked asked, Instant before) {
        byKey(em.createNativeQuery("""
                                delete from idempotent_answer
                                where caller = ?1 and path = ?2 and idempotency_key = ?3 and created_at < ?4
                                """), caller, asked)
                .setParameter(4, before.toEpochMilli())
                .executeUpdate();
    }

    int forgetAll(Instant before) {
        return em.createNativeQuery("delete from idempotent_answer where created_at < ?")
                .setParameter(1, before.toEpochMilli())
                .executeUpdate();
    }

    private static Query byKey(Query query, String caller, RepeatDesk.Asked asked) {
        return query.setParameter(1, caller).setParameter(2, asked.path()).setParameter(3, asked.key());
    }
}
