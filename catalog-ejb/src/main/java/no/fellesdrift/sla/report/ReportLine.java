package no.fellesdrift.sla.report;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Rejection;

/** One result of a report: the version that is shown, what the provider says of it, and what the agency answers. */
@Entity
@Table(name = "service_report_line")
public class ReportLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "service_report_line_seq")
    @SequenceGenerator(name = "service_report_line_seq", sequenceName = "service_report_line_seq", allocationSize = 100)
    private Long id;

    @Version
    private int version;

    /** JPA writes it. */
    @SuppressWarnings("UnusedVariable")
    @ManyToOne
    @JoinColumn(name = "report")
    private ServiceReport report;

    private String line;
    private String level;
    private long result;

    @Column(name = "before_result")
    private Long beforeResult;

    private String remark;

    @Enumerated(EnumType.STRING)
    private LineAnswer answer;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column
    private String objection;

    @Column
    private String evidence;

    @Enumerated(EnumType.STRING)
    private LineOutcome outcome;

    @Column(name = "settled_at")
    private Instant settledAt;

    @OneToMany(mappedBy = "line", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<ReportProposal> proposals = new ArrayList<>();

    protected ReportLine() {}

    ReportLine(ServiceReport report, StandingResult standing) {
        this.report = report;
        line = standing.line();
        level = standing.level();
        show(standing);
    }

    /** Shows another version, and keeps what was said of the line. */
    void show(StandingResult standing) {
        result = standing.result();
        beforeResult = standing.shownBefore();
        if (remark == null) {
            remark = standing.why();
        }
    }

    void remark(String words) {
        remark = words;
    }

    /** @throws Rejection REPORT_LINE_SETTLED */
    void acknowledge(String by, Instant at) {
        if (outcome != null) {
            throw new Rejection(ReportReason.REPORT_LINE_SETTLED, level, line);
        }
        answer = LineAnswer.ACKNOWLEDGED;
        answeredBy = by;
        answeredAt = at;
    }

    void agreeBySilence(Instant at) {
        answer = LineAnswer.BY_SILENCE;
        answeredAt = at;
    }

    /** @throws Rejection REPORT_LINE_SETTLED */
    void dispute(String why, String seenIn, String by, Instant at) {
        if (outcome != null) {
            throw new Rejection(ReportReason.REPORT_LINE_SETTLED, level, line);
        }
        answer = LineAnswer.DISPUTED;
        answeredBy = by;
        answeredAt = at;
        objection = why;
        evidence = seenIn;
    }

    /** @throws Rejection REPORT_LINE_NOT_DISPUTED, REPORT_LINE_SETTLED, REPORT_PROPOSAL_WAITS */
    void propose(DisputeSide side, SettlementDraft draft, String by, Instant at) {
        mustBeOpen();
        if (waiting().isPresent()) {
            throw new Rejection(ReportReason.REPORT_PROPOSAL_WAITS, level, line);
        }
        proposals.add(new ReportProposal(this, side, draft, by, at));
    }

    /**
     * What the other side says to the proposal that waits; accepted, it ends the dispute.
     *
     * @throws Rejection REPORT_LINE_NOT_DISPUTED, REPORT_LINE_SETTLED, REPORT_NO_PROPOSAL, REPORT_OWN_PROPOSAL
     */
    ReportProposal decide(DisputeSide side, ReportProposal.Verdict verdict, String by, Instant at, String note) {
        mustBeOpen();
        ReportProposal proposal =
                waiting().orElseThrow(() -> new Rejection(ReportReason.REPORT_NO_PROPOSAL, level, line));
        if (proposal.side() == side || proposal.proposedBy().equals(by)) {
            throw new Rejection(ReportReason.REPORT_OWN_PROPOSAL);
        }
        proposal.decide(verdict, by, at, note);
        if (verdict == ReportProposal.Verdict.ACCEPTED) {
            settle(proposal.outcome(), at);
        }
        return proposal;
    }

    /** The agency takes its objection back. @throws Rejection REPORT_LINE_NOT_DISPUTED, REPORT_LINE_SETTLED */
    void withdraw(String by, Instant at, String note) {
        mustBeOpen();
        waiting().ifPresent(proposal -> proposal.decide(ReportProposal.Verdict.DECLINED, by, at, note));
        settle(LineOutcome.WITHDRAWN, at);
    }

    private void settle(LineOutcome how, Instant at) {
        outcome = how;
        settledAt = at;
    }

    private void mustBeOpen() {
        if (answer != LineAnswer.DISPUTED) {
            throw new Rejection(ReportReason.REPORT_LINE_NOT_DISPUTED, level, line);
        }
        if (outcome != null) {
            throw new Rejection(ReportReason.REPORT_LINE_SETTLED, level, line);
        }
    }

    Optional<ReportProposal> waiting() {
        return proposals.stream().filter(ReportProposal::waits).findFirst();
    }

    boolean is(String wantedLine, String wantedLevel) {
        return line.equals(wantedLine) && level.equals(wantedLevel);
    }

    boolean isAnswered() {
        return answer != null;
    }

    boolean isAcknowledged() {
        return answer == LineAnswer.ACKNOWLEDGED || answer == LineAnswer.BY_SILENCE;
    }

    boolean isOpenDispute() {
        return answer == LineAnswer.DISPUTED && outcome == null;
    }

    boolean isWithoutRemark() {
        return remark == null || remark.isBlank();
    }

    String line() {
        return line;
    }

    String level() {
        return level;
    }

    long result() {
        return result;
    }
}
