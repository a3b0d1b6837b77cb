package no.fellesdrift.sla.report;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;

/** The schedule and the terms of answer, as they are kept. */
class ReportSchedules {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    ReportSchedule schedule() {
        return Rows.first(
                        connection(),
                        "select active, counted_in, day, answer_working_days from service_report_schedule where id = 1",
                        List.of(),
                        row -> new ReportSchedule(
                                row.getBoolean(1),
                                ReportSchedule.Counted.valueOf(row.getString(2)),
                                row.getInt(3),
                                row.getInt(4)))
                .orElseThrow();
    }

    void set(ReportSchedule schedule) {
        Rows.update(
                connection(),
                "update service_report_schedule set active = ?, counted_in = ?, day = ?, answer_working_days = ?,"
                        + " version = version + 1 where id = 1",
                List.of(schedule.active(), schedule.countedIn(), schedule.day(), schedule.answerWorkingDays()));
    }

    List<AnswerTerm> terms() {
        return Rows.list(
                connection(),
                "select t.agency, a.name, t.agreement, t.answer_working_days, t.silence from service_report_term t"
                        + " join organisation a on a.orgnr = t.agency order by a.name",
                List.of(),
                row -> new AnswerTerm(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, Integer.class),
                        Silence.valueOf(row.getString(5))));
    }

    /** An agreement of the agency that somebody has signed. */
    boolean isAgreementOf(OrgNumber agency, String agreement) {
        return Rows.first(
                        connection(),
                        "select 1 from agreement where number = ? and agency = ? and state <> 'DRAFT'",
                        List.of(agreement, agency),
                        row -> row.getInt(1))
                .isPresent();
    }

    void set(OrgNumber agency, AnswerTerm term) {
        Rows.update(
                connection(), """
                insert into service_report_term (agency, agreement, answer_working_days, silence) values (?, ?, ?, ?)
                on duplicate key update agreement = values(agreement), silence = values(silence),
                  answer_working_days = values(answer_working_days), version = version + 1
                """, Arrays.asList(agency, term.agreement(), term.answerWorkingDays(), term.silence()));
    }

    boolean remove(OrgNumber agency) {
        return Rows.update(connection(), "delete from service_report_term where agency = ?", List.of(agency)) > 0;
    }
}
