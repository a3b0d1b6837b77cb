package no.fellesdrift.sla.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * What an agency's agreement says of its reports, where it says something else than the schedule.
 *
 * @param agreement the number of the agreement that says so
 * @param deliveryWorkingDay null where it does not
 * @param answerWorkingDays null where it does not
 */
public record AnswerTerm(
        @NotBlank String organisation,
        @NotBlank String agreement,
        @Min(1) @Max(15) Integer deliveryWorkingDay,
        @Min(1) @Max(60) Integer answerWorkingDays,
        @NotNull Silence silence) {}
