package no.fellesdrift.sla.report;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;

/** What an agency is told of a month, or a correction of it. Its steps stand in {@link ReportState}. */
@Entity
@Table(name = "service_report")
public class ServiceReport {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "service_report_seq")
    @SequenceGenerator(name = "service_report_seq", sequenceName = "service_report_seq", allocationSize = 100)
    private Long id;

    @Version
    private int version;

    private String number;
    private String period;
    private OrgNumber agency;
    private int edition;

    @Column
    private String corrects;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    @Column
    private String remark;

    @Column(name = "generated_by")
    private String generatedBy;

    @Column(name = "generated_at")
    private Instant generatedAt;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "reviewed_by")
    private String reviewedBy;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    @Column(name = "published_by")
    private String publishedBy;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "answer_due")
    private LocalDate answerDue;

    @Enumerated(EnumType.STRING)
    private Silence silence;

    @Column(name = "silent_at")
    private Instant silentAt;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "frozen_by")
    private String frozenBy;

    @Column(name = "frozen_at")
    private Instant frozenAt;

    @Column
    private String fingerprint;

    @OneToMany(mappedBy = "report", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("line, level")
    private List<ReportLine> lines = new ArrayList<>();

    protected ServiceReport() {}

    ServiceReport(
            String period,
            OrgNumber agency,
            String shortName,
            ServiceReport before,
            List<StandingResult> results,
            String by,
            Instant at) {
        this.period = period;
        this.agency = agency;
        edition = before == null ? 1 : before.edition + 1;
        corrects = before == null ? null : before.number;
        number = "RAP-" + period + "-" + shortName + (edition == 1 ? "" : "-" + edition);
        state = ReportState.DRAFT;
        generatedBy = by;
        generatedAt = at;
        results.forEach(result -> lines.add(new ReportLine(this, result)));
    }

    // ---------------------------------------------------------------- the provider's part

    /** Takes other results; what was said of a line that is still there stays. */
    void refresh(List<StandingResult> results, Instant at) {
        step(ReportAction.REFRESH);
        lines.removeIf(line -> results.stream().noneMatch(result -> line.is(result.line(), result.level())));
        for (StandingResult result : results) {
            lines.stream()
                    .filter(line -> line.is(result.line(), result.level()))
                    .findFirst()
                    .ifPresentOrElse(line -> line.show(result), () -> lines.add(new ReportLine(this, result)));
        }
        generatedAt = at;
    }

    void remark(String words) {
        step(ReportAction.REMARK);
        remark = words;
    }

    void remark(String line, String level, String words) {
        step(ReportAction.REMARK);
        line(line, level).remark(words);
    }

    /** @throws Rejection REPORT_NEEDS_WHY for a correction whose lines do not all say why */
    void submit(String by, Instant at) {
        ReportState to = step(ReportAction.SUBMIT);
        if (isCorrection() && lines.stream().anyMatch(ReportLine::isWithoutRemark)) {
            throw new Rejection(ReportReason.REPORT_NEEDS_WHY, number);
        }
        submittedBy = by;
        submittedAt = at;
        reviewedBy = null;
        reviewedAt = null;
        state = to;
    }

    /** Back to the draft. */
    void sendBack() {
        state = step(ReportAction.RETURN);
        reviewedBy = null;
        reviewedAt = null;
    }

    /** @throws Rejection REPORT_FOUR_EYES */
    void approve(String by, Instant at) {
        step(ReportAction.APPROVE);
        if (by.equals(submittedBy)) {
            throw new Rejection(ReportReason.REPORT_FOUR_EYES);
        }
        reviewedBy = by;
        reviewedAt = at;
    }

    /** @throws Rejection REPORT_NOT_REVIEWED */
    void publish(String by, Instant at, LocalDate due, Silence meaning) {
        ReportState to = step(ReportAction.PUBLISH);
        if (reviewedBy == null) {
            throw new Rejection(ReportReason.REPORT_NOT_REVIEWED, number);
        }
        publishedBy = by;
        publishedAt = at;
        answerDue = due;
        silence = meaning;
        state = to;
    }

    /** @throws Rejection REPORT_OPEN_DISPUTES, REPORT_OPEN_LINES while there is time left for them */
    void freeze(String by, Instant at) {
        ReportState to = step(ReportAction.FREEZE);
        long disputes = lines.stream().filter(ReportLine::isOpenDispute).count();
        if (disputes > 0) {
            throw new Rejection(ReportReason.REPORT_OPEN_DISPUTES, number, disputes);
        }
        if (silentAt == null && !isAnswered()) {
            throw new Rejection(ReportReason.REPORT_OPEN_LINES, number);
        }
        frozenBy = by;
        frozenAt = at;
        state = to;
    }

    /** Of a frozen report, once. */
    void seal(String print) {
        fingerprint = print;
    }

    // ---------------------------------------------------------------- the agency's part

    /** One line, or every line that has no answer yet when none is named. */
    void acknowledge(String line, String level, String by, Instant at) {
        mustBeOutside(by);
        ReportState to = step(ReportAction.ACKNOWLEDGE);
        if (line == null) {
            lines.stream().filter(one -> !one.isAnswered()).forEach(one -> one.acknowledge(by, at));
        } else {
            ReportLine one = line(line, level);
            if (one.isOpenDispute()) {
                one.withdraw(by, at, null);
            } else {
                one.acknowledge(by, at);
            }
        }
        complete(to, by, at);
    }

    void dispute(String line, String level, String why, String evidence, String by, Instant at) {
        mustBeOutside(by);
        ReportState to = step(ReportAction.DISPUTE);
        line(line, level).dispute(why, evidence, by, at);
        complete(to, by, at);
    }

    void propose(String line, String level, DisputeSide side, SettlementDraft draft, String by, Instant at) {
        step(ReportAction.PROPOSE);
        line(line, level).propose(side, draft, by, at);
    }

    ReportProposal decide(
            String line,
            String level,
            DisputeSide side,
            ReportProposal.Verdict verdict,
            String by,
            Instant at,
            String note) {
        step(verdict == ReportProposal.Verdict.ACCEPTED ? ReportAction.ACCEPT : ReportAction.DECLINE);
        return line(line, level).decide(side, verdict, by, at, note);
    }

    void withdraw(String line, String level, String by, Instant at, String note) {
        step(ReportAction.WITHDRAW);
        line(line, level).withdraw(by, at, note);
    }

    /** The last day of the answer has passed; what that means was settled when it was published. */
    void lapse(Instant at) {
        step(ReportAction.LAPSE);
        silentAt = at;
        if (silence == Silence.AGREED) {
            lines.stream().filter(line -> !line.isAnswered()).forEach(line -> line.agreeBySilence(at));
            if (state == ReportState.PUBLISHED) {
                state = ReportState.ACKNOWLEDGED;
            }
        }
    }

    /** A first acknowledgement of some lines leads nowhere yet: the report has another state once all are answered. */
    private void complete(ReportState to, String by, Instant at) {
        if (isAnswered()) {
            answeredBy = by;
            answeredAt = at;
        }
        boolean agreed = lines.stream().allMatch(ReportLine::isAcknowledged);
        if (to == ReportState.DISPUTED || (to == ReportState.ACKNOWLEDGED && agreed)) {
            state = to;
        }
    }

    /** Who worked on it for the provider does not answer it, in a provider that is an agency too. */
    private void mustBeOutside(String by) {
        if (by.equals(submittedBy) || by.equals(reviewedBy) || by.equals(publishedBy)) {
            throw new Rejection(ReportReason.REPORT_FOUR_EYES);
        }
    }

    private ReportState step(ReportAction action) {
        ReportState.Step step = state.step(action)
                .orElseThrow(() -> new Rejection(ReportReason.REPORT_WRONG_STATE, number, state, action.code()));
        return step.to() == null ? state : step.to();
    }

    /** @throws Rejection UNKNOWN_REPORT_LINE */
    ReportLine line(String line, String level) {
        return lines.stream()
                .filter(one -> one.is(Objects.requireNonNullElse(line, ""), level))
                .findFirst()
                .orElseThrow(() -> new Rejection(ReportReason.UNKNOWN_REPORT_LINE, level, line, number));
    }

    private boolean isAnswered() {
        return lines.stream().allMatch(ReportLine::isAnswered);
    }

    boolean isCorrection() {
        return edition > 1;
    }

    List<ReportLine> lines() {
        return List.copyOf(lines);
    }

    Long id() {
        return id;
    }

    int version() {
        return version;
    }

    String number() {
        return number;
    }

    String period() {
        return period;
    }

    OrgNumber agency() {
        return agency;
    }

    ReportState state() {
        return state;
    }

    String submittedBy() {
        return submittedBy;
    }
}
