package no.fellesdrift.order;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What goes with an action; each action reads what it needs.
 *
 * @param version the version that was shown; null relies on the state alone
 * @param position the order's line, from 1; null takes every line that may take the step
 * @param upstreamOrder the supplier's number
 * @param promisedDate the supplier's date
 * @param supplierState as the supplier said it
 */
public record StepDraft(
        Integer version,
        Integer position,
        @Size(max = 2000) String note,
        OrderRoute route,
        @Size(max = 60) String upstreamOrder,
        LocalDate promisedDate,
        @Size(max = 200) String supplierState) {

    public static final StepDraft NOTHING = new StepDraft(null, null, null, null, null, null, null);

    public StepDraft {
        note = blankToNull(note);
        upstreamOrder = blankToNull(upstreamOrder);
        supplierState = blankToNull(supplierState);
    }

    public static StepDraft note(String note) {
        return new StepDraft(null, null, note, null, null, null, null);
    }

    public static StepDraft route(OrderRoute route) {
        return new StepDraft(null, null, null, route, null, null, null);
    }

    public static StepDraft upstream(String number, LocalDate promised) {
        return new StepDraft(null, null, null, null, number, promised, null);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
