package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.Test;

/** A breach gives back by what was agreed when it happened. */
class CreditOfItsTimeTest {

    private static final String NOW = "2026-11-05T05:00:00Z";

    private static List<CreditDue> october(Database database) {
        return database.inTransaction(
                em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, NOW).creditsDue(YearMonth.of(2026, 10)));
    }

    @Test
    void another_scheme_of_a_level_and_another_version_of_a_scheme_change_nothing_before_they_begin() {
        try (Database database = DemoData.fresh()) {
            List<CreditDue> before = october(database);
            assertThat(before).isNotEmpty();
            database.transaction(em -> {
                em.createNativeQuery("update credit_scheme set valid_to = '2026-11-01'")
                        .executeUpdate();
                em.createNativeQuery("""
                                insert into credit_scheme (id, scheme, scheme_version, valid_from, combine, cap_percent,
                                    cap_scope)
                                select nextval(credit_scheme_seq), scheme, 2, '2026-11-01', 'SUM', 100, 'LINE_PERIOD'
                                from credit_scheme where scheme_version = 1
                                """).executeUpdate();
                em.createNativeQuery("""
                                insert into credit_tier (id, scheme, scheme_version, at_least_percent, credit_percent)
                                select nextval(credit_tier_seq), scheme, 2, 0, 100 from credit_scheme where scheme_version = 1
                                """).executeUpdate();
                em.createNativeQuery("update service_level set valid_to = '2026-11-01' where level = 'S-AV'")
                        .executeUpdate();
                em.createNativeQuery("""
                                insert into service_level (id, level, package, measure, target_percent, calendar, period,
                                    composition, maintenance, exclusions, unknown, display_decimals, consequence,
                                    credit_scheme, valid_from)
                                select nextval(service_level_seq), level, package, measure, target_percent, calendar,
                                    period, composition, maintenance, exclusions, unknown, display_decimals,
                                    consequence, 'CR-CRIT', '2026-11-01'
                                from service_level where level = 'S-AV' order by valid_from desc limit 1
                                """).executeUpdate();
            });
            assertThat(october(database))
                    .extracting(CreditDue::key, CreditDue::tierPercent, CreditDue::percent)
                    .containsExactlyElementsOf(before.stream()
                            .map(due ->
                                    org.assertj.core.groups.Tuple.tuple(due.key(), due.tierPercent(), due.percent()))
                            .toList());
        }
    }
}
