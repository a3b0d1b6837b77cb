package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;

/**
 * Facts, by plain JDBC in the caller's transaction: they come by the thousand and are read in one ordered pass, so no
 * entity stands for them.
 */
class Facts {

    private static final int CHUNK = 500;
    private static final int BATCH = 1000;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** What is known of each key now: its current content and version. */
    record Known(long id, int version, List<Object> content) {}

    /**
     * Stores what is new or different.
     *
     * @return how many of the rows were stored; the others are known as they are
     * @throws Rejection CHANGED_MEANWHILE, when another request stored the same key at the same time
     */
    int store(FactTable table, List<FactRow> rows, Instant recordedAt) {
        try {
            Map<List<Object>, Known> known =
                    current(table, rows.stream().map(FactRow::key).toList());
            List<FactRow> fresh = rows.stream()
                    .filter(row -> !known.containsKey(row.key())
                            || !known.get(row.key()).content().equals(row.content()))
                    .toList();
            supersede(
                    table,
                    fresh.stream()
                            .filter(row -> known.containsKey(row.key()))
                            .map(row -> known.get(row.key()).id())
                            .toList());
            insert(table, fresh, known, recordedAt);
            return fresh.size();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Withdraws the rows of a ticket that its new version no longer has, and says how many. */
    int keepOnly(FactTable table, String source, String ticket, Set<Object> instants) {
        String at = table.keys().get(2);
        try (PreparedStatement select = connection()
                .prepareStatement("select id, " + at + " from " + table.table()
                        + " where source = ? and ticket = ? and superseded = false")) {
            select.setString(1, source);
            select.setString(2, ticket);
            List<Long> gone = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!instants.contains(row.getLong(2))) {
                        gone.add(row.getLong(1));
                    }
                }
            }
            supersede(table, gone);
            return gone.size();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("23")
                ? new Rejection(SlaReason.CHANGED_MEANWHILE)
                : new IllegalStateException(e);
    }

