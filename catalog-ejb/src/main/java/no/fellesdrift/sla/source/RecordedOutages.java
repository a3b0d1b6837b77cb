package no.fellesdrift.sla.source;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.fellesdrift.kernel.Rows;

/** Outages one by one, for reading; they are written as facts. */
class RecordedOutages {

    private static final String COLUMNS = """
            select o.source, o.source_key, o.fact_version, o.recorded_at, o.service, s.name_nb, s.name_nn, s.name_en,
                   o.offering, o.agency, g.name as agency_name, o.started_at, o.ended_at, o.caused_by, o.impact,
                   o.summary
            from outage o
            join service s on s.code = o.service
            left join organisation g on g.orgnr = o.agency
            """;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    Optional<OutageView> find(String source, String key) {
        return Rows.first(
                connection(),
                COLUMNS + " where o.superseded = false and o.source = ? and o.source_key = ?",
                List.of(source, key),
                RecordedOutages::view);
    }

    /** All its versions, oldest first. */
    List<OutageView> versions(String source, String key) {
        return Rows.list(
                connection(),
                COLUMNS + " where o.source = ? and o.source_key = ? order by o.fact_version",
                List.of(source, key),
                RecordedOutages::view);
    }

    /** Of a source, the outage that lasts and whose key begins so; the latest when several do. */
    Optional<OutageView> lasting(String source, String beginning) {
        return Rows.first(
                connection(),
                COLUMNS + " where o.superseded = false and o.lasting = true and o.ended_at is null and o.source = ?"
                        + " and left(o.source_key, char_length(?)) = ? order by o.started_at desc, o.id desc",
                List.of(source, beginning, beginning),
                RecordedOutages::view);
    }

    /** Of a source, the outage that covers the instant and whose key begins so. */
    Optional<OutageView> covering(String source, String beginning, Instant at) {
        return Rows.first(
                connection(),
                COLUMNS + " where o.superseded = false and o.source = ? and left(o.source_key, char_length(?)) = ?"
                        + " and o.started_at <= ? and (o.ended_at is null or o.ended_at > ?)"
                        + " order by o.started_at desc, o.id desc",
                List.of(source, beginning, beginning, at.toEpochMilli(), at.toEpochMilli()),
                RecordedOutages::view);
    }

    /** {@code U-nnnn}, one above the highest there is. */
    String nextKey() {
        return Rows.first(
                        connection(),
                        "select coalesce(max(cast(substring(source_key, 3) as unsigned)), 0) + 1 from outage"
                                + " where source_key regexp '^U-[0-9]+$'",
                        List.of(),
                        row -> String.format(Locale.ROOT, "U-%04d", row.getLong(1)))
                .orElseThrow();
    }

    private static OutageView view(ResultSet row) throws SQLException {
        return new OutageView(
                row.getString("source"),
                row.getString("source_key"),
                row.getInt("fact_version"),
                Instant.ofEpochMilli(row.getLong("recorded_at")),
                row.getString("service"),
                Rows.text(row, "name"),
                row.getString("offering"),
                row.getString("agency"),
                row.getString("agency_name"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Windows.instant(row, "ended_at"),
                row.getString("caused_by"),
                row.getString("impact"),
                row.getString("summary"));
    }
}
