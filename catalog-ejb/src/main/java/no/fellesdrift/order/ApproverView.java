package no.fellesdrift.order;

import java.time.LocalDate;

/**
 * Who can approve for an agency today.
 *
 * @param standsInFor the absent approver's name; null for an approver
 * @param until the last day of the substitution; null for an approver
 */
public record ApproverView(String person, String name, String standsInFor, LocalDate until) {}
