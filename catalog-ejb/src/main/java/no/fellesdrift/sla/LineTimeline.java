package no.fellesdrift.sla;

import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.kernel.DateRange;

/**
 * An agreement line as far as service levels see it. Lines of drafts are not here: a draft promises nothing.
 *
 * @param packages what it is promised, in order of time; the last without end
 * @param leadTimeWorkingDays the offering's promise
 * @param existence local dates in which the line exists, whatever its quantity
 */
record LineTimeline(
        String line,
        String agency,
        String offering,
        String service,
        List<Part> packages,
        int leadTimeWorkingDays,
        List<DateRange> existence) {

    /** A service-level package and the dates in which the line is promised it. */
    record Part(String packageCode, DateRange validity) {}

    boolean exists(LocalDate date) {
        return existence.stream().anyMatch(range -> range.contains(date));
    }

    boolean exists(DateRange period) {
        return existence.stream().anyMatch(range -> range.overlaps(period));
    }

    /** Each package once, in the order in which it was first promised. */
    List<String> packageCodes() {
        return packages.stream().map(Part::packageCode).distinct().toList();
    }

    /** When it is promised a package. */
    List<DateRange> validity(String packageCode) {
        return packages.stream()
                .filter(part -> part.packageCode().equals(packageCode))
                .map(Part::validity)
                .toList();
    }

    /** The line as if it existed in some dates only. */
    LineTimeline within(List<DateRange> dates) {
        return new LineTimeline(
                line,
                agency,
                offering,
                service,
                packages,
                leadTimeWorkingDays,
                existence.stream()
                        .flatMap(range -> dates.stream().flatMap(other -> range.intersection(other).stream()))
                        .toList());
    }
}
