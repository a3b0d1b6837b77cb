package no.fellesdrift.sla.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A way to settle a dispute that one side has put forward, and what the other said to it. */
@Entity
@Table(name = "service_report_proposal")
public class ReportProposal {

    /** What the other side said. */
    public enum Verdict {
        ACCEPTED,
        DECLINED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "service_report_proposal_seq")
    @SequenceGenerator(
            name = "service_report_proposal_seq",
            sequenceName = "service_report_proposal_seq",
            allocationSize = 100)
    private Long id;

    @Version
    private int version;

    /** JPA writes it. */
    @SuppressWarnings("UnusedVariable")
    @ManyToOne
    @JoinColumn(name = "report_line")
    private ReportLine line;

    @Enumerated(EnumType.STRING)
    private LineOutcome outcome;

    @Enumerated(EnumType.STRING)
    private DisputeSide side;

    @Column
    private String reason;

    @Column
    private String evidence;

    private String exclusion;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column
    private String note;

    protected ReportProposal() {}

    ReportProposal(ReportLine line, DisputeSide side, SettlementDraft draft, String by, Instant at) {
        this.line = line;
        this.side = side;
        outcome = draft.outcome();
        reason = draft.reason();
        evidence = draft.evidence();
        exclusion = draft.exclusion();
        proposedBy = by;
        proposedAt = at;
    }

    void decide(Verdict said, String by, Instant at, String why) {
        verdict = said;
        decidedBy = by;
        decidedAt = at;
        note = why;
    }

    boolean waits() {
        return verdict == null;
    }

    DisputeSide side() {
        return side;
    }

    LineOutcome outcome() {
        return outcome;
    }

    String proposedBy() {
        return proposedBy;
    }

    String exclusion() {
        return exclusion;
    }
}
