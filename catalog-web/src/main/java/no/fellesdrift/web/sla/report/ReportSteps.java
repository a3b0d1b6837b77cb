package no.fellesdrift.web.sla.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.report.ReportAction;
import no.fellesdrift.sla.report.ReportAnswerDesk;
import no.fellesdrift.sla.report.ReportIssueDesk;
import no.fellesdrift.sla.report.ReportReason;
import no.fellesdrift.sla.report.ReportView;
import no.fellesdrift.sla.report.SettlementDraft;

/** The desk's method for each action: what an address and a button name, the desks judge. */
@RequestScoped
class ReportSteps {

    @Inject
    ReportIssueDesk issue;

    @Inject
    ReportAnswerDesk answers;

    /** @param read the version that the caller has read; null when it does not matter */
    ReportView take(String number, Integer read, ReportAction action, ReportStep step) {
        String line = step.line();
        String level = step.level();
        return switch (action) {
            case REFRESH -> issue.refresh(number, read);
            case REMARK ->
                line == null
                        ? issue.remark(number, read, step.note())
                        : issue.remark(number, read, line, level, step.note());
            case SUBMIT -> issue.submit(number, read);
            case RETURN -> issue.sendBack(number, read, step.note());
            case APPROVE -> issue.approve(number, read, step.note());
            case PUBLISH -> issue.publish(number, read);
            case FREEZE -> issue.freeze(number, read);
            case ACKNOWLEDGE -> answers.acknowledge(number, read, line, level);
            case DISPUTE -> answers.dispute(number, read, line, level, step.note(), step.evidence());
            case PROPOSE ->
                answers.propose(
                        number,
                        read,
                        line,
                        level,
                        new SettlementDraft(step.outcome(), step.note(), step.evidence(), step.exclusion()));
            case ACCEPT -> answers.accept(number, read, line, level, step.note());
            case DECLINE -> answers.decline(number, read, line, level, step.note());
            case WITHDRAW -> answers.withdraw(number, read, line, level, step.note());
            case LAPSE -> throw new Rejection(ReportReason.UNKNOWN_REPORT_ACTION, action.code());
        };
    }
}
