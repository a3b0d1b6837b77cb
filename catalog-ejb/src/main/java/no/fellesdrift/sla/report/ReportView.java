package no.fellesdrift.sla.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.fellesdrift.sla.engine.ResultStatus;

/**
 * A service report in full.
 *
 * @param edition 1 is the report, from 2 on its corrections
 * @param corrects the number of the edition before; null in a first one
 * @param correctedBy the number of the next edition that the reader sees; null when there is none
 * @param answerDue last day of the agency's answer; null before the publication
 * @param silentAt when it was recorded that this day had passed without an answer to every line
 * @param fingerprint SHA-256 over its content, of a frozen one
 * @param actions what the reader may do now
 */
public record ReportView(
        String number,
        String period,
        int edition,
        String corrects,
        String correctedBy,
        String organisation,
        String organisationName,
        ReportState state,
        String remark,
        Said generated,
        Said submitted,
        Said reviewed,
        Said published,
        LocalDate answerDue,
        Silence silence,
        Instant silentAt,
        Said answered,
        Said frozen,
        String fingerprint,
        int version,
        Set<ReportAction> actions,
        List<ReportLineView> lines) {

    public ReportView {
        actions = Set.copyOf(actions);
        lines = List.copyOf(lines);
    }

    /** Who did it, and when. */
    public record Said(String by, String name, Instant at) {}

    public boolean correction() {
        return edition > 1;
    }

    public long count(ResultStatus status) {
        return lines.stream().filter(line -> line.result().status() == status).count();
    }

    public long getMet() {
        return count(ResultStatus.MET);
    }

    public long getBreached() {
        return count(ResultStatus.BREACHED);
    }

    /** Neither met nor breached. */
    public long getUnjudged() {
        return lines.size() - getMet() - getBreached();
    }

    public long getAnswerCount() {
        return lines.stream().filter(line -> line.answer() != null).count();
    }

    public long getOpenDisputes() {
        return lines.stream().filter(ReportLineView::openDispute).count();
    }

    public boolean has(ReportAction action) {
        return actions.contains(action);
    }
}
