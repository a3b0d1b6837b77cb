package no.fellesdrift.sla.source;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.SourceOfKey;

/** Sources and the rules of their messages, by plain SQL: being heard must not disturb a change of the same source. */
class MonitoringSources implements SourceOfKey {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    @Inject
    Clock clock;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    @Override
    public Optional<String> of(Caller caller) {
        return caller.key().isPresent() && caller.id().matches("key-[0-9]{1,18}")
                ? Rows.first(
                        connection(),
                        "select code from monitoring_source where api_key = ?",
                        List.of(Long.parseLong(caller.id().substring(4))),
                        row -> row.getString(1))
                : Optional.empty();
    }

    /** By name. */
    List<SourceView> all() {
        return read("", List.of());
    }

    Optional<SourceView> find(String code) {
        return read(" where code = ?", List.of(code)).stream().findFirst();
    }

    private List<SourceView> read(String where, List<Object> parameters) {
        Map<String, List<String>> services = new HashMap<>();
        Rows.list(
                connection(),
                "select source, service from monitoring_source_service order by source, service",
                List.of(),
                row -> services.computeIfAbsent(row.getString(1), source -> new ArrayList<>())
                        .add(row.getString(2)));
        Instant now = clock.instant();
        return Rows.list(
                connection(),
                "select * from monitoring_source" + where + " order by name, code",
                parameters,
                row -> view(row, services.getOrDefault(row.getString("code"), List.of()), now));
    }

    private static SourceView view(ResultSet row, List<String> services, Instant now) throws SQLException {
        boolean active = row.getBoolean("active");
        Integer heartbeat = whole(row, "heartbeat_seconds");
        Instant begun = Windows.instant(row, "begun_at");
        Instant heard = Windows.instant(row, "heard_at");
        Long lag = number(row, "lag_seconds");
        return new SourceView(
                row.getString("code"),
                row.getInt("version"),
                row.getString("name"),
                SourceKind.valueOf(row.getString("kind")),
                active,
                services,
                heartbeat,
                begun,
                heard,
                lag,
                SourceView.state(active, SourceView.limit(heard, begun, heartbeat), heartbeat, lag, now),
                number(row, "api_key"),
                row.getString("base_url"),
                row.getString("query"),
                whole(row, "step_seconds"),
                Windows.instant(row, "pulled_until_at"),
                Windows.instant(row, "pull_due_at"),
                row.getInt("pull_failures"),
                row.getString("pull_problem"));
    }

