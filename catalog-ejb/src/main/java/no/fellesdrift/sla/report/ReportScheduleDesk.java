package no.fellesdrift.sla.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.sla.LevelDesk;

/** When reports are made by themselves, how long agencies have to answer, and what happens when that time is over. */
@Stateless
public class ReportScheduleDesk {

    @Inject
    ReportWork work;

    @Inject
    ReportSchedules schedules;

    @Inject
    ServiceReports reports;

    @Inject
    ReportIssueDesk issue;

    @Inject
    LevelDesk levels;

    @Inject
    OfficeDays officeDays;

    @Inject
    Event<Happened> happened;

    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.CONTROLLER})
    public ReportSchedule schedule() {
        return schedules.schedule();
    }

    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public ReportSchedule set(@Valid ReportSchedule schedule) {
        ReportSchedule before = schedules.schedule();
        schedules.set(schedule);
        happened.fire(new Happened(
                "sla.report-schedule",
                "ReportSchedule",
                "1",
                null,
                null,
                null,
                written(before) + " > " + written(schedule)));
        return schedules.schedule();
    }

    private static String written(ReportSchedule schedule) {
        return (schedule.active() ? schedule.countedIn() + " " + schedule.day() : "–") + ", "
                + schedule.answerWorkingDays();
    }

    /** By the agency's name. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.CONTROLLER})
    public List<AnswerTerm> terms() {
        return schedules.terms();
    }

    /** Keeps what an agency's agreement says. @throws Rejection REPORT_SCHEDULE_WRONG with the fields */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public void set(@Valid AnswerTerm term) {
        if (!OrgNumber.isValid(term.organisation())
                || !schedules.isAgreementOf(OrgNumber.of(term.organisation()), term.agreement())) {
            throw new Rejection(
                    ReportReason.REPORT_SCHEDULE_WRONG,
                    List.of(Violation.of("agreement", "sla.report.wrong.agreement", term.agreement())));
        }
        OrgNumber agency = OrgNumber.of(term.organisation());
        schedules.set(agency, term);
        happened.fire(new Happened(
                "sla.report-term",
                "ReportSchedule",
                "1",
                agency,
                null,
                null,
                term.agreement() + ", " + term.silence() + ", " + term.answerWorkingDays()));
    }

    /** From now on the schedule holds for the agency. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public void removeTerm(OrgNumber agency) {
        if (schedules.remove(agency)) {
            happened.fire(new Happened("sla.report-term-end", "ReportSchedule", "1", agency, null, null, null));
        }
    }

    /** The day of the month on which the drafts of the month before are made. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.CONTROLLER})
    public LocalDate next() {
        YearMonth month = YearMonth.from(work.today());
        LocalDate day = dueDay(schedules.schedule(), month);
        return day.isBefore(work.today()) ? dueDay(schedules.schedule(), month.plusMonths(1)) : day;
    }

    private LocalDate dueDay(ReportSchedule schedule, YearMonth month) {
        if (schedule.countedIn() == ReportSchedule.Counted.DAY_OF_MONTH) {
            return month.atDay(schedule.day());
        }
        LocalDate day = month.atDay(1).minusDays(1);
        for (int open = 0; open < schedule.day(); ) {
            day = day.plusDays(1);
            if (officeDays.isWorkingDay(day)) {
                open++;
            }
        }
        return day;
    }

    /**
     * Makes the drafts of last month when their day has come: once, however often it is asked.
     *
     * @return how many were made
     */
    @RolesAllowed(Roles.SYSTEM)
    public int generateDue() {
        ReportSchedule schedule = schedules.schedule();
        YearMonth month = YearMonth.from(work.today());
        YearMonth last = month.minusMonths(1);
        if (!schedule.active() || work.today().isBefore(dueDay(schedule, month)) || !reports.begin(last, work.now())) {
            return 0;
        }
        levels.evaluate(last, Progress.NONE);
        int made = issue.generateAll(last, Progress.NONE).made();
        if (made > 0) {
            happened.fire(new Happened(
                    "sla.reports-drafted", "ServiceReports", last.toString(), null, null, null, String.valueOf(made)));
        }
        return made;
    }

    /** Records where the last day of an answer has passed in silence. Answers how many. */
    @RolesAllowed(Roles.SYSTEM)
    public int lapse() {
        List<String> silent = reports.silent(work.today());
        silent.forEach(number -> work.take(number, null, ReportAction.LAPSE, null, report -> report.lapse(work.now())));
        return silent.size();
    }
}
