package no.fellesdrift.sla.report;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;

/** Service reports to act on, and the results that belong into them. */
class ServiceReports {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    void add(ServiceReport report) {
        em.persist(report);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    Optional<ServiceReport> find(String number) {
        return em.createQuery("select r from ServiceReport r where r.number = :number", ServiceReport.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** Its version goes up whatever is changed in it. */
    void touch(ServiceReport report) {
        em.lock(report, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** The newest edition for an agency and month. */
    Optional<ServiceReport> newest(YearMonth period, OrgNumber agency) {
        return em.createQuery(
                        "select r from ServiceReport r where r.period = :period and r.agency = :agency"
                                + " order by r.edition desc",
                        ServiceReport.class)
                .setParameter("period", period.toString())
                .setParameter("agency", agency)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Reports are made of a month one after the other: its evaluation is locked until the transaction ends. */
    void lock(YearMonth period) {
        Rows.first(
                connection(),
                "select period from sla_evaluation where period = ? for update",
                List.of(period),
                row -> row.getString(1));
    }

    /** How the agency is called in a number. */
    Optional<String> shortName(OrgNumber agency) {
        return Rows.first(
                connection(),
                "select short_name from organisation where orgnr = ?",
                List.of(agency),
                row -> row.getString(1));
    }

    /** Agencies that have results in the month. */
    List<OrgNumber> agencies(YearMonth period) {
        return Rows.list(
                connection(),
                "select distinct agency from sla_result where period = ? and superseded = false order by agency",
                List.of(period),
                row -> OrgNumber.of(row.getString(1)));
    }

    boolean isAnyProvisional(YearMonth period, OrgNumber agency) {
        return Rows.first(
                        connection(),
                        "select 1 from sla_result where period = ? and agency = ? and superseded = false"
                                + " and provisional limit 1",
                        List.of(period, agency),
                        row -> row.getInt(1))
                .isPresent();
    }

    /** All that stands of an agency's month. */
    List<StandingResult> standing(YearMonth period, OrgNumber agency) {
        return Rows.list(
                connection(),
                "select line, level, id, null, null from sla_result"
                        + " where period = ? and agency = ? and superseded = false order by line, level",
                List.of(period, agency),
                ServiceReports::standing);
    }

    /** What stands and is not what was published last, with how a dispute of that line ended. */
    List<StandingResult> changed(YearMonth period, OrgNumber agency) {
        return Rows.list(connection(), """
                select r.line, r.level, r.id, l.result,
                       (select p.reason from service_report_proposal p
                        where p.report_line = l.id and p.verdict = 'ACCEPTED' order by p.id desc limit 1)
                from sla_result r
                left join service_report_line l on l.id =
                    (select n.id from service_report_line n join service_report s on s.id = n.report
                     where s.period = r.period and s.agency = r.agency and s.published_at is not null
                       and n.line = r.line and n.level = r.level order by s.edition desc limit 1)
                where r.period = ? and r.agency = ? and r.superseded = false and (l.id is null or l.result <> r.id)
                order by r.line, r.level
                """, List.of(period, agency), ServiceReports::standing);
    }

    /** Published reports whose last day of the answer has passed unanswered and unrecorded. */
    List<String> silent(LocalDate today) {
        return Rows.list(
                connection(),
                "select number from service_report where state in ('PUBLISHED', 'DISPUTED') and silent_at is null"
                        + " and answered_at is null and answer_due < ? order by number",
                List.of(today),
                row -> row.getString(1));
    }

    /** What holds for an agency's answer. */
    record Terms(int workingDays, Silence silence) {}

    Terms terms(OrgNumber agency) {
        return Rows.first(
                        connection(),
                        """
                        select coalesce(t.answer_working_days, s.answer_working_days), coalesce(t.silence, 'NO_ANSWER')
                        from service_report_schedule s left join service_report_term t on t.agency = ?
                        where s.id = 1
                        """,
                        List.of(agency),
                        row -> new Terms(row.getInt(1), Silence.valueOf(row.getString(2))))
                .orElseThrow();
    }

    /** Notes that a month's drafts are being made; false when they were already. */
    boolean begin(YearMonth period, Instant at) {
        return Rows.update(
                        connection(),
                        "insert ignore into service_report_run (period, run_at) values (?, ?)",
                        Arrays.asList(period, at.toEpochMilli()))
                == 1;
    }

    private static StandingResult standing(ResultSet row) throws SQLException {
        long before = row.getLong(4);
        Long shownBefore = row.wasNull() ? null : before;
        return new StandingResult(row.getString(1), row.getString(2), row.getLong(3), shownBefore, row.getString(5));
    }
}