    private Map<List<Object>, Known> current(FactTable table, List<List<Object>> keys) throws SQLException {
        Map<List<Object>, Known> known = new HashMap<>();
        int width = table.keys().size();
        String tuple = "(" + String.join(", ", Collections.nCopies(width, "?")) + ")";
        for (int start = 0; start < keys.size(); start += CHUNK) {
            List<List<Object>> chunk = keys.subList(start, Math.min(start + CHUNK, keys.size()));
            String sql = "select id, fact_version, " + String.join(", ", table.keys()) + ", "
                    + String.join(", ", table.content()) + " from " + table.table() + " where superseded = false and ("
                    + String.join(", ", table.keys()) + ") in ("
                    + String.join(", ", Collections.nCopies(chunk.size(), tuple)) + ") for update";
            try (PreparedStatement select = connection().prepareStatement(sql)) {
                int parameter = 1;
                for (List<Object> key : chunk) {
                    for (Object value : key) {
                        select.setObject(parameter++, value);
                    }
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        List<Object> key = new ArrayList<>();
                        for (int i = 0; i < width; i++) {
                            key.add(plain(row.getObject(3 + i)));
                        }
                        List<Object> content = new ArrayList<>();
                        for (int i = 0; i < table.content().size(); i++) {
                            content.add(plain(row.getObject(3 + width + i)));
                        }
                        known.put(key, new Known(row.getLong(1), row.getInt(2), content));
                    }
                }
            }
        }
        return known;
    }

    private static Object plain(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? 1L : 0L;
        }
        return value instanceof Number number ? (Object) number.longValue() : value;
    }

    private void supersede(FactTable table, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement update =
                connection().prepareStatement("update " + table.table() + " set superseded = true where id = ?")) {
            for (Long id : ids) {
                update.setLong(1, id);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private void insert(FactTable table, List<FactRow> rows, Map<List<Object>, Known> known, Instant recordedAt)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        // a key that was withdrawn has no current version, but its numbers are taken
        Map<List<Object>, Integer> last = versions(
                table,
                rows.stream()
                        .map(FactRow::key)
                        .filter(key -> !known.containsKey(key))
                        .toList());
        int width = table.keys().size() + table.content().size() + 2;
        String sql = "insert into " + table.table() + " (" + String.join(", ", table.keys()) + ", "
                + String.join(", ", table.content()) + ", fact_version, recorded_at) values ("
                + String.join(", ", Collections.nCopies(width, "?")) + ")";
        try (PreparedStatement insert = connection().prepareStatement(sql)) {
            int count = 0;
            for (FactRow row : rows) {
                int parameter = 1;
                for (Object value : row.key()) {
                    insert.setObject(parameter++, value);
                }
                for (Object value : row.content()) {
                    insert.setObject(parameter++, value);
                }
                Known before = known.get(row.key());
                insert.setInt(parameter++, before != null ? before.version() + 1 : last.getOrDefault(row.key(), 0) + 1);
                insert.setLong(parameter, recordedAt.toEpochMilli());
                insert.addBatch();
                if (++count % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private Map<List<Object>, Integer> versions(FactTable table, List<List<Object>> keys) throws SQLException {
        Map<List<Object>, Integer> versions = new HashMap<>();
        String tuple = "(" + String.join(", ", Collections.nCopies(table.keys().size(), "?")) + ")";
        String names = String.join(", ", table.keys());
        for (int start = 0; start < keys.size(); start += CHUNK) {
            List<List<Object>> chunk = keys.subList(start, Math.min(start + CHUNK, keys.size()));
            try (PreparedStatement select = connection()
                    .prepareStatement("select " + names + ", max(fact_version) from " + table.table() + " where ("
                            + names + ") in (" + String.join(", ", Collections.nCopies(chunk.size(), tuple))
                            + ") group by " + names)) {
                int parameter = 1;
                for (List<Object> key : chunk) {
                    for (Object value : key) {
                        select.setObject(parameter++, value);
                    }
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        List<Object> key = new ArrayList<>();
                        for (int i = 1; i <= table.keys().size(); i++) {
                            key.add(plain(row.getObject(i)));
                        }
                        versions.put(key, row.getInt(table.keys().size() + 1));
                    }
                }
            }
        }
        return versions;
    }

    /**
     * By a fact's key: an import, or API keys, that told it without naming a source.
     *
     * @param caller the name of the caller's key; without one all keys are asked for
     */
    Map<String, Set<String>> unnamedSources(FactTable table, Optional<String> caller, List<String> keys) {
        List<String> sources = new ArrayList<>(List.of(UnnamedSource.IMPORT));
        if (caller.isPresent()) {
            sources.add(caller.get());
        } else if (!keys.isEmpty()) {
            sources.addAll(
                    Rows.list(connection(), "select distinct name from api_key", List.of(), row -> row.getString(1)));
        }
        Map<String, Set<String>> told = new HashMap<>();
        for (int start = 0; start < keys.size(); start += CHUNK) {
            List<String> parameters = new ArrayList<>(sources);
            List<String> chunk = keys.subList(start, Math.min(start + CHUNK, keys.size()));
            parameters.addAll(chunk);
            Rows.forEach(
                    connection(),
                    "select source, source_key from " + table.table() + " where source in ("
                            + Rows.marks(sources.size()) + ") and source_key in (" + Rows.marks(chunk.size()) + ")",
                    parameters,
                    row -> Map.entry(row.getString(2), row.getString(1)),
                    fact -> told.computeIfAbsent(fact.getKey(), key -> new HashSet<>())
                            .add(fact.getValue()));
        }
        return told;
    }

    /** The codes that a fact may name. */
    record Codes(Map<String, String> offerings, Set<String> services, Set<String> agencies, Set<String> people) {}

    Codes codes() {
        try {
            Map<String, String> offerings = new HashMap<>();
            try (Statement statement = connection().createStatement();
                    ResultSet row = statement.executeQuery("select code, service from offering")) {
                while (row.next()) {
                    offerings.put(row.getString(1), row.getString(2));
                }
            }
            return new Codes(
                    offerings,
                    texts("select code from service"),
                    texts("select orgnr from organisation"),
                    texts("select person_id from person"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> texts(String sql) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /** Opening instants, epoch milliseconds, of those of the tickets that are known. */
    Map<List<Object>, Long> opened(List<List<Object>> tickets) {
        Map<List<Object>, Long> opened = new HashMap<>();
        try {
            for (int start = 0; start < tickets.size(); start += CHUNK) {
                List<List<Object>> chunk = tickets.subList(start, Math.min(start + CHUNK, tickets.size()));
                try (PreparedStatement select = connection()
                        .prepareStatement("select source, source_key, opened_at from ticket"
                                + " where superseded = false and (source, source_key) in ("
                                + String.join(", ", Collections.nCopies(chunk.size(), "(?, ?)")) + ")")) {
                    int parameter = 1;
                    for (List<Object> key : chunk) {
                        select.setObject(parameter++, key.get(0));
                        select.setObject(parameter++, key.get(1));
                    }
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            opened.put(List.of(row.getString(1), row.getString(2)), row.getLong(3));
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return opened;
    }
}
