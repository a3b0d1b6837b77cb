package no.fellesdrift.sla.report;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.order.OfficeDays;

/** The schedule and the terms of the agreements, as they are kept. */
class ReportSchedules {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** The schedule and its version. */
    record Kept(ReportSchedule schedule, int version) {}

    Kept schedule() {
        return Rows.first(
                        connection(),
                        "select active, counted_in, day, delivery_working_day, answer_working_days, version"
                                + " from service_report_schedule where id = 1",
                        List.of(),
                        row -> new Kept(
                                new ReportSchedule(
                                        row.getBoolean(1),
                                        ReportSchedule.Counted.valueOf(row.getString(2)),
                                        row.getInt(3),
                                        row.getInt(4),
                                        row.getInt(5)),
                                row.getInt(6)))
                .orElseThrow();
    }

    /** @return false when it is in another version by now */
    boolean set(ReportSchedule schedule, int version) {
        return Rows.update(
                        connection(),
                        "update service_report_schedule set active = ?, counted_in = ?, day = ?,"
                                + " delivery_working_day = ?, answer_working_days = ?, version = version + 1"
                                + " where id = 1 and version = ?",
                        List.of(
                                schedule.active(),
                                schedule.countedIn(),
                                schedule.day(),
                                schedule.deliveryWorkingDay(),
                                schedule.answerWorkingDays(),
                                version))
                == 1;
    }

    /** By the agency's name. */
    List<AnswerTermView> terms(LocalDate today) {
        return terms(Optional.empty(), today);
    }

    Optional<AnswerTermView> term(OrgNumber agency, LocalDate today) {
        return terms(Optional.of(agency), today).stream().findFirst();
    }

    private List<AnswerTermView> terms(Optional<OrgNumber> agency, LocalDate today) {
        Map<String, List<String>> receivers = receivers(today);
        return Rows.list(
                connection(),
                "select t.agency, a.name, t.agreement, t.delivery_working_day, t.answer_working_days, t.silence,"
                        + " t.version from service_report_term t join organisation a on a.orgnr = t.agency"
                        + (agency.isPresent() ? " where t.agency = ?" : "") + " order by a.name",
                agency.map(List::of).orElseGet(List::of),
                row -> new AnswerTermView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, Integer.class),
                        row.getObject(5, Integer.class),
                        Silence.valueOf(row.getString(6)),
                        receivers.getOrDefault(row.getString(1), List.of()),
                        row.getInt(7)));
    }

    /** Who answers an agency's reports, by agency; by name. */
    private Map<String, List<String>> receivers(LocalDate today) {
        Map<String, List<String>> receivers = new HashMap<>();
        Rows.forEach(
                connection(),
                "select distinct p.organisation, p.name from person p join person_role r on r.person = p.person_id"
                        + " and r.role in ('SECURITY_OFFICER', 'APPROVER')"
                        + " where p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?) order by p.name",
                List.of(today, today),
                row -> Map.entry(row.getString(1), row.getString(2)),
                one -> receivers
                        .computeIfAbsent(one.getKey(), key -> new ArrayList<>())
                        .add(one.getValue()));
        return receivers;
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

    void add(OrgNumber agency, AnswerTerm term) {
        Rows.update(
                connection(),
                "insert into service_report_term (agency, agreement, delivery_working_day, answer_working_days, silence)"
                        + " values (?, ?, ?, ?, ?)",
                Arrays.asList(
                        agency, term.agreement(), term.deliveryWorkingDay(), term.answerWorkingDays(), term.silence()));
    }

    /** @return false when it is in another version by now */
    boolean set(OrgNumber agency, AnswerTerm term, int version) {
        return Rows.update(
                        connection(),
                        "update service_report_term set agreement = ?, delivery_working_day = ?,"
                                + " answer_working_days = ?, silence = ?, version = version + 1"
                                + " where agency = ? and version = ?",
                        Arrays.asList(
                                term.agreement(),
                                term.deliveryWorkingDay(),
                                term.answerWorkingDays(),
                                term.silence(),
                                agency,
                                version))
                == 1;
    }

    /** @return false when it is in another version by now */
    boolean remove(OrgNumber agency, int version) {
        return Rows.update(
                        connection(),
                        "delete from service_report_term where agency = ? and version = ?",
                        List.of(agency, version))
                == 1;
    }

    /** Notes until when the reports of a month that is over are to be published, where that is not noted yet. */
    void owe(YearMonth month, OfficeDays days) {
        Map<String, Integer> untold = new HashMap<>();
        Rows.forEach(
                connection(),
                """
                        select l.agency, coalesce(t.delivery_working_day, s.delivery_working_day)
                        from (select distinct agency from agreement_line) l
                        join service_report_schedule s on s.id = 1
                        left join service_report_term t on t.agency = l.agency
                        left join service_report_duty d on d.agency = l.agency and d.period = ?
                        where d.agency is null
                        """,
                List.of(month),
                row -> Map.entry(row.getString(1), row.getInt(2)),
                one -> untold.put(one.getKey(), one.getValue()));
        Rows.insert(
                connection(),
                "insert ignore into service_report_duty (period, agency, deliver_by) values (?, ?, ?)",
                untold.entrySet().stream()
                        .map(one -> List.of(month, one.getKey(), days.nth(month.plusMonths(1), one.getValue())))
                        .toList());
    }
}
