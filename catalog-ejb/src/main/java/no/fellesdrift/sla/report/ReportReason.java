package no.fellesdrift.sla.report;

import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Kind;

/** Why something about service reports is refused. */
public enum ReportReason implements Rejection.Reason {
    UNKNOWN_REPORT(Kind.NOT_FOUND),
    UNKNOWN_REPORT_LINE(Kind.NOT_FOUND),
    UNKNOWN_REPORT_ACTION(Kind.NOT_FOUND),
    UNKNOWN_REPORT_SORT(Kind.INVALID),
    /** The month has not ended, or its figures are provisional. */
    REPORT_PERIOD_NOT_OVER(Kind.CONFLICT),
    NOTHING_TO_REPORT(Kind.CONFLICT),
    /** There is a report, and no figure of it has changed. */
    REPORT_EXISTS(Kind.CONFLICT),
    REPORT_WRONG_STATE(Kind.CONFLICT),
    REPORT_NOT_YOURS(Kind.FORBIDDEN),
    /** Who sent it to review does not review it, and who worked on it for the provider does not answer it. */
    REPORT_FOUR_EYES(Kind.FORBIDDEN),
    REPORT_NOT_REVIEWED(Kind.CONFLICT),
    /** Other results stand now than the report shows. */
    REPORT_OUTDATED(Kind.CONFLICT),
    /** A correction says of each line why it changed. */
    REPORT_NEEDS_WHY(Kind.INVALID),
    REPORT_NEEDS_NOTE(Kind.INVALID),
    REPORT_TEXT_TOO_LONG(Kind.INVALID),
    REPORT_LINE_NOT_DISPUTED(Kind.CONFLICT),
    REPORT_LINE_SETTLED(Kind.CONFLICT),
    REPORT_PROPOSAL_WAITS(Kind.CONFLICT),
    REPORT_NO_PROPOSAL(Kind.CONFLICT),
    /** The other side accepts or declines. */
    REPORT_OWN_PROPOSAL(Kind.FORBIDDEN),
    REPORT_NEEDS_OUTCOME(Kind.INVALID),
    REPORT_OPEN_DISPUTES(Kind.CONFLICT),
    REPORT_OPEN_LINES(Kind.CONFLICT),
    REPORT_STALE(Kind.STALE),
    REPORT_SCHEDULE_WRONG(Kind.INVALID),
    REPORT_SCHEDULE_STALE(Kind.STALE),
    /** The schedule holds for the agency. */
    UNKNOWN_REPORT_TERM(Kind.NOT_FOUND),
    REPORT_TERM_EXISTS(Kind.CONFLICT);

    private final Kind kind;

    ReportReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "sla";
    }
}
