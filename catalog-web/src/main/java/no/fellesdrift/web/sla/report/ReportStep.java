package no.fellesdrift.web.sla.report;

import no.fellesdrift.sla.report.LineOutcome;

/**
 * What goes with an action on a service report; each reads what it needs.
 *
 * @param line the agreement line, with {@code level}; both left out, the whole report where an action may mean it
 * @param note the remark, the objection, the reason of a proposal, or why not
 * @param evidence where it can be seen
 * @param outcome of a proposal: STANDS or CORRECTED
 * @param exclusion that is approved with a proposal
 */
public record ReportStep(
        String line, String level, String note, String evidence, LineOutcome outcome, String exclusion) {

    static final ReportStep EMPTY = new ReportStep(null, null, null, null, null, null);
}
