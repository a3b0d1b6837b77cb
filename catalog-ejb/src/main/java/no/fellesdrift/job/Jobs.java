package no.fellesdrift.job;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Rejection;

/** Jobs in the database. */
class Jobs {

    /** A piece of input: no database refuses a statement of that size. */
    private static final int PIECE = 1 << 20;

    private static final int SHOWN_IN_FRAME = 3;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** Stores the job, and at once, so that one who comes second learns of it. @throws Rejection UNDER_WAY */
    void add(Job job, InputStream input) {
        mustBeFree(job.kind(), job.subject());
        em.persist(job);
        em.flush();
        store(job.id(), input);
    }

    private void store(long id, InputStream input) {
        try {
            int part = 0;
            for (byte[] piece = input.readNBytes(PIECE); piece.length > 0; piece = input.readNBytes(PIECE)) {
                em.createNativeQuery("insert into job_input (job, part, content) values (?, ?, ?)")
                        .setParameter(1, id)
                        .setParameter(2, part++)
                        .setParameter(3, piece)
                        .executeUpdate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Rejection UNDER_WAY */
    void mustBeFree(JobKind kind, String subject) {
        em.createQuery("select j from Job j where j.busy = :busy", Job.class)
                .setParameter("busy", Job.busy(kind, subject))
                .getResultStream()
                .findFirst()
                .ifPresent(other -> {
                    throw new Rejection(JobReason.UNDER_WAY, other.startedByName());
                });
    }

    /** Piece by piece as it is read. */
    InputStream input(long id) {
        List<?> parts = em.createNativeQuery("select part from job_input where job = ? order by part")
                .setParameter(1, id)
                .getResultList();
        return new SequenceInputStream(Collections.enumeration(
                parts.stream().map(part -> piece(id, part)).toList()));
    }

    private InputStream piece(long id, Object part) {
        return new ByteArrayInputStream(
                (byte[]) em.createNativeQuery("select content from job_input where job = ? and part = ?")
                        .setParameter(1, id)
                        .setParameter(2, part)
                        .getSingleResult());
    }

    void forgetInput(long id) {
        em.createNativeQuery("delete from job_input where job = ?")
                .setParameter(1, id)
                .executeUpdate();
    }

    Optional<Job> find(long id) {
        return Optional.ofNullable(em.find(Job.class, id));
    }

    /** For a change, locked until the transaction ends. */
    Optional<Job> locked(long id) {
        return Optional.ofNullable(em.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The one that has waited longest and that nobody else is taking. */
    Optional<Job> oldestWaiting() {
        List<?> ids = em.createNativeQuery(
                        "select id from job where state = 'WAITING' order by id limit 1 for update skip locked")
                .getResultList();
        return ids.stream().findFirst().flatMap(id -> find(((Number) id).longValue()));
    }

    boolean isAnyWaiting() {
        return !em.createNativeQuery("select id from job where state = 'WAITING' limit 1")
                .getResultList()
                .isEmpty();
    }

    /** How far a running job is. Beside the entity: it is written often, and nobody's change is lost by it. */
    void progress(long id, String runner, long done, long total, Instant at) {
        em.flush();
        em.createNativeQuery("update job set done = ?, total = ?, alive_at = ? where id = ? and runner = ?"
                        + " and state = 'RUNNING'")
                .setParameter(1, done)
                .setParameter(2, total)
                .setParameter(3, at.toEpochMilli())
                .setParameter(4, id)
                .setParameter(5, runner)
                .executeUpdate();
    }

    /** This server says that it still runs what it runs. */
    void alive(String runner, Instant at) {
        em.createNativeQuery("update job set alive_at = ? where runner = ? and state = 'RUNNING'")
                .setParameter(1, at.toEpochMilli())
                .setParameter(2, runner)
                .executeUpdate();
    }

    /** Running jobs of which nobody has said between the two instants that they are alive. */
    List<Job> silent(Instant from, Instant to) {
        return em.createQuery(
                        "select j from Job j where j.state = :running and (j.aliveAt < :from or j.aliveAt > :to)"
                                + " order by j.id",
                        Job.class)
                .setParameter("running", JobState.RUNNING)
                .setParameter("from", from)
                .setParameter("to", to)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** What the person has under way, and what has ended unseen; newest first, not more than fit above a page. */
    List<Job> news(String person) {
        return em.createQuery(
                        "select j from Job j where j.startedBy = :person and j.seen = false order by j.id desc",
                        Job.class)
                .setParameter("person", person)
                .setMaxResults(SHOWN_IN_FRAME)
                .getResultList();
    }

    /** All of the person's that have ended. */
    void see(String person) {
        em.createQuery("select j from Job j where j.startedBy = :person and j.seen = false", Job.class)
                .setParameter("person", person)
                .getResultStream()
                .filter(job -> job.state().isEnded())
                .forEach(Job::see);
    }

    int forget(Instant before) {
        return em.createNativeQuery("delete from job where queued_at < ? and state not in ('WAITING', 'RUNNING')")
                .setParameter(1, before.toEpochMilli())
                .executeUpdate();
    }
}
