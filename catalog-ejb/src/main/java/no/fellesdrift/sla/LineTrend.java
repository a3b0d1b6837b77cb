package no.fellesdrift.sla;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.fellesdrift.kernel.OrgNumber;

/**
 * An agreement line's availability, month by month.
 *
 * @param levels its availability levels that have a result in any of the months, by code
 */
public record LineTrend(
        String line,
        OrgNumber organisation,
        String organisationName,
        String service,
        String serviceName,
        YearMonth until,
        List<Level> levels) {

    public static final int MONTHS = 12;

    /** A level with its months, oldest first; none is left out. */
    public record Level(String level, List<Month> months) {}

    /** A month; the result is null when the month was never evaluated, or the level did not hold then. */
    public record Month(YearMonth period, ResultView result) {

        /** Whether there is a percentage to show. */
        public boolean shown() {
            return result != null && result.shown();
        }
    }

    LineTrend with(List<ResultView> results) {
        Map<String, List<ResultView>> byLevel = results.stream()
                .collect(Collectors.groupingBy(ResultView::level, LinkedHashMap::new, Collectors.toList()));
        List<Level> all = new ArrayList<>();
        byLevel.forEach((level, its) -> {
            Map<String, ResultView> byMonth =
                    its.stream().collect(Collectors.toMap(ResultView::period, Function.identity()));
            all.add(new Level(
                    level,
                    IntStream.range(0, MONTHS)
                            .mapToObj(at -> until.minusMonths(MONTHS - 1L - at))
                            .map(month -> new Month(month, byMonth.get(month.toString())))
                            .toList()));
        });
        return new LineTrend(line, organisation, organisationName, service, serviceName, until, List.copyOf(all));
    }
}
