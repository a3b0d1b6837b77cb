package no.fellesdrift.sla.definition;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.CreditScheme;
import no.fellesdrift.sla.CreditScheme.Kind;
import no.fellesdrift.sla.CreditScheme.Tier;

/** Credit schemes in all their versions. */
class CreditSchemes {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** By code and version. */
    List<CreditSchemeView> all() {
        return read("", List.of());
    }

    /** The versions of one in order of validity; none when there is no such scheme. */
    List<CreditSchemeView> of(String code) {
        return read(" where scheme = ?", List.of(code));
    }

    private List<CreditSchemeView> read(String where, List<?> parameters) {
        Map<String, List<Tier>> tiers = new HashMap<>();
        Rows.forEach(
                connection(),
                "select scheme, scheme_version, at_least_percent, credit_percent from credit_tier" + where
                        + " order by at_least_percent desc",
                parameters,
                row -> Map.entry(
                        row.getString(1) + "/" + row.getInt(2),
                        new Tier(plain(row.getBigDecimal(3)), plain(row.getBigDecimal(4)))),
                tier -> tiers.computeIfAbsent(tier.getKey(), key -> new ArrayList<>())
                        .add(tier.getValue()));
        return Rows.list(
                connection(),
                "select * from credit_scheme" + where + " order by scheme, scheme_version",
                parameters,
                row -> view(row, tiers));
    }

    private static CreditSchemeView view(ResultSet row, Map<String, List<Tier>> tiers) throws SQLException {
        String code = row.getString("scheme");
        int version = row.getInt("scheme_version");
        return new CreditSchemeView(
                code,
                version,
                date(row, "valid_from"),
                date(row, "valid_to"),
                new CreditScheme(
                        code,
                        Optional.ofNullable(row.getString("kind"))
                                .map(Kind::valueOf)
                                .orElse(Kind.TIERS),
                        "HIGHEST_ONLY".equals(row.getString("combine")),
                        plain(row.getBigDecimal("cap_percent")),
                        tiers.getOrDefault(code + "/" + version, List.of()),
                        row.getLong("unit_seconds"),
                        plain(row.getBigDecimal("per_unit")),
                        plain(row.getBigDecimal("cap_case_percent")),
                        plain(row.getBigDecimal("cap_service_percent")),
                        plain(row.getBigDecimal("cap_year_percent"))));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    private static BigDecimal plain(BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** Periods of the levels that use the scheme on the date or later. */
    List<String> periodsOf(String code, LocalDate from) {
        return Rows.list(
                connection(),
                "select distinct period from service_level where credit_scheme = ?"
                        + " and (valid_to is null or valid_to > ?)",
                List.of(code, from),
                row -> row.getString(1));
    }

    /** Ends a version on the day the next one begins. @return whether it was still the newest */
    boolean end(CreditSchemeView version, LocalDate on) {
        return Rows.update(connection(), """
                        update credit_scheme set valid_to = ?, version = version + 1
                        where scheme = ? and scheme_version = ? and (valid_to is null or valid_to > ?)
                        """, List.of(on, version.code(), version.version(), on)) == 1;
    }

    void add(CreditSchemeView version) {
        CreditScheme rules = version.rules();
        boolean units = rules.unitSeconds() > 0;
        Rows.update(
                connection(),
                """
                insert into credit_scheme (id, version, scheme, scheme_version, valid_from, combine, cap_percent, cap_scope,
                    kind, unit_seconds, per_unit, cap_case_percent, cap_service_percent, cap_year_percent)
                values (next value for credit_scheme_seq, 1, ?, ?, ?, ?, ?, 'LINE_PERIOD', ?, ?, ?, ?, ?, ?)
                """,
                Arrays.asList(
                        version.code(),
                        version.version(),
                        version.validFrom(),
                        rules.highestOnly() ? "HIGHEST_ONLY" : "SUM",
                        rules.capPercent(),
                        rules.kind().name(),
                        units ? rules.unitSeconds() : null,
                        rules.perUnit(),
                        rules.capCasePercent(),
                        rules.capServicePercent(),
                        rules.capYearPercent()));
        Rows.insert(
                connection(),
                """
                insert into credit_tier (id, version, scheme, scheme_version, at_least_percent, credit_percent)
                values (next value for credit_tier_seq, 1, ?, ?, ?, ?)
                """,
                rules.tiers().stream()
                        .map(tier ->
                                List.of(version.code(), version.version(), tier.atLeastPercent(), tier.creditPercent()))
                        .toList());
    }
}
