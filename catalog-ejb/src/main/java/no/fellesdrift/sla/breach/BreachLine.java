package no.fellesdrift.sla.breach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.engine.Cause;

/**
 * A breach as a row of a list.
 *
 * @param version for If-Match; grows with every step
 * @param result the id of the result that says so
 * @param kind BREACHED, or INSUFFICIENT_DATA when the duty to measure was not met
 * @param cause of most of the downtime; absent for cases and where nothing was down
 * @param consequence NONE, IMPROVEMENT_PLAN, SERVICE_CREDIT
 * @param earlier how many other months the same level of the same line was breached in
 * @param actionsLeft of the plan, not done
 * @param nextDue of those; absent without any
 */
public record BreachLine(
        String number,
        int version,
        YearMonth period,
        String result,
        OrgNumber organisation,
        String organisationName,
        LineNumber line,
        String service,
        LocalizedText serviceName,
        LocalizedText offeringName,
        String level,
        Measure measure,
        String priority,
        String kind,
        Cause cause,
        String consequence,
        String owner,
        String ownerName,
        BreachState state,
        Instant openedAt,
        int earlier,
        int actions,
        int actionsLeft,
        LocalDate nextDue) {

    /** Whether an action should have been done. */
    public boolean isOverdue(LocalDate today) {
        return state.isWork() && nextDue != null && nextDue.isBefore(today);
    }
}
