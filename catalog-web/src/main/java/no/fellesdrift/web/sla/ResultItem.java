package no.fellesdrift.web.sla;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.ResultView;
import no.fellesdrift.sla.Unit;
import no.fellesdrift.sla.engine.Cause;
import no.fellesdrift.sla.engine.ResultStatus;

/**
 * A result as machines read it. The figures of availability are null for measures that count cases, and the other way
 * round.
 *
 * @param percent achieved, floored to four decimals; null when not measurable
 * @param targetPercent exact; null for what is no percentage
 * @param achieved exact, in the unit; null when not measurable
 * @param target exact, in the unit
 * @param coverage exact share of agreed time that was measured
 */
public record ResultItem(
        String id,
        String period,
        String organisation,
        String line,
        String service,
        String offering,
        String level,
        Measure measure,
        String priority,
        ResultStatus status,
        String reason,
        Long numerator,
        Long denominator,
        String percent,
        String targetPercent,
        Unit unit,
        String achieved,
        String target,
        String coverage,
        Long agreedSeconds,
        Long maintenanceSeconds,
        Long excludedSeconds,
        Long baseSeconds,
        Long grossDowntimeSeconds,
        Long downtimeSeconds,
        Long unknownSeconds,
        Map<String, Object> downtimeByCause,
        Long errorBudgetSeconds,
        Long errorBudgetRemainingSeconds,
        Instant errorBudgetSpentAt,
        Long counted,
        Long metCount,
        String consequence,
        int version,
        boolean provisional,
        boolean superseded,
        Instant evaluatedAt,
        Instant watermarkAt) {

    public static ResultItem of(ResultView view) {
        ResultView.Availability figures = view.availability();
        boolean cases = view.measure().countsCases();
        BigDecimal percent = view.percent(4);
        Map<String, Object> causes = null;
        if (figures != null) {
            causes = new LinkedHashMap<>();
            for (Cause cause : Cause.values()) {
                causes.put(cause.name(), figures.downtimeSeconds(cause));
            }
        }
        return new ResultItem(
                view.id(),
                view.period(),
                view.organisation(),
                view.line(),
                view.service(),
                view.offering(),
                view.level(),
                view.measure(),
                view.priority(),
                view.status(),
                view.reason(),
                view.numerator(),
                view.denominator(),
                percent == null ? null : percent.toPlainString(),
                view.inPercent() ? view.targetPercent() : null,
                view.unit(),
                view.achieved() == null ? null : view.achieved().toString(),
                view.target().toString(),
                view.coverage() == null ? null : view.coverage().toString(),
                figures == null ? null : figures.agreedSeconds(),
                figures == null ? null : figures.maintenanceSeconds(),
                figures == null ? null : figures.excludedSeconds(),
                figures == null ? null : figures.baseSeconds(),
                figures == null ? null : figures.grossDowntimeSeconds(),
                figures == null ? null : figures.downtimeSeconds(),
                figures == null ? null : figures.unknownSeconds(),
                causes,
                figures == null ? null : figures.errorBudgetSeconds(),
                figures == null ? null : figures.errorBudgetRemainingSeconds(),
                view.spentAt(),
                cases ? view.denominator() : null,
                cases ? view.numerator() : null,
                view.consequence(),
                view.version(),
                view.provisional(),
                view.superseded(),
                view.evaluatedAt(),
                view.watermarkAt());
    }
}
