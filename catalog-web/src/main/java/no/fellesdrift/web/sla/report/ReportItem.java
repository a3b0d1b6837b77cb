package no.fellesdrift.web.sla.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.sla.report.LineAnswer;
import no.fellesdrift.sla.report.LineOutcome;
import no.fellesdrift.sla.report.ReportAction;
import no.fellesdrift.sla.report.ReportLineView;
import no.fellesdrift.sla.report.ReportState;
import no.fellesdrift.sla.report.ReportView;
import no.fellesdrift.sla.report.Silence;
import no.fellesdrift.web.sla.ResultItem;

/**
 * A service report as machines read it, and as it is downloaded.
 *
 * @param edition 1 is the report, from 2 on its corrections, which hold only what has changed
 * @param answerDue last day of the agency's answer
 * @param silence what no answer by then means: NO_ANSWER, or AGREED where the agreement says so
 * @param silentAt when it was recorded that there was none
 * @param fingerprint SHA-256 over {@code service-reports/{number}/content}; null before it is frozen
 * @param actions what the caller may do now
 */
public record ReportItem(
        String number,
        String period,
        int edition,
        String corrects,
        String correctedBy,
        String organisation,
        String organisationName,
        ReportState state,
        String remark,
        ReportView.Said generated,
        ReportView.Said submitted,
        ReportView.Said reviewed,
        ReportView.Said published,
        LocalDate answerDue,
        Silence silence,
        Instant silentAt,
        ReportView.Said answered,
        ReportView.Said frozen,
        String fingerprint,
        Counts counts,
        List<String> actions,
        List<Line> lines) {

    /** @param unjudged neither met nor breached */
    public record Counts(long lines, long met, long breached, long unjudged, long answered, long openDisputes) {}

    /**
     * @param result as it is shown; it may have been superseded since
     * @param before of a correction: as it was shown last
     * @param remark of the service-level manager; of a correction: why it changed
     */
    public record Line(
            String line,
            String level,
            ResultItem result,
            ResultItem before,
            String remark,
            LineAnswer answer,
            String answeredBy,
            Instant answeredAt,
            String objection,
            String evidence,
            LineOutcome outcome,
            Instant settledAt,
            List<ReportLineView.ProposalView> proposals) {

        static Line of(ReportLineView view) {
            return new Line(
                    view.result().line(),
                    view.result().level(),
                    ResultItem.of(view.result()),
                    view.before() == null ? null : ResultItem.of(view.before()),
                    view.remark(),
                    view.answer(),
                    view.answeredBy(),
                    view.answeredAt(),
                    view.objection(),
                    view.evidence(),
                    view.outcome(),
                    view.settledAt(),
                    view.proposals());
        }
    }

    static ReportItem of(ReportView view) {
        return new ReportItem(
                view.number(),
                view.period(),
                view.edition(),
                view.corrects(),
                view.correctedBy(),
                view.organisation(),
                view.organisationName(),
                view.state(),
                view.remark(),
                view.generated(),
                view.submitted(),
                view.reviewed(),
                view.published(),
                view.answerDue(),
                view.silence(),
                view.silentAt(),
                view.answered(),
                view.frozen(),
                view.fingerprint(),
                new Counts(
                        view.lines().size(),
                        view.getMet(),
                        view.getBreached(),
                        view.getUnjudged(),
                        view.getAnswerCount(),
                        view.getOpenDisputes()),
                view.actions().stream().sorted().map(ReportAction::code).toList(),
                view.lines().stream().map(Line::of).toList());
    }
}
