package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.sla.engine.Step;

/** Results to read: lists, counts, versions and the working of one. */
class ResultLists {

    /** So many keys are asked for at once. */
    private static final int NOTES = 500;

    static final String VIEW = """
            select r.id, r.period, r.line, r.level, r.result_version, r.superseded, r.agency, r.service, s.name_nb,
                   s.name_nn, s.name_en, r.offering, o.name_nb, o.name_nn, o.name_en, r.measure, r.priority, r.status,
                   r.reason, r.numerator, r.denominator, r.target_numerator, r.target_denominator,
                   r.coverage_numerator, r.coverage_denominator, r.agreed_seconds, r.maintenance_seconds,
                   r.excluded_seconds, r.base_seconds, r.gross_downtime_seconds, r.downtime_seconds,
                   r.unknown_seconds, r.downtime_provider_seconds, r.downtime_upstream_seconds,
                   r.downtime_customer_seconds, r.error_budget_seconds, r.error_budget_remaining_seconds,
                   r.display_decimals, r.consequence, r.policy, r.provisional, r.evaluated_at, r.watermark_at, r.unit,
                   r.budget_spent_at
            from sla_result r
            join service s on s.code = r.service
            join offering o on o.code = r.offering
            """;

    private static final Map<String, String> SORTS = Map.of(
            "line", "r.line",
            "level", "r.level",
            "service", "r.service",
            "organisation", "r.agency",
            "measure", "r.measure",
            "status", "r.status",
            "priority", "r.priority");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** The current results of a period, filtered and paged. */
    Paged<ResultView> page(ResultQuery query, Optional<OrgNumber> agency, PageRequest page, String language) {
        List<Object> parameters = new ArrayList<>();
        String where = where(query, agency, parameters);
        String order = order(page.sort());
        long total = count(where, parameters);
        List<Object> limited = new ArrayList<>(parameters);
        limited.add(page.size());
        limited.add(page.offset());
        return Paged.of(views(VIEW + where + order + " limit ? offset ?", limited, language), page, total);
    }

    /** The same one by one, as the database hands them out. */
    void forEach(
            ResultQuery query,
            Optional<OrgNumber> agency,
            List<String> sort,
            String language,
            Consumer<ResultView> each) {
        List<Object> parameters = new ArrayList<>();
        String sql = VIEW + where(query, agency, parameters) + order(sort);
        Rows.forEach(connection(), sql, parameters, row -> view(row, language), each);
    }

    private static String order(List<String> sort) {
        StringJoiner order = new StringJoiner(", ", " order by ", "");
        for (String field : sort) {
            boolean down = field.startsWith("-");
            String column = SORTS.get(down ? field.substring(1) : field);
            if (column == null) {
                throw new Rejection(SlaReason.UNKNOWN_SORT, field);
            }
            order.add(column + (down ? " desc" : ""));
        }
        return order.add("r.line").add("r.level").toString();
    }

    StatusCounts counts(ResultQuery query, Optional<OrgNumber> agency) {
        List<Object> parameters = new ArrayList<>();
        String where = where(query, agency, parameters);
        Map<String, Long> counts = new HashMap<>();
        try (PreparedStatement select = prepared(
                        "select r.status, count(*) from sla_result r" + where + " group by r.status", parameters);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new StatusCounts(
                counts.getOrDefault("MET", 0L),
                counts.getOrDefault("BREACHED", 0L),
                counts.getOrDefault("NOT_MEASURABLE", 0L),
                counts.getOrDefault("INSUFFICIENT_DATA", 0L),
                counts.getOrDefault("NOT_EVALUATED", 0L));
    }

    private static String where(ResultQuery query, Optional<OrgNumber> agency, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" where r.period = ? and r.superseded = false");
        parameters.add(query.period().toString());
        agency.ifPresent(number -> {
            where.append(" and r.agency = ?");
            parameters.add(number.digits());
        });
        narrow(where, parameters, "r.line", query.line());
        narrow(where, parameters, "r.service", query.service());
        narrow(where, parameters, "r.level", query.level());
        narrow(where, parameters, "r.measure", query.measure());
        narrow(where, parameters, "r.status", query.status());
        return where.toString();
    }

