package no.fellesdrift.agreement;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;

/** Lines that a delivery changes. */
class AgreementLines {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** The line, locked until the transaction ends. @throws Rejection LINE_NOT_FOUND */
    AgreementLine locked(LineNumber line) {
        return em.createQuery("select l from AgreementLine l where l.line = :line", AgreementLine.class)
                .setParameter("line", line)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Rejection(AgreementReason.LINE_NOT_FOUND, line));
    }

    LineTimeline timeline(LineNumber line) {
        return new LineTimeline(
                line,
                em.createQuery("select r from LineRow r where r.line = :line", LineRow.class)
                        .setParameter("line", line)
                        .getResultList());
    }

    /** The ten after the agency's highest; the agency's row is locked so that two orders cannot take the same. */
    LineNumber nextNumber(OrgNumber agency) {
        Connection connection = em.unwrap(Connection.class);
        String shortName = Rows.list(
                        connection,
                        "select short_name from organisation where orgnr = ? for update",
                        List.of(agency),
                        row -> row.getString(1))
                .get(0);
        int highest = Rows.list(connection, """
                        select coalesce(max(cast(substring(line, length(?) + 2) as unsigned)), 0)
                        from agreement_line where line regexp concat('^', ?, '-[0-9]+$')
                        """, List.of(shortName, shortName), row -> row.getInt(1))
                .get(0);
        return LineNumber.of(String.format(Locale.ROOT, "%s-%03d", shortName, highest / 10 * 10 + 10));
    }

    void add(AgreementLine line) {
        em.persist(line);
        em.flush();
    }

    void keep(AgreementLine line, LineTimeline timeline) {
        if (em.contains(line)) {
            em.lock(line, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        }
        timeline.gone().forEach(em::remove);
        em.flush();
        timeline.begun().forEach(em::persist);
        em.flush();
    }
}
