package no.fellesdrift.sla;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.Step;

/** Results that stand and were not met, at levels that give money back. */
class CreditedBreaches {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    @Inject
    ResultLists results;

    /** @param threshold of the level, when it is in seconds */
    private record Found(long result, Long threshold, Crediting.Breached breach) {}

    List<Crediting.Breached> of(YearMonth period) {
        Map<String, CreditScheme> schemes = schemes(period.atEndOfMonth());
        return Rows.list(
                        connection(),
                        """
                        select r.id, r.line, r.agency, r.level, r.result_version, r.provisional, r.numerator,
                               r.denominator, r.measure, r.agreed_seconds, r.downtime_seconds,
                               r.error_budget_remaining_seconds, l.credit_scheme, l.threshold_seconds
                        from sla_result r
                        join service_level l on l.level = r.level and l.consequence = 'SERVICE_CREDIT'
                          and l.valid_from = (select max(n.valid_from) from service_level n
                                              where n.level = r.level and n.valid_from < ?)
                        where r.period = ? and r.superseded = false and r.status = 'BREACHED'
                          and r.unit = 'PERCENT'
                        order by r.line, r.level
                        """,
                        List.of(period.plusMonths(1).atDay(1), period),
                        row -> new Found(
                                row.getLong("id"),
                                row.getObject("threshold_seconds", Long.class),
                                new Crediting.Breached(
                                        period,
                                        LineNumber.of(row.getString("line")),
                                        OrgNumber.of(row.getString("agency")),
                                        row.getString("level"),
                                        row.getInt("result_version"),
                                        row.getBoolean("provisional"),
                                        Share.of(row.getLong("numerator"), row.getLong("denominator"))
                                                .times(Share.of(100)),
                                        schemes.get(row.getString("credit_scheme")),
                                        new CreditScheme.Suffered(
                                                row.getLong("agreed_seconds"),
                                                row.getLong("downtime_seconds"),
                                                row.getLong("error_budget_remaining_seconds") < 0
                                                        ? List.of(-row.getLong("error_budget_remaining_seconds"))
                                                        : List.of()))))
                .stream()
                .map(this::withLateCases)
                .toList();
    }

    /** The steps of a result are only read where a scheme counts by the time that cases were late. */
    private Crediting.Breached withLateCases(Found found) {
        Crediting.Breached breach = found.breach();
        boolean byUnit = breach.scheme().kind() == CreditScheme.Kind.PERCENT_PER_UNIT || breach.inKroner();
        if (!byUnit || breach.suffered().agreedSeconds() > 0) {
            return breach;
        }
        List<Long> late = results.steps(found.result()).stream()
                .filter(step -> step.effect().equals(Step.Effect.LATE.name())
                        || step.effect().equals(Step.Effect.OVERDUE.name()))
                .map(step -> lateSeconds(step, found.threshold()))
                .filter(seconds -> seconds > 0)
                .toList();
        return new Crediting.Breached(
                breach.period(),
                breach.line(),
                breach.agency(),
                breach.level(),
                breach.resultVersion(),
                breach.provisional(),
                breach.achieved(),
                breach.scheme(),
                new CreditScheme.Suffered(0, 0, late));
    }

    /** In the calendar's time where the promise is in seconds; after the due instant where it is in working days. */
    private static Long lateSeconds(ExplanationView.StepView step, Long threshold) {
        if (threshold != null) {
            return step.seconds() - threshold;
        }
        return step.due() == null ? 0L : step.to().getEpochSecond() - step.due().getEpochSecond();
    }

    /** The version of each scheme that holds on the date. */
    private Map<String, CreditScheme> schemes(LocalDate on) {
        Map<String, List<CreditScheme.Tier>> tiers = new HashMap<>();
        Rows.forEach(
                connection(),
                "select scheme, scheme_version, at_least_percent, credit_percent from credit_tier",
                List.of(),
                row -> Map.entry(
                        row.getString(1) + "/" + row.getInt(2),
                        new CreditScheme.Tier(row.getBigDecimal(3), row.getBigDecimal(4))),
                tier -> tiers.computeIfAbsent(tier.getKey(), version -> new ArrayList<>())
                        .add(tier.getValue()));
        Map<String, CreditScheme> schemes = new HashMap<>();
        Rows.forEach(
                connection(),
                "select * from credit_scheme where (valid_from is null or valid_from <= ?)"
                        + " and (valid_to is null or valid_to > ?)",
                List.of(on, on),
                row -> new CreditScheme(
                        row.getString("scheme"),
                        row.getString("kind") == null
                                ? CreditScheme.Kind.TIERS
                                : CreditScheme.Kind.valueOf(row.getString("kind")),
                        "HIGHEST_ONLY".equals(row.getString("combine")),
                        row.getBigDecimal("cap_percent"),
                        tiers.getOrDefault(row.getString("scheme") + "/" + row.getInt("scheme_version"), List.of()),
                        row.getLong("unit_seconds"),
                        row.getBigDecimal("per_unit"),
                        row.getBigDecimal("cap_case_percent"),
                        row.getBigDecimal("cap_service_percent"),
                        row.getBigDecimal("cap_year_percent")),
                scheme -> schemes.put(scheme.scheme(), scheme));
        return schemes;
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
