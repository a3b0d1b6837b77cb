package no.fellesdrift.sla.report;

import java.time.LocalDate;

/**
 * The schedule as it is.
 *
 * @param next when drafts are made by themselves; null when they are not
 * @param version for If-Match; grows with every change
 */
public record ReportScheduleView(
        boolean active,
        ReportSchedule.Counted countedIn,
        int day,
        int deliveryWorkingDay,
        int answerWorkingDays,
        LocalDate next,
        int version) {

    static ReportScheduleView of(ReportSchedule schedule, LocalDate next, int version) {
        return new ReportScheduleView(
                schedule.active(),
                schedule.countedIn(),
                schedule.day(),
                schedule.deliveryWorkingDay(),
                schedule.answerWorkingDays(),
                next,
                version);
    }
}
