package no.fellesdrift.sla.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done with a service report. Who may, and in which state, stands in {@link ReportState}. */
public enum ReportAction {
    /** Takes the results that stand now. */
    REFRESH("sla.report-refresh"),
    /** The service-level manager's words, on the whole or on a line. */
    REMARK("sla.report-remark"),
    SUBMIT("sla.report-submit"),
    /** Back to the service-level manager, with a note. */
    RETURN("sla.report-return"),
    /** Reviewed, by another person than the one who sent it. */
    APPROVE("sla.report-approve"),
    PUBLISH("sla.report-publish"),
    ACKNOWLEDGE("sla.report-acknowledge"),
    DISPUTE("sla.report-dispute"),
    /** A way to settle a dispute. */
    PROPOSE("sla.report-propose"),
    ACCEPT("sla.report-accept"),
    DECLINE("sla.report-decline"),
    /** The agency takes its own objection back. */
    WITHDRAW("sla.report-withdraw"),
    /** The last day of the answer has passed. */
    LAPSE("sla.report-lapse"),
    FREEZE("sla.report-freeze");

    private final String what;

    ReportAction(String what) {
        this.what = what;
    }

    /** What the history calls it. */
    String what() {
        return what;
    }

    /** As in addresses and in the history: {@code publish}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportAction> of(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(code))
                .findFirst();
    }
}
