package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.Availability;
import no.fellesdrift.sla.engine.Cause;

/** Writes results and their working, by plain JDBC: a month is a thousand of them, written at once. */
class SlaResults {

    private static final int BLOCK = 100;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** Takes the period for this transaction: two evaluations of a period come one after the other. */
    Evaluated lock(YearMonth period) {
        try (PreparedStatement make =
                connection().prepareStatement("insert ignore into sla_evaluation (period) values (?)")) {
            make.setString(1, period.toString());
            make.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return evaluated(period, " for update").orElseThrow();
    }

    /** @param seen what had been recorded at the last evaluation; null when there was none */
    record Evaluated(Instant evaluatedAt, Instant watermarkAt, String seen) {}

    Optional<Evaluated> evaluated(YearMonth period) {
        return evaluated(period, "");
    }

    private Optional<Evaluated> evaluated(YearMonth period, String lock) {
        try (PreparedStatement select = connection()
                .prepareStatement(
                        "select evaluated_at, watermark_at, seen from sla_evaluation where period = ?" + lock)) {
            select.setString(1, period.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Evaluated(
                                Instant.ofEpochMilli(row.getLong(1)),
                                Instant.ofEpochMilli(row.getLong(2)),
                                row.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<YearMonth> periods() {
        List<YearMonth> periods = new ArrayList<>();
        try (PreparedStatement select = connection()
                        .prepareStatement(
                                "select period from sla_evaluation where seen is not null order by period desc");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                periods.add(YearMonth.parse(row.getString(1)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return periods;
    }

    void evaluated(YearMonth period, Instant evaluatedAt, Instant watermarkAt, String seen) {
        try (PreparedStatement update = connection()
                .prepareStatement(
                        "update sla_evaluation set evaluated_at = ?, watermark_at = ?, seen = ? where period = ?")) {
            update.setLong(1, evaluatedAt.toEpochMilli());
            update.setLong(2, watermarkAt.toEpochMilli());
            update.setString(3, seen);
            update.setString(4, period.toString());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param input fingerprint of what a provisional result saw; null when it is none */
    private record Standing(long id, int version, List<Object> figures, String input) {}

    /**
     * Appends a version for every result that differs in its figures, status or policy from the one that stands, and in
     * the end moves the watermark of the others. A provisional one whose period is over by now, with nothing else in it,
     * is final from then on: its figures were right already, so it needs no other version.
     */
    final class Appending implements Consumer<List<ComputedResult>> {

        private final YearMonth period;
        private final Instant evaluatedAt;
        private final Instant watermarkAt;
        private final Map<String, Standing> standing;
        private int seen;
        private int appended;

        private Appending(YearMonth period, Instant evaluatedAt, Instant watermarkAt) throws SQLException {
            this.period = period;
            this.evaluatedAt = evaluatedAt;
            this.watermarkAt = watermarkAt;
            this.standing = standing(period);
        }

        @Override
        public void accept(List<ComputedResult> results) {
            List<ComputedResult> changed = new ArrayList<>();
            List<Long> finished = new ArrayList<>();
            for (ComputedResult result : results) {
                Standing before = standing.get(key(result));
                if (before == null || !before.figures().equals(figures(result))) {
                    changed.add(result);
                } else if (before.input() != null && !result.provisional()) {
                    if (before.input().equals(result.inputFingerprint(Working.of(result.steps())))) {
                        finished.add(before.id());
                    } else {
                        changed.add(result);
                    }
                }
            }
            try {
                nowFinal(finished);
                supersede(changed, standing);
                insert(period, changed, standing, evaluatedAt, watermarkAt);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            seen += results.size();
            appended += changed.size();
        }

        int seen() {
            return seen;
        }

        /** @return how many versions were appended */
        int finish() {
            try {
                moveWatermark(period, watermarkAt);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return appended;
        }
    }

    Appending append(YearMonth period, Instant evaluatedAt, Instant watermarkAt) {
        try {
            return new Appending(period, evaluatedAt, watermarkAt);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(ComputedResult result) {
        return result.line().line() + "~" + result.level().level();
    }

    private static List<Object> figures(ComputedResult result) {
        Availability.Outcome time = result.availability();
        return Arrays.asList(
                result.status().name(),
                result.numerator(),
                result.denominator(),
                result.coverage() == null ? null : result.coverage().numerator().longValueExact(),
                result.coverage() == null
                        ? null
                        : result.coverage().denominator().longValueExact(),
                result.policyFingerprint(),
                time == null ? null : time.grossDowntime(),
                time == null ? null : time.downtimeByCause().get(Cause.PROVIDER),
                time == null ? null : time.downtimeByCause().get(Cause.UPSTREAM));
    }

    private Map<String, Standing> standing(YearMonth period) throws SQLException {
        Map<String, Standing> standing = new HashMap<>();
        try (PreparedStatement select = connection().prepareStatement("""
                        select id, line, level, result_version, status, numerator, denominator, coverage_numerator,
                               coverage_denominator, policy_fingerprint, gross_downtime_seconds,
                               downtime_provider_seconds, downtime_upstream_seconds,
                               if(provisional, input_fingerprint, null)
                        from sla_result where period = ? and superseded = false for update
                        """)) {
            select.setString(1, period.toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    standing.put(
                            row.getString(2) + "~" + row.getString(3),
                            new Standing(
                                    row.getLong(1),
                                    row.getInt(4),
                                    Arrays.asList(
                                            row.getString(5),
                                            ResultLists.number(row, 6),
                                            ResultLists.number(row, 7),
                                            ResultLists.number(row, 8),
                                            ResultLists.number(row, 9),
                                            row.getString(10),
                                            ResultLists.number(row, 11),
                                            ResultLists.number(row, 12),
                                            ResultLists.number(row, 13)),
                                    row.getString(14)));
                }
            }
        }
        return standing;
    }

    private void supersede(List<ComputedResult> changed, Map<String, Standing> standing) throws SQLException {
        try (PreparedStatement update = connection()
                .prepareStatement("update sla_result set superseded = true, version = version + 1 where id = ?")) {
            boolean any = false;
            for (ComputedResult result : changed) {
                Standing before = standing.get(key(result));
                if (before != null) {
                    update.setLong(1, before.id());
                    update.addBatch();
                    any = true;
                }
            }
            if (any) {
                update.executeBatch();
            }
        }
    }

    /** What was used of an error budget is no forecast any more when its period is over. */
    private void nowFinal(List<Long> results) throws SQLException {
        if (!results.isEmpty()) {
            try (PreparedStatement update = connection()
                    .prepareStatement("update sla_result set provisional = false, budget_spent_at = null, version ="
                            + " version + 1 where id = ?")) {
                for (Long result : results) {
                    update.setLong(1, result);
                    update.addBatch();
                }
                update.executeBatch();
            }
        }
    }

    private void moveWatermark(YearMonth period, Instant watermarkAt) throws SQLException {
        try (PreparedStatement update = connection()
                .prepareStatement("update sla_result set watermark_at = ? where period = ? and superseded = false"
                        + " and watermark_at < ?")) {
            update.setLong(1, watermarkAt.toEpochMilli());
            update.setString(2, period.toString());
            update.setLong(3, watermarkAt.toEpochMilli());
            update.executeUpdate();
        }
    }

    private void insert(
            YearMonth period,
            List<ComputedResult> results,
            Map<String, Standing> standing,
            Instant evaluatedAt,
            Instant watermarkAt)
            throws SQLException {
        if (results.isEmpty()) {
            return;
        }
        List<Long> ids = ids(results.size());
        try (PreparedStatement insert = Rows.inserting(connection(), """
                        insert into sla_result (id, period, line, level, result_version, agency, service, offering,
                            measure, priority, status, reason, numerator, denominator, target_numerator,
                            target_denominator, coverage_numerator, coverage_denominator, agreed_seconds,
                            maintenance_seconds, excluded_seconds, base_seconds, gross_downtime_seconds,
                            downtime_seconds, unknown_seconds, downtime_provider_seconds, downtime_upstream_seconds,
                            downtime_customer_seconds, error_budget_seconds, error_budget_remaining_seconds,
                            display_decimals, consequence, policy, policy_fingerprint, input_fingerprint, provisional,
                            evaluated_at, watermark_at, supersedes, unit, budget_spent_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
                PreparedStatement workings = Rows.inserting(
                        connection(), "insert into sla_result_working (sla_result_id, steps) values (?, ?)")) {
            for (int i = 0; i < results.size(); i++) {
                ComputedResult result = results.get(i);
                Standing before = standing.get(key(result));
                byte[] working = Working.of(result.steps());
                Parameters p = new Parameters(insert);
                p.add(ids.get(i)).add(period.toString()).add(result.line().line());
                p.add(result.level().level()).add(before == null ? 1 : before.version() + 1);
                p.add(result.line().agency())
                        .add(result.line().service())
                        .add(result.line().offering());
                p.add(result.level().measure().name()).add(result.level().priority());
                p.add(result.status().name()).add(result.reason());
                p.add(result.numerator()).add(result.denominator());
                p.add(result.target().numerator().longValueExact())
                        .add(result.target().denominator().longValueExact());
                p.share(result.coverage());
                var a = result.availability();
                p.add(a == null ? null : a.agreed()).add(a == null ? null : a.maintenance());
                p.add(a == null ? null : a.excluded()).add(a == null ? null : a.base());
                p.add(a == null ? null : a.grossDowntime()).add(a == null ? null : a.downtime());
                p.add(a == null ? null : a.unknown());
                for (Cause cause : Cause.values()) {
                    p.add(a == null ? null : a.downtimeByCause().get(cause));
                }
                p.add(a == null ? null : a.errorBudget()).add(a == null ? null : a.errorBudgetRemaining());
                p.add(result.level().displayDecimals()).add(result.level().consequence());
                p.add(result.policy()).add(result.policyFingerprint()).add(result.inputFingerprint(working));
                p.add(result.provisional() ? 1 : 0);
                p.add(evaluatedAt.toEpochMilli()).add(watermarkAt.toEpochMilli());
                p.add(before == null ? null : before.id());
                p.add(result.level().unit().name());
                p.add(result.spentAt() == null ? null : result.spentAt() * 1_000);
                insert.addBatch();
                new Parameters(workings).add(ids.get(i)).add(working);
                workings.addBatch();
            }
            insert.executeBatch();
            workings.executeBatch();
        }
    }

    private static final class Parameters {
        private final PreparedStatement statement;
        private int next = 1;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        Parameters add(Object value) throws SQLException {
            if (value == null) {
                statement.setNull(next++, Types.VARCHAR);
            } else {
                statement.setObject(next++, value);
            }
            return this;
        }

        void share(Share share) throws SQLException {
            add(share == null ? null : share.numerator().longValueExact());
            add(share == null ? null : share.denominator().longValueExact());
        }
    }

    private List<Long> ids(int count) throws SQLException {
        List<Long> ids = new ArrayList<>(count);
        try (PreparedStatement next = connection().prepareStatement("select nextval(sla_result_seq)")) {
            while (ids.size() < count) {
                try (ResultSet row = next.executeQuery()) {
                    row.next();
                    long last = row.getLong(1);
                    for (long id = last - BLOCK + 1; id <= last && ids.size() < count; id++) {
                        ids.add(id);
                    }
                }
            }
        }
        return ids;
    }
}
