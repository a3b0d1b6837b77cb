package no.fellesdrift.notify;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.Rows;

/** Mails in the database, and what people have switched off. */
class Mails {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    void add(Mail mail) {
        em.persist(mail);
    }

    Optional<Mail> find(long id) {
        return Optional.ofNullable(em.find(Mail.class, id));
    }

    /** The one that has been due longest and that nobody else is sending. */
    Optional<Mail> due(Instant now) {
        List<?> ids = em.createNativeQuery("select id from mail where state = 'WAITING' and due_at <= ?"
                        + " order by due_at, id limit 1 for update skip locked")
                .setParameter(1, now.toEpochMilli())
                .getResultList();
        return ids.stream().findFirst().flatMap(id -> find(((Number) id).longValue()));
    }

    long count(MailState state) {
        return em.createQuery("select count(m) from Mail m where m.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    int forget(Instant before) {
        return em.createNativeQuery("delete from mail where written_at < ?")
                .setParameter(1, before.toEpochMilli())
                .executeUpdate();
    }

    Set<MailKind> off(String person) {
        Set<MailKind> off = EnumSet.noneOf(MailKind.class);
        off.addAll(Rows.list(
                em.unwrap(Connection.class),
                "select kind from mail_off where person = ?",
                List.of(person),
                row -> MailKind.valueOf(row.getString("kind"))));
        return off;
    }

    void off(String person, Set<MailKind> kinds) {
        Connection connection = em.unwrap(Connection.class);
        Rows.update(connection, "delete from mail_off where person = ?", List.of(person));
        Rows.insert(
                connection,
                "insert into mail_off (person, kind) values (?, ?)",
                kinds.stream().map(kind -> List.of(person, kind)).toList());
    }
}
