package no.fellesdrift.web.sla.definition;

import java.time.LocalDate;
import java.util.Map;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.sla.definition.CalendarVersionView;

/**
 * A version of a calendar as the API shows it.
 *
 * @param calendar as single computations take it
 */
public record CalendarItem(
        String code,
        int version,
        LocalizedText name,
        LocalDate validFrom,
        LocalDate validTo,
        Map<String, Object> calendar)
        implements Versions.Numbered {

    static CalendarItem of(CalendarVersionView view) {
        return new CalendarItem(
                view.code(),
                view.version(),
                view.name(),
                view.valid().start(),
                view.valid().end(),
                view.tree());
    }
}
