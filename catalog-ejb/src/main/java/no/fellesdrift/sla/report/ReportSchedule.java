package no.fellesdrift.sla.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * When drafts of last month's reports are made by themselves, until when they are published, and how long agencies have
 * to answer.
 *
 * @param day of the month, or the so-manieth working day of it
 * @param deliveryWorkingDay of the month after the reported one: the day agreed for the publication
 * @param answerWorkingDays of the office, from the day after the publication
 */
public record ReportSchedule(
        @NotNull Boolean active,
        @NotNull Counted countedIn,
        @NotNull @Min(1) @Max(28) Integer day,
        @NotNull @Min(1) @Max(15) Integer deliveryWorkingDay,
        @NotNull @Min(1) @Max(60) Integer answerWorkingDays) {

    /** What the day is counted in. */
    public enum Counted {
        DAY_OF_MONTH,
        WORKING_DAY
    }
}
