package no.fellesdrift.sla.report;

import java.time.Instant;
import java.util.List;
import no.fellesdrift.sla.ResultView;

/**
 * A result as a report shows it, and what was said of it.
 *
 * @param before of a correction: what was shown last; null otherwise
 * @param remark of the service-level manager; of a correction: why it changed
 * @param answer null while there is none
 * @param outcome how its dispute ended; null while it has none, or is open
 */
public record ReportLineView(
        long key,
        ResultView result,
        ResultView before,
        String remark,
        LineAnswer answer,
        String answeredBy,
        String answeredByName,
        Instant answeredAt,
        String objection,
        String evidence,
        LineOutcome outcome,
        Instant settledAt,
        List<ProposalView> proposals) {

    public ReportLineView {
        proposals = List.copyOf(proposals);
    }

    /** What one side has put forward to settle a dispute. */
    public record ProposalView(
            LineOutcome outcome,
            DisputeSide side,
            String reason,
            String evidence,
            String exclusion,
            String proposedBy,
            String proposedByName,
            Instant proposedAt,
            ReportProposal.Verdict verdict,
            String decidedBy,
            String decidedByName,
            Instant decidedAt,
            String note) {

        public boolean waiting() {
            return verdict == null;
        }
    }

    public boolean openDispute() {
        return answer == LineAnswer.DISPUTED && outcome == null;
    }

    /** The proposal that waits for the other side; null when none does. */
    public ProposalView waiting() {
        return proposals.stream().filter(ProposalView::waiting).findFirst().orElse(null);
    }
}