    private static void narrow(StringBuilder where, List<Object> parameters, String column, String value) {
        if (value != null && !value.isBlank()) {
            where.append(" and ").append(column).append(" = ?");
            parameters.add(value);
        }
    }

    List<LevelDesk.Choice> organisations(YearMonth period, Optional<OrgNumber> agency) {
        return choices("""
                select distinct o.orgnr, o.name from sla_result r join organisation o on o.orgnr = r.agency
                where r.period = ? and r.superseded = false and (r.agency = ? or ? = '') order by o.name
                """, period, agency);
    }

    List<LevelDesk.Choice> services(YearMonth period, Optional<OrgNumber> agency, String language) {
        String name = "nn".equals(language) ? "s.name_nn" : "en".equals(language) ? "s.name_en" : "s.name_nb";
        return choices(
                "select distinct s.code, " + name + " as called from sla_result r join service s on s.code = r.service"
                        + " where r.period = ? and r.superseded = false and (r.agency = ? or ? = '')"
                        + " order by called",
                period,
                agency);
    }

    private List<LevelDesk.Choice> choices(String sql, YearMonth period, Optional<OrgNumber> agency) {
        String number = agency.map(OrgNumber::digits).orElse("");
        List<LevelDesk.Choice> choices = new ArrayList<>();
        try (PreparedStatement select = prepared(sql, List.of(period.toString(), number, number));
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                choices.add(new LevelDesk.Choice(row.getString(1), row.getString(2)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return choices;
    }

    /** One version. */
    Optional<ResultView> find(String period, String line, String level, int version, String language) {
        return views(
                        VIEW + " where r.period = ? and r.line = ? and r.level = ? and r.result_version = ?",
                        List.of(period, line, level, version),
                        language)
                .stream()
                .findFirst();
    }

    /** All versions, newest first. */
    List<ResultView> versions(ResultView result, String language) {
        return views(
                VIEW + " where r.period = ? and r.line = ? and r.level = ? order by r.result_version desc",
                List.of(result.period(), result.line(), result.level()),
                language);
    }

    /** A line, as it is called; empty when there is none. */
    Optional<LineTrend> line(String line, YearMonth until, String language) {
        String name = "nn".equals(language) ? "s.name_nn" : "en".equals(language) ? "s.name_en" : "s.name_nb";
        return Rows.first(
                connection(),
                "select l.line, l.agency, g.name, s.code, " + name + " as called from agreement_line l"
                        + " join organisation g on g.orgnr = l.agency join offering o on o.code = l.offering"
                        + " join service s on s.code = o.service where l.line = ?",
                List.of(line),
                row -> new LineTrend(
                        row.getString(1),
                        OrgNumber.of(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        until,
                        List.of()));
    }

    /** What stands of a line's availability from one month to another, both counted, by level and month. */
    List<ResultView> availability(String line, YearMonth from, YearMonth until, String language) {
        return views(
                VIEW + " where r.line = ? and r.measure = 'AVAILABILITY' and r.superseded = false"
                        + " and r.period between ? and ? order by r.level, r.period",
                List.of(line, from.toString(), until.toString()),
                language);
    }

    /** The working of a result: cases as they were judged, everything else in order of time. */
    List<ExplanationView.StepView> steps(long result) {
        List<Step> steps = new ArrayList<>(Rows.first(
                        connection(),
                        "select steps from sla_result_working where sla_result_id = ?",
                        List.of(result),
                        row -> Working.steps(row.getBytes(1)))
                .orElse(List.of()));
        steps.sort(Comparator.comparingLong(
                step -> step.kind() == Step.Kind.CASE || step.kind() == Step.Kind.PAUSE ? 0 : step.from()));
        Map<String, String> notes = new HashMap<>();
        note(notes, steps, Step.Kind.OUTAGE, "outage", "summary");
        note(notes, steps, Step.Kind.MAINTENANCE, "maintenance", "summary");
        note(notes, steps, Step.Kind.UNKNOWN, "unknown_time", "reason");
        note(notes, steps, Step.Kind.EXCLUSION, "exclusion", "summary");
        return steps.stream()
                .map(step -> new ExplanationView.StepView(
                        step.kind().name(),
                        step.key(),
                        step.service(),
                        Instant.ofEpochSecond(step.from()),
                        Instant.ofEpochSecond(step.to()),
                        step.seconds(),
                        step.effect().name(),
                        step.cause() == null ? null : step.cause().name(),
                        step.due() == null ? null : Instant.ofEpochSecond(step.due()),
                        step.priority(),
                        notes.get(step.kind() + step.key())))
                .toList();
    }

    /** What the facts of a kind say in words, by kind and key. */
    private void note(Map<String, String> notes, List<Step> steps, Step.Kind kind, String table, String column) {
        List<Step> kinds = steps.stream().filter(step -> step.kind() == kind).toList();
        List<String> services = kinds.stream().map(Step::service).distinct().toList();
        List<String> keys = kinds.stream().map(Step::key).distinct().toList();
        for (int start = 0; start < keys.size(); start += NOTES) {
            List<String> some = keys.subList(start, Math.min(start + NOTES, keys.size()));
            Rows.forEach(
                    connection(),
                    "select source_key, " + column + " from " + table + " where not superseded and service in ("
                            + Rows.marks(services.size()) + ") and source_key in (" + Rows.marks(some.size()) + ")",
                    Stream.concat(services.stream(), some.stream()).toList(),
                    row -> new String[] {row.getString(1), row.getString(2)},
                    row -> notes.put(kind + row[0], row[1]));
        }
    }

    private long count(String where, List<Object> parameters) {
        try (PreparedStatement select = prepared("select count(*) from sla_result r" + where, parameters);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreparedStatement prepared(String sql, List<?> parameters) throws SQLException {
        PreparedStatement statement = connection().prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }

    private List<ResultView> views(String sql, List<?> parameters, String language) {
        List<ResultView> views = new ArrayList<>();
        try (PreparedStatement select = prepared(sql, parameters);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                views.add(view(row, language));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return views;
    }

    static ResultView view(ResultSet row, String language) throws SQLException {
        int name = "nn".equals(language) ? 1 : "en".equals(language) ? 2 : 0;
        Long covered = number(row, 24);
        Long agreed = number(row, 26);
        return new ResultView(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6),
                row.getString(7),
                row.getString(8),
                row.getString(9 + name),
                row.getString(12),
                row.getString(13 + name),
                Measure.valueOf(row.getString(16)),
                row.getString(17),
                ResultStatus.valueOf(row.getString(18)),
                row.getString(19),
                number(row, 20),
                number(row, 21),
                Share.of(row.getLong(22), row.getLong(23)),
                covered == null ? null : Share.of(covered, row.getLong(25)),
                agreed == null
                        ? null
                        : new ResultView.Availability(
                                agreed,
                                row.getLong(27),
                                row.getLong(28),
                                row.getLong(29),
                                row.getLong(30),
                                row.getLong(31),
                                row.getLong(32),
                                row.getLong(33),
                                row.getLong(34),
                                row.getLong(35),
                                row.getLong(36),
                                row.getLong(37)),
                row.getInt(38),
                row.getString(39),
                row.getString(40),
                row.getBoolean(41),
                Instant.ofEpochMilli(row.getLong(42)),
                Instant.ofEpochMilli(row.getLong(43)),
                Unit.valueOf(row.getString(44)),
                number(row, 45) == null ? null : Instant.ofEpochMilli(row.getLong(45)));
    }

    static Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
