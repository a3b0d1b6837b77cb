package no.fellesdrift.sla.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.ResultView;

/**
 * All that a report says as one text, the same in every language and at every time, and the SHA-256 of it. One fact a
 * line, {@code name=value}, in a fixed order; what is absent is empty; a line break and a backslash in what a person
 * wrote are escaped.
 */
public final class Fingerprints {

    private Fingerprints() {}

    /** What is sealed: UTF-8, each line ended by a line feed. */
    public static String content(ReportView report) {
        Text text = new Text();
        text.line("report", report.number())
                .line("period", report.period())
                .line("organisation", report.organisation())
                .line("corrects", report.corrects())
                .line("remark", report.remark())
                .said("generated", report.generated())
                .said("submitted", report.submitted())
                .said("reviewed", report.reviewed())
                .said("published", report.published())
                .line("answerDue", report.answerDue())
                .line("silence", report.silence())
                .line("silentAt", report.silentAt())
                .said("answered", report.answered())
                .said("frozen", report.frozen());
        for (ReportLineView line : report.lines()) {
            result(text, "result", line.result());
            if (line.before() != null) {
                text.line("before", line.before().id());
            }
            text.line("remark", line.remark())
                    .line("answer", line.answer())
                    .line("answeredBy", line.answeredBy())
                    .line("answeredAt", line.answeredAt())
                    .line("objection", line.objection())
                    .line("evidence", line.evidence());
            for (ReportLineView.ProposalView proposal : line.proposals()) {
                text.line("proposal", proposal.outcome())
                        .line("side", proposal.side())
                        .line("reason", proposal.reason())
                        .line("evidence", proposal.evidence())
                        .line("exclusion", proposal.exclusion())
                        .line("proposedBy", proposal.proposedBy())
                        .line("proposedAt", proposal.proposedAt())
                        .line("verdict", proposal.verdict())
                        .line("decidedBy", proposal.decidedBy())
                        .line("decidedAt", proposal.decidedAt())
                        .line("note", proposal.note());
            }
            text.line("outcome", line.outcome()).line("settledAt", line.settledAt());
        }
        return text.toString();
    }

    private static void result(Text text, String name, ResultView result) {
        text.line(name, result.id())
                .line("status", result.status())
                .line("numerator", result.numerator())
                .line("denominator", result.denominator())
                .line("target", result.target())
                .line("coverage", result.coverage())
                .line("policy", result.policy());
    }

    /** In small hexadecimal digits. */
    public static String of(ReportView report) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(content(report).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static final class Text {
        private final StringBuilder built = new StringBuilder();

        Text line(String name, Object value) {
            built.append(name).append('=');
            if (value != null) {
                built.append((value instanceof Share share
                                ? share.numerator() + "/" + share.denominator()
                                : value.toString())
                        .replace("\\", "\\\\")
                        .replace("\r", "\\r")
                        .replace("\n", "\\n"));
            }
            built.append('\n');
            return this;
        }

        Text said(String name, ReportView.Said said) {
            return line(name + "By", said == null ? null : said.by())
                    .line(name + "At", said == null ? null : said.at());
        }

        @Override
        public String toString() {
            return built.toString();
        }
    }
}
