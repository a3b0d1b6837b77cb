package no.fellesdrift.sla.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.sla.ExclusionDesk;

/**
 * The agency's answer to a service report, line by line, and how the two sides settle what they disagree on. For the
 * agency its security officer and its approvers answer: the same who approve on its behalf what is left out of the
 * figures. Those who order read the report.
 */
@Stateless
public class ReportAnswerDesk {

    @Inject
    ReportWork work;

    @Inject
    ExclusionDesk exclusions;

    /**
     * Agrees with a line; with every line that has no answer yet when none is named. A line that was disputed is
     * agreed with by taking the objection back.
     *
     * @throws Rejection UNKNOWN_REPORT, UNKNOWN_REPORT_LINE, REPORT_WRONG_STATE, REPORT_NOT_YOURS, REPORT_FOUR_EYES
     */
    @RolesAllowed({Roles.SECURITY_OFFICER, Roles.APPROVER})
    public ReportView acknowledge(String number, Integer read, String line, String level) {
        return work.take(
                number,
                read,
                ReportAction.ACKNOWLEDGE,
                line == null ? null : line + " " + level,
                report -> report.acknowledge(line, level, work.by(), work.now()));
    }

    /**
     * Disagrees with a line.
     *
     * @param why what is wrong
     * @param evidence where it can be seen; may be absent
     * @throws Rejection REPORT_NEEDS_NOTE, REPORT_TEXT_TOO_LONG, REPORT_LINE_SETTLED, and as {@link #acknowledge}
     */
    @RolesAllowed({Roles.SECURITY_OFFICER, Roles.APPROVER})
    public ReportView dispute(String number, Integer read, String line, String level, String why, String evidence) {
        String kept = ReportWork.required(why);
        String seen = ReportWork.optional(evidence);
        return work.take(
                number,
                read,
                ReportAction.DISPUTE,
                line + " " + level + ": " + kept,
                report -> report.dispute(line, level, kept, seen, work.by(), work.now()));
    }

    /**
     * Puts a way to settle a dispute forward; the other side accepts or declines.
     *
     * @throws Rejection REPORT_NEEDS_OUTCOME for a withdrawal, which needs nobody's consent; UNKNOWN_EXCLUSION,
     *     REPORT_LINE_NOT_DISPUTED, REPORT_LINE_SETTLED, REPORT_PROPOSAL_WAITS
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SECURITY_OFFICER, Roles.APPROVER})
    public ReportView propose(String number, Integer read, String line, String level, @Valid SettlementDraft draft) {
        if (draft.outcome() == LineOutcome.WITHDRAWN) {
            throw new Rejection(ReportReason.REPORT_NEEDS_OUTCOME);
        }
        String exclusion = ReportWork.optional(draft.exclusion());
        if (exclusion != null) {
            exclusions.one(exclusion);
        }
        SettlementDraft kept = new SettlementDraft(
                draft.outcome(),
                ReportWork.required(draft.reason()),
                ReportWork.optional(draft.evidence()),
                draft.outcome() == LineOutcome.CORRECTED ? exclusion : null);
        return work.take(
                number,
                read,
                ReportAction.PROPOSE,
                line + " " + level + ": " + kept.reason(),
                report -> report.propose(line, level, work.side(report), kept, work.by(), work.now()));
    }

    /**
     * Accepts what the other side has put forward; an exclusion that it names is approved with it, and the month is
     * evaluated again by itself.
     *
     * @throws Rejection REPORT_NO_PROPOSAL, REPORT_OWN_PROPOSAL, REPORT_LINE_NOT_DISPUTED, REPORT_LINE_SETTLED
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SECURITY_OFFICER, Roles.APPROVER})
    public ReportView accept(String number, Integer read, String line, String level, String note) {
        String kept = ReportWork.optional(note);
        return work.take(number, read, ReportAction.ACCEPT, noted(line, level, kept), report -> {
            ReportProposal proposal = report.decide(
                    line, level, work.side(report), ReportProposal.Verdict.ACCEPTED, work.by(), work.now(), kept);
            if (proposal.exclusion() != null
                    && !exclusions.one(proposal.exclusion()).approved()) {
                exclusions.approve(proposal.exclusion());
            }
        });
    }

    /** Says no to it, and why. @throws Rejection as {@link #accept}, REPORT_NEEDS_NOTE */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SECURITY_OFFICER, Roles.APPROVER})
    public ReportView decline(String number, Integer read, String line, String level, String note) {
        String kept = ReportWork.required(note);
        return work.take(
                number,
                read,
                ReportAction.DECLINE,
                noted(line, level, kept),
                report -> report.decide(
                        line, level, work.side(report), ReportProposal.Verdict.DECLINED, work.by(), work.now(), kept));
    }

    /** The agency takes its objection back. @throws Rejection REPORT_LINE_NOT_DISPUTED, REPORT_LINE_SETTLED */
    @RolesAllowed({Roles.SECURITY_OFFICER, Roles.APPROVER})
    public ReportView withdraw(String number, Integer read, String line, String level, String note) {
        String kept = ReportWork.optional(note);
        return work.take(
                number,
                read,
                ReportAction.WITHDRAW,
                noted(line, level, kept),
                report -> report.withdraw(line, level, work.by(), work.now(), kept));
    }

    private static String noted(String line, String level, String note) {
        return line + " " + level + (note == null ? "" : ": " + note);
    }
}
