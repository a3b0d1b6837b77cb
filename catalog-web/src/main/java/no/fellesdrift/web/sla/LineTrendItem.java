package no.fellesdrift.web.sla;

import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.sla.LineTrend;

/**
 * An agreement line's availability as machines read it.
 *
 * @param until the last of the twelve months
 */
public record LineTrendItem(String line, OrgNumber organisation, String service, YearMonth until, List<Level> levels) {

    /** A level with its months, oldest first. */
    public record Level(String level, List<Month> months) {}

    /** A month; the result is null when nothing was evaluated for it. */
    public record Month(YearMonth period, ResultItem result) {}

    static LineTrendItem of(LineTrend trend) {
        return new LineTrendItem(
                trend.line(),
                trend.organisation(),
                trend.service(),
                trend.until(),
                trend.levels().stream()
                        .map(level -> new Level(
                                level.level(),
                                level.months().stream()
                                        .map(month -> new Month(
                                                month.period(),
                                                month.result() == null ? null : ResultItem.of(month.result())))
                                        .toList()))
                        .toList());
    }
}
