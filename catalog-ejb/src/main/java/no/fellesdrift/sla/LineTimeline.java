package no.fellesdrift.sla;

import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.kernel.DateRange;

/**
 * An agreement line as far as service levels see it. Lines of drafts are not here: a draft promises nothing.
 *
 * @param packageCode the service-level package promised
 * @param leadTimeWorkingDays the offering's promise
 * @param existence local dates in which the line exists, whatever its quantity
 */
record LineTimeline(
        String line,
        String agency,
        String offering,
        String service,
        String packageCode,
        int leadTimeWorkingDays,
        List<DateRange> existence) {

    boolean exists(LocalDate date) {
        return existence.stream().anyMatch(range -> range.contains(date));
    }

    boolean exists(DateRange period) {
        return existence.stream().anyMatch(range -> range.overlaps(period));
    }
}
