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
    public ReportScheduleView schedule() {
        ReportSchedules.Kept kept = schedules.schedule();
        return ReportScheduleView.of(
                kept.schedule(), kept.schedule().active() ? next(kept.schedule()) : null, kept.version());
    }

    /** @param read the version that the caller has read @throws Rejection REPORT_SCHEDULE_STALE */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public ReportScheduleView set(int read, @Valid ReportSchedule schedule) {
        ReportSchedule before = schedules.schedule().schedule();
        if (!schedules.set(schedule, read)) {
            throw new Rejection(ReportReason.REPORT_SCHEDULE_STALE);
        }
        happened.fire(new Happened(
                "sla.report-schedule",
                "ReportSchedule",
                "1",
                null,
                null,
                null,
                written(before) + " > " + written(schedule)));
        return schedule();
    }

    private static String written(ReportSchedule schedule) {
        return (schedule.active() ? schedule.countedIn() + " " + schedule.day() : "–") + ", "
                + schedule.deliveryWorkingDay() + ", " + schedule.answerWorkingDays();
    }

    /** By the agency's name. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.CONTROLLER})
    public List<AnswerTermView> terms() {
        return schedules.terms(work.today());
    }

    /** @throws Rejection UNKNOWN_REPORT_TERM when the schedule holds for the agency */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.CONTROLLER})
    public AnswerTermView term(OrgNumber agency) {
        return schedules
                .term(agency, work.today())
                .orElseThrow(() -> new Rejection(ReportReason.UNKNOWN_REPORT_TERM, agency));
    }

    /**
     * Keeps what an agency's agreement says.
     *
     * @throws Rejection REPORT_SCHEDULE_WRONG with the fields, REPORT_TERM_EXISTS
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public AnswerTermView add(@Valid AnswerTerm term) {
        OrgNumber agency = agency(term);
        if (schedules.term(agency, work.today()).isPresent()) {
            throw new Rejection(ReportReason.REPORT_TERM_EXISTS, agency);
        }
        schedules.add(agency, term);
        return told(agency, term);
    }

    /**
     * The same where something is kept already.
     *
     * @param read the version that the caller has read
     * @throws Rejection REPORT_SCHEDULE_WRONG with the fields, UNKNOWN_REPORT_TERM, REPORT_SCHEDULE_STALE
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public AnswerTermView set(int read, @Valid AnswerTerm term) {
        OrgNumber agency = agency(term);
        term(agency);
        if (!schedules.set(agency, term, read)) {
            throw new Rejection(ReportReason.REPORT_SCHEDULE_STALE);
        }
        return told(agency, term);
    }

    private AnswerTermView told(OrgNumber agency, AnswerTerm term) {
        happened.fire(new Happened(
                "sla.report-term",
                "ReportSchedule",
                "1",
                agency,
                null,
                null,
                term.agreement() + ", " + term.silence() + ", " + days(term.deliveryWorkingDay()) + ", "
                        + days(term.answerWorkingDays())));
        return term(agency);
    }

    private static String days(Integer days) {
        return days == null ? "–" : days.toString();
    }

    private OrgNumber agency(AnswerTerm term) {
        if (!OrgNumber.isValid(term.organisation())
                || !schedules.isAgreementOf(OrgNumber.of(term.organisation()), term.agreement())) {
            throw new Rejection(
                    ReportReason.REPORT_SCHEDULE_WRONG,
                    List.of(Violation.of("agreement", "sla.report.wrong.agreement", term.agreement())));
        }
        return OrgNumber.of(term.organisation());
    }

    /**
     * From now on the schedule holds for the agency.
     *
     * @throws Rejection UNKNOWN_REPORT_TERM, REPORT_SCHEDULE_STALE
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public void removeTerm(int read, OrgNumber agency) {
        term(agency);
        if (!schedules.remove(agency, read)) {
            throw new Rejection(ReportReason.REPORT_SCHEDULE_STALE);
        }
        happened.fire(new Happened("sla.report-term-end", "ReportSchedule", "1", agency, null, null, null));
    }

    /** The day of the month on which the drafts of the month before are made. */
    private LocalDate next(ReportSchedule schedule) {
        YearMonth month = YearMonth.from(work.today());
        LocalDate day = dueDay(schedule, month);
        return day.isBefore(work.today()) ? dueDay(schedule, month.plusMonths(1)) : day;
    }

    private LocalDate dueDay(ReportSchedule schedule, YearMonth month) {
        return schedule.countedIn() == ReportSchedule.Counted.DAY_OF_MONTH
                ? month.atDay(schedule.day())
                : officeDays.nth(month, schedule.day());
    }

    /**
     * Notes until when the reports of last month are to be published, and makes their drafts when their day has come:
     * once, however often it is asked.
     *
     * @return how many were made
     */
    @RolesAllowed(Roles.SYSTEM)
    public int generateDue() {
        ReportSchedule schedule = schedules.schedule().schedule();
        YearMonth month = YearMonth.from(work.today());
        YearMonth last = month.minusMonths(1);
        schedules.owe(last, officeDays);
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
