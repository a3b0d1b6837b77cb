package no.fellesdrift.sla.definition;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;

/**
 * Packages and their levels in all versions. The choices of a level are read and copied by the table's own columns, so
 * that one which another measure brings is shown, exported and succeeded like all others.
 */
class LevelVersions {

    /** The package of the line {@code l} on a date, given twice. */
    private static final String PACKAGE_OF_LINE = """
            coalesce((select p.service_level_package from agreement_line_package p where p.line = l.line
                      and p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?)), l.service_level_package)""";

    private static final Set<String> NOT_CHOICES =
            Set.of("id", "version", "level", "package", "valid_from", "valid_to");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** All packages by code, without their levels and uses. */
    List<PackageView> packages() {
        return Rows.list(
                connection(),
                "select code, name_nb, name_nn, name_en, version from service_level_package order by code",
                List.of(),
                row -> new PackageView(
                        row.getString("code"), Rows.text(row, "name"), row.getInt("version"), List.of(), List.of()));
    }

    /** How many offerings, and agreement lines that exist on the date, promise each package. */
    Map<String, int[]> uses(LocalDate on) {
        Map<String, int[]> uses = new HashMap<>();
        Rows.list(
                connection(),
                """
                select service_level_package code, count(*) n, 0 kind from offering group by service_level_package
                union all
                select\s""" + PACKAGE_OF_LINE + """
                , count(*), 1 from agreement_line l
                where exists (select 1 from agreement_line_row r where r.line = l.line and r.valid_from <= ?
                              and (r.valid_to is null or r.valid_to > ?))
                group by 1
                """,
                List.of(on, on, on, on),
                row -> uses.computeIfAbsent(row.getString("code"), key -> new int[2])[row.getInt("kind")] =
                        row.getInt("n"));
        return uses;
    }

    List<PackageView.Use> offerings(String packageCode) {
        return Rows.list(
                connection(),
                "select code, service, name_nb, name_nn, name_en from offering where service_level_package = ?"
                        + " order by code",
                List.of(packageCode),
                row -> new PackageView.Use(row.getString("code"), row.getString("service"), Rows.text(row, "name")));
    }

    /** Lines of agreements in force that exist on the date; of one agency, or of all. */
    List<PackageView.LineUse> lines(String packageCode, LocalDate on, Optional<OrgNumber> agency) {
        List<Object> parameters = new ArrayList<>(List.of(on, on, packageCode, on, on));
        agency.ifPresent(number -> parameters.add(number.digits()));
        return Rows.list(
                connection(),
                """
                select l.line, l.agreement, l.agency, p.name agency_name, o.name_nb, o.name_nn, o.name_en
                from agreement_line l
                join offering o on o.code = l.offering
                join organisation p on p.orgnr = l.agency
                where\s""" + PACKAGE_OF_LINE + """
                 = ?
                  and exists (select 1 from agreement_line_row r where r.line = l.line and r.valid_from <= ?
                              and (r.valid_to is null or r.valid_to > ?))
                """ + (agency.isPresent() ? " and l.agency = ?" : "") + " order by l.line",
                parameters,
                row -> new PackageView.LineUse(
                        row.getString("line"),
                        row.getString("agreement"),
                        row.getString("agency"),
                        row.getString("agency_name"),
                        Rows.text(row, "name")));
    }

    /** Every version of every level, by package, level and validity. */
    List<LevelVersionView> all() {
        return read("", List.of());
    }

    List<LevelVersionView> ofPackage(String code) {
        return read(" where package = ?", List.of(code));
    }

    List<LevelVersionView> ofLevel(String level) {
        return read(" where level = ?", List.of(level));
    }

    private List<LevelVersionView> read(String where, List<?> parameters) {
        Map<String, Integer> numbers = new HashMap<>();
        return Rows.list(
                connection(),
                "select * from service_level" + where
                        + " order by package, field(measure, 'AVAILABILITY', 'RESPONSE', 'RESOLUTION', 'LEAD_TIME') = 0,"
                        + " field(measure, 'AVAILABILITY', 'RESPONSE', 'RESOLUTION', 'LEAD_TIME'), level, valid_from",
                parameters,
                row -> view(row, numbers.merge(row.getString("level"), 1, Integer::sum)));
    }

    private static LevelVersionView view(ResultSet row, int number) throws SQLException {
        Map<String, String> choices = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnName(i);
            if (!NOT_CHOICES.contains(name) && row.getString(i) != null) {
                choices.put(name, name.endsWith("_percent") ? plain(row.getBigDecimal(i)) : row.getString(i));
            }
        }
        return new LevelVersionView(
                row.getString("level"), row.getString("package"), number, Rows.range(row, ""), choices);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** The columns of the table that hold choices. */
    Set<String> choiceColumns() {
        return Rows.list(
                        connection(),
                        "select column_name from information_schema.columns"
                                + " where table_schema = database() and table_name = 'service_level'",
                        List.of(),
                        row -> row.getString(1))
                .stream()
                .filter(column -> !NOT_CHOICES.contains(column))
                .collect(Collectors.toSet());
    }

    void add(PackageView view) {
        Rows.update(
                connection(),
                """
                insert into service_level_package (id, version, code, name_nb, name_nn, name_en)
                values (next value for service_level_package_seq, 1, ?, ?, ?, ?)
                """,
                List.of(
                        view.code(),
                        view.name().nb(),
                        view.name().nn(),
                        view.name().en()));
    }

    /** @param version its choices have been checked against {@link #choiceColumns()} */
    void add(LevelVersionView version) {
        List<String> columns = new ArrayList<>(version.choices().keySet());
        List<Object> values = new ArrayList<>(
                List.of(version.level(), version.packageCode(), version.valid().start()));
        values.add(version.valid().end());
        values.addAll(version.choices().values());
        Rows.update(
                connection(),
                "insert into service_level (id, version, level, package, valid_from, valid_to"
                        + columns.stream().map(column -> ", " + column).collect(Collectors.joining())
                        + ") values (next value for service_level_seq, 1, ?, ?, ?, ?" + ", ?".repeat(columns.size())
                        + ")",
                values);
    }

    /** Ends a version on the day the next one begins. @return whether it was still the newest */
    boolean end(LevelVersionView version, LocalDate on) {
        return Rows.update(
                        connection(),
                        """
                        update service_level set valid_to = ?, version = version + 1
                        where level = ? and valid_from = ? and (valid_to is null or valid_to > ?)
                        """,
                        List.of(on, version.level(), version.valid().start(), on))
                == 1;
    }
}
