package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.engine.Fact;
import no.fellesdrift.sla.engine.SampleHour;

/**
 * Samples gathered by the hour, which is what levels are computed from. New samples are added to their hours; an hour in
 * which a sample was told differently is gathered again from the single ones.
 */
class SampleHours {

    private static final int FORGOTTEN_AT_ONCE = 10_000;
    private static final long MILLIS = 1_000L;

    /** In this order hours are locked, so that two requests never wait for each other. */
    record Key(String service, String metric, long hour, String offering, String agency) implements Comparable<Key> {

        static Key of(List<Object> content) {
            return new Key(
                    (String) content.get(0),
                    (String) content.get(3),
                    SampleHour.startOf((Long) content.get(4) / MILLIS),
                    content.get(1) == null ? "" : (String) content.get(1),
                    content.get(2) == null ? "" : (String) content.get(2));
        }

        @Override
        public int compareTo(Key other) {
            int order = service.compareTo(other.service);
            order = order != 0 ? order : metric.compareTo(other.metric);
            order = order != 0 ? order : Long.compare(hour, other.hour);
            order = order != 0 ? order : offering.compareTo(other.offering);
            return order != 0 ? order : agency.compareTo(other.agency);
        }
    }

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** Gathers what was stored. */
    void add(Facts.Stored stored, Instant now) {
        Map<Key, SampleHour> added = new TreeMap<>();
        Set<Key> again = new HashSet<>();
        stored.before().values().forEach(known -> again.add(Key.of(known.content())));
        again.forEach(key -> added.put(key, new SampleHour(key.hour())));
        for (FactRow row : stored.fresh()) {
            Key key = Key.of(row.content());
            SampleHour hour = added.computeIfAbsent(key, one -> new SampleHour(one.hour()));
            if (!again.contains(key)) {
                hour.add(
                        (Long) row.content().get(4) / MILLIS,
                        (BigDecimal) row.content().get(5),
                        ok(row));
            }
        }
        try {
            for (Map.Entry<Key, SampleHour> entry : added.entrySet()) {
                Optional<SampleHour> standing = locked(entry.getKey());
                if (again.contains(entry.getKey())) {
                    write(entry.getKey(), gathered(entry.getKey()), now);
                } else {
                    standing.ifPresent(entry.getValue()::add);
                    write(entry.getKey(), entry.getValue(), now);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Boolean ok(FactRow row) {
        Object ok = row.content().get(6);
        return ok == null ? null : Boolean.valueOf((Long) ok == 1L);
    }

    /** The hour as it stands, until the end of the transaction nobody else's to change; empty when it is made here. */
    private Optional<SampleHour> locked(Key key) throws SQLException {
        try (PreparedStatement make = connection().prepareStatement("""
                insert into sample_hour (service, metric, hour_at, offering, agency, valued, probed, failed, total,
                    distribution, changed_at)
                values (?, ?, ?, ?, ?, 0, 0, 0, 0, '|', 0) on duplicate key update valued = valued
                """)) {
            bind(make, key, 1);
            make.executeUpdate();
        }
        return Rows.first(
                connection(),
                "select distribution from sample_hour where service = ? and metric = ? and hour_at = ?"
                        + " and offering = ? and agency = ? for update",
                List.of(key.service(), key.metric(), key.hour() * MILLIS, key.offering(), key.agency()),
                row -> SampleHour.of(key.hour(), row.getString(1)));
    }

    /** From the single samples. */
    private SampleHour gathered(Key key) {
        SampleHour hour = new SampleHour(key.hour());
        List<Object> parameters = new ArrayList<>(
                List.of(key.service(), key.metric(), key.hour() * MILLIS, (key.hour() + SampleHour.HOUR) * MILLIS));
        parameters.add(key.offering());
        parameters.add(key.agency());
        Rows.forEach(
                connection(),
                """
                select sampled_at, value, ok from sample
                where superseded = false and service = ? and metric = ? and sampled_at >= ? and sampled_at < ?
                  and coalesce(offering, '') = ? and coalesce(agency, '') = ?
                """,
                parameters,
                row -> {
                    boolean up = row.getBoolean(3);
                    Boolean ok = row.wasNull() ? null : Boolean.valueOf(up);
                    hour.add(row.getLong(1) / MILLIS, row.getBigDecimal(2), ok);
                    return hour;
                },
                same -> {});
        return hour;
    }

    private void write(Key key, SampleHour hour, Instant now) throws SQLException {
        try (PreparedStatement update = connection().prepareStatement("""
                update sample_hour set valued = ?, probed = ?, failed = ?, total = ?, highest = ?,
                    distribution = ?, changed_at = ?
                where service = ? and metric = ? and hour_at = ? and offering = ? and agency = ?
                """)) {
            update.setLong(1, hour.valued());
            update.setLong(2, hour.probed());
            update.setLong(3, hour.failed());
            update.setBigDecimal(4, hour.total());
            update.setBigDecimal(5, hour.highest());
            update.setString(6, hour.text());
            update.setLong(7, now.toEpochMilli());
            bind(update, key, 8);
            update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Key key, int first) throws SQLException {
        statement.setString(first, key.service());
        statement.setString(first + 1, key.metric());
        statement.setLong(first + 2, key.hour() * MILLIS);
        statement.setString(first + 3, key.offering());
        statement.setString(first + 4, key.agency());
    }

    /** Hands out the hours of a metric that concern a line and touch {@code [from, to)}, epoch seconds, in order. */
    void forEach(Fact.Target line, String metric, long from, long to, Consumer<SampleHour> each) {
        try (PreparedStatement select = connection().prepareStatement("""
                select hour_at, distribution from sample_hour
                where service = ? and metric = ? and hour_at >= ? and hour_at < ?
                  and offering in ('', ?) and agency in ('', ?)
                order by hour_at, offering, agency
                """)) {
            select.setString(1, line.service());
            select.setString(2, metric);
            select.setLong(3, SampleHour.startOf(from) * MILLIS);
            select.setLong(4, to * MILLIS);
            select.setString(5, line.offering());
            select.setString(6, line.agency());
            select.setFetchSize(200);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    each.accept(SampleHour.of(row.getLong(1) / MILLIS, row.getString(2)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws away single samples from before, at most so many at once that no transaction is long. */
    int forget(Instant before) {
        int forgotten = 0;
        List<List<String>> metrics = Rows.list(
                connection(),
                "select distinct service, metric from sample_hour where hour_at < ?",
                List.of(before.toEpochMilli()),
                row -> List.of(row.getString(1), row.getString(2)));
        for (List<String> metric : metrics) {
            if (forgotten < FORGOTTEN_AT_ONCE) {
                forgotten += Rows.update(
                        connection(),
                        "delete from sample where service = ? and metric = ? and sampled_at < ? limit "
                                + (FORGOTTEN_AT_ONCE - forgotten),
                        List.of(metric.get(0), metric.get(1), before.toEpochMilli()));
            }
        }
        return forgotten;
    }
}
