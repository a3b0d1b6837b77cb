package no.fellesdrift.sla.report;

import java.time.YearMonth;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Which service reports a list shows; what is absent does not narrow it.
 *
 * @param silent only those whose last day of the answer has passed without one
 */
public record ReportFilter(
        Optional<YearMonth> period, Optional<OrgNumber> organisation, Optional<ReportState> state, boolean silent) {

    public static final ReportFilter ALL =
            new ReportFilter(Optional.empty(), Optional.empty(), Optional.empty(), false);

    public static ReportFilter in(ReportState state) {
        return new ReportFilter(Optional.empty(), Optional.empty(), Optional.of(state), false);
    }
}
