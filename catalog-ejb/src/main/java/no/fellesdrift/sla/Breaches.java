package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.Share;

/** Results that stand and were not met, at levels that give money back. */
class Breaches {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    List<Crediting.Breached> of(YearMonth period) {
        Map<String, CreditScheme> schemes = schemes();
        return Rows.list(
                connection(),
                """
                        select r.line, r.agency, r.level, r.result_version, r.provisional, r.numerator, r.denominator,
                               l.credit_scheme
                        from sla_result r
                        join (select level, min(credit_scheme) credit_scheme from service_level
                              where consequence = 'SERVICE_CREDIT' group by level) l on l.level = r.level
                        where r.period = ? and r.superseded = false and r.status = 'BREACHED'
                          and r.unit = 'PERCENT'
                        order by r.line, r.level
                        """,
                List.of(period),
                row -> new Crediting.Breached(
                        period,
                        LineNumber.of(row.getString("line")),
                        OrgNumber.of(row.getString("agency")),
                        row.getString("level"),
                        row.getInt("result_version"),
                        row.getBoolean("provisional"),
                        Share.of(row.getLong("numerator"), row.getLong("denominator"))
                                .times(Share.of(100)),
                        schemes.get(row.getString("credit_scheme"))));
    }

    private Map<String, CreditScheme> schemes() {
        Map<String, List<CreditScheme.Tier>> tiers = new HashMap<>();
        Rows.forEach(
                connection(),
                "select scheme, at_least_percent, credit_percent from credit_tier",
                List.of(),
                row -> Map.entry(row.getString(1), new CreditScheme.Tier(row.getBigDecimal(2), row.getBigDecimal(3))),
                tier -> tiers.computeIfAbsent(tier.getKey(), scheme -> new ArrayList<>())
                        .add(tier.getValue()));
        Map<String, CreditScheme> schemes = new HashMap<>();
        Rows.forEach(
                connection(),
                "select scheme, combine, cap_percent from credit_scheme",
                List.of(),
                row -> new CreditScheme(
                        row.getString(1),
                        "HIGHEST_ONLY".equals(row.getString(2)),
                        row.getBigDecimal(3),
                        tiers.getOrDefault(row.getString(1), List.of())),
                scheme -> schemes.put(scheme.scheme(), scheme));
        return schemes;
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
