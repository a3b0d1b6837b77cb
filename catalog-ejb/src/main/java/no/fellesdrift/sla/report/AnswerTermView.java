package no.fellesdrift.sla.report;

import java.util.List;

/**
 * What an agency's agreement says of its reports.
 *
 * @param deliveryWorkingDay null where the schedule holds; so is {@code answerWorkingDays}
 * @param receivers who is told when a report is published, and answers it: by name
 * @param version for If-Match; grows with every change
 */
public record AnswerTermView(
        String organisation,
        String organisationName,
        String agreement,
        Integer deliveryWorkingDay,
        Integer answerWorkingDays,
        Silence silence,
        List<String> receivers,
        int version) {

    public AnswerTermView {
        receivers = List.copyOf(receivers);
    }
}
