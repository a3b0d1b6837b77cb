package no.fellesdrift.notify;

import java.util.List;
import java.util.stream.Stream;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Role;

/** What people are told of, and who may be told. Subject and text are {@code mail.subject.<kind>}, {@code mail.text.<kind>}. */
public enum MailKind {
    /** To those who approve, and to those who stand in for one, whatever their role. */
    ORDER_TO_APPROVE,
    ORDER_APPROVED,
    ORDER_DECLINED,
    ORDER_ASKED,
    ORDER_PROMISED,
    ORDER_DELIVERED,
    /** Approved, and the order desk's turn. */
    ORDER_NEW,
    /** The approver has been silent too long. */
    ORDER_SILENT,
    CHARGES_CLOSED,
    CREDIT_TO_DECIDE,
    /** Work that touches the agency's services. */
    MAINTENANCE_ANNOUNCED,
    MAINTENANCE_MOVED,
    MAINTENANCE_CANCELLED,
    /** Announced by somebody else. */
    MAINTENANCE_TO_APPROVE,
    /** Made by themselves on their day. */
    REPORTS_DRAFTED,
    REPORT_TO_REVIEW,
    REPORT_PUBLISHED,
    REPORT_DISPUTED,
    /** A way to settle a dispute, to the side that did not propose it. */
    REPORT_SETTLEMENT,
    /** The last day of the answer has passed. */
    REPORT_SILENT,
    /** By an evaluation; one mail tells of all of a month that are the receiver's. */
    BREACHES_OPENED,
    /** The same to the agency whose service it is. */
    BREACHES_OF_AGENCY,
    /** By the other side. */
    BREACH_COMMENTED,
    /** Of an improvement plan, to the one who is to do it. */
    ACTIONS_DUE,
    /** Their day has passed; to those who follow the plan. */
    ACTIONS_OVERDUE,
    /** Against a supplier, drafted. */
    CLAIM_TO_SEND,
    /** Sent, answered or settled. */
    CLAIM_CHANGED;

    private boolean isFor(Caller person) {
        return switch (this) {
            case ORDER_TO_APPROVE ->
                Stream.of(Role.APPROVER, Role.ORDERER, Role.AGENCY_FINANCE, Role.SECURITY_OFFICER, Role.SYSTEM_OWNER)
                        .anyMatch(person::has);
            case ORDER_APPROVED, ORDER_DECLINED, ORDER_ASKED, ORDER_PROMISED, ORDER_DELIVERED ->
                person.has(Role.ORDERER);
            case ORDER_NEW -> person.has(Role.ORDER_DESK);
            case ORDER_SILENT -> person.has(Role.ORDERER) || person.has(Role.AGENCY_FINANCE);
            case CHARGES_CLOSED -> person.has(Role.AGENCY_FINANCE);
            case CREDIT_TO_DECIDE -> person.has(Role.FINANCE_APPROVER);
            case MAINTENANCE_ANNOUNCED, MAINTENANCE_MOVED, MAINTENANCE_CANCELLED ->
                Receivers.AFFECTED.stream().anyMatch(person::has);
            case MAINTENANCE_TO_APPROVE -> person.has(Role.SERVICE_LEVEL_MANAGER) || person.has(Role.SERVICE_OWNER);
            case REPORTS_DRAFTED, REPORT_DISPUTED -> person.has(Role.SERVICE_LEVEL_MANAGER);
            case REPORT_TO_REVIEW -> person.has(Role.CONTROLLER) || person.has(Role.SERVICE_LEVEL_MANAGER);
            case REPORT_PUBLISHED -> person.has(Role.SECURITY_OFFICER) || person.has(Role.APPROVER);
            case REPORT_SETTLEMENT, REPORT_SILENT ->
                person.has(Role.SERVICE_LEVEL_MANAGER)
                        || person.has(Role.SECURITY_OFFICER)
                        || person.has(Role.APPROVER);
            case BREACHES_OPENED, ACTIONS_OVERDUE ->
                person.has(Role.SERVICE_LEVEL_MANAGER) || person.has(Role.SERVICE_OWNER);
            case BREACHES_OF_AGENCY -> person.has(Role.SECURITY_OFFICER) || person.has(Role.APPROVER);
            case BREACH_COMMENTED ->
                Stream.of(
                                Role.SERVICE_LEVEL_MANAGER,
                                Role.SERVICE_OWNER,
                                Role.ORDERER,
                                Role.APPROVER,
                                Role.AGENCY_FINANCE,
                                Role.SECURITY_OFFICER,
                                Role.SYSTEM_OWNER)
                        .anyMatch(person::has);
            // anybody of the provider can be asked to do an action
            case ACTIONS_DUE -> person.roles().stream().anyMatch(Role::isProviderStaff);
            case CLAIM_TO_SEND -> person.has(Role.FINANCE_APPROVER) || person.has(Role.CONTROLLER);
            case CLAIM_CHANGED ->
                person.has(Role.SERVICE_LEVEL_MANAGER)
                        || person.has(Role.FINANCE_APPROVER)
                        || person.has(Role.CONTROLLER);
        };
    }

    /** Those that the person may get. */
    static List<MailKind> of(Caller person) {
        return Stream.of(values()).filter(kind -> kind.isFor(person)).toList();
    }
}