    private static Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static Integer whole(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    void add(SourceDraft draft, Instant now) {
        List<Object> values = new ArrayList<>(values(draft));
        values.add(0, draft.code());
        values.add(1, draft.kind());
        values.add(now.toEpochMilli());
        values.add(draft.kind() == SourceKind.PROMETHEUS ? now.toEpochMilli() : null);
        values.add(draft.kind() == SourceKind.PROMETHEUS ? now.toEpochMilli() : null);
        Rows.update(
                connection(),
                "insert into monitoring_source (code, kind, name, active, heartbeat_seconds, base_url, query,"
                        + " step_seconds, begun_at, pulled_until_at, pull_due_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values);
        services(draft.code(), draft.services());
        rules(draft.code(), FieldRule.preset(draft.kind()));
    }

    /** @throws Rejection STALE when somebody changed it meanwhile */
    void change(SourceDraft draft, int version, boolean begins, Instant now) {
        List<Object> values = new ArrayList<>(values(draft));
        values.add(begins ? 1 : 0);
        values.add(now.toEpochMilli());
        values.add(draft.code());
        values.add(version);
        if (Rows.update(
                        connection(),
                        "update monitoring_source set name = ?, active = ?, heartbeat_seconds = ?, base_url = ?,"
                                + " query = ?, step_seconds = ?, begun_at = if(?, ?, begun_at), version = version + 1"
                                + " where code = ? and version = ?",
                        values)
                == 0) {
            throw new Rejection(SourceReason.STALE);
        }
        services(draft.code(), draft.services());
    }

    private static List<Object> values(SourceDraft draft) {
        List<Object> values = new ArrayList<>();
        values.add(draft.name());
        values.add(!Boolean.FALSE.equals(draft.active()));
        values.add(draft.heartbeatSeconds());
        values.add(draft.baseUrl());
        values.add(draft.query());
        values.add(draft.stepSeconds());
        return values;
    }

    private void services(String code, Set<String> services) {
        Rows.update(connection(), "delete from monitoring_source_service where source = ?", List.of(code));
        Rows.insert(
                connection(),
                "insert into monitoring_source_service (source, service) values (?, ?)",
                new TreeSet<>(services).stream().map(one -> List.of(code, one)).toList());
    }

    /** Those of the services that do not exist. */
    List<String> unknown(Set<String> services) {
        List<String> known = Rows.list(
                connection(),
                "select code from service where code in (" + Rows.marks(services.size()) + ")",
                List.copyOf(services),
                row -> row.getString(1));
        return services.stream().filter(one -> !known.contains(one)).sorted().toList();
    }

    List<FieldRule> rules(String code) {
        return Rows.list(
                        connection(),
                        "select field, pointer, meanings, otherwise from monitoring_source_field where source = ?",
                        List.of(code),
                        row -> new FieldRule(
                                SourceField.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)))
                .stream()
                .sorted(java.util.Comparator.comparing(FieldRule::field))
                .toList();
    }

    void rules(String code, List<FieldRule> rules) {
        Rows.update(connection(), "delete from monitoring_source_field where source = ?", List.of(code));
        for (FieldRule rule : rules) {
            List<Object> values = new ArrayList<>();
            values.add(code);
            values.add(rule.field());
            values.add(rule.pointer());
            values.add(rule.meanings());
            values.add(rule.otherwise());
            Rows.update(
                    connection(),
                    "insert into monitoring_source_field (source, field, pointer, meanings, otherwise)"
                            + " values (?, ?, ?, ?, ?)",
                    values);
        }
    }

    void key(String code, long key) {
        em.flush(); // the key has just been made
        Rows.update(connection(), "update monitoring_source set api_key = ? where code = ?", List.of(key, code));
    }

    void heard(String code, Instant at) {
        Rows.update(
                connection(),
                "update monitoring_source set heard_at = greatest(coalesce(heard_at, 0), ?) where code = ?",
                List.of(at.toEpochMilli(), code));
    }

    void lag(String code, long seconds) {
        Rows.update(
                connection(),
                "update monitoring_source set lag_seconds = ? where code = ?",
                List.of(Math.max(0, seconds), code));
    }

    /** From its latest outage's last change to when it was recorded. */
    Optional<Long> latestLag(String code) {
        return Rows.first(
                connection(),
                "select (recorded_at - coalesce(ended_at, started_at)) div 1000 from outage where source = ?"
                        + " order by id desc limit 1",
                List.of(code),
                row -> row.getLong(1));
    }

    // ---------------------------------------------------------------- pulling

    void pulled(String code, Instant until, Instant due) {
        Rows.update(
                connection(),
                "update monitoring_source set pulled_until_at = ?, pull_due_at = ?, pull_failures = 0,"
                        + " pull_problem = null where code = ?",
                List.of(until.toEpochMilli(), due.toEpochMilli(), code));
    }

    void notPulled(String code, String problem, Instant due) {
        Rows.update(
                connection(),
                "update monitoring_source set pull_due_at = ?, pull_failures = pull_failures + 1, pull_problem = ?"
                        + " where code = ?",
                List.of(due.toEpochMilli(), problem, code));
    }

    /** Of those that are asked, the one that has been due longest; held until the transaction ends. */
    Optional<String> due(Instant now) {
        return Rows.first(
                connection(),
                "select code from monitoring_source where kind = 'PROMETHEUS' and active and base_url is not null"
                        + " and query is not null and pull_due_at <= ? order by pull_due_at limit 1 for update skip locked",
                List.of(now.toEpochMilli()),
                row -> row.getString(1));
    }

    /** Nobody else asks it until then. */
    void claim(String code, Instant until) {
        Rows.update(
                connection(),
                "update monitoring_source set pull_due_at = ? where code = ?",
                List.of(until.toEpochMilli(), code));
    }
}
