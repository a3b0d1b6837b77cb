package no.fellesdrift.sla.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * When drafts of last month's reports are made by themselves, and how long agencies have to answer.
 *
 * @param day of the month, or the so-manieth working day of it
 * @param answerWorkingDays of the office, from the day after the publication
 */
public record ReportSchedule(
        boolean active,
        @NotNull Counted countedIn,
        @Min(1) @Max(28) int day,
        @Min(1) @Max(60) int answerWorkingDays) {

    /** What the day is counted in. */
    public enum Counted {
        DAY_OF_MONTH,
        WORKING_DAY
    }
}
