package no.fellesdrift.sla;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
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
import java.util.LinkedHashMap;
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

    @Inject
    DirtyMonths dirty;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /**
     * What is known of a key: its newest version.
     *
     * @param current false when that was withdrawn: its numbers are taken, but it says nothing any more
     */
    record Known(long id, int version, boolean current, List<Object> content) {

        boolean says(FactRow row) {
            return current && content.equals(row.content());
        }
    }

    /**
     * What became of rows.
     *
     * @param fresh those that were new or different, and were stored
     * @param before what stood for some of them until then, by key
     */
    record Stored(List<FactRow> fresh, Map<List<Object>, Known> before) {}

    /**
     * Stores what is new or different.
     *
     * @return how many of the rows were stored; the others are known as they are
     * @throws Rejection CHANGED_MEANWHILE, when another request stored the same key at the same time
     */
    int store(FactTable table, List<FactRow> rows, Instant recordedAt) {
        Map<List<Object>, Known> known =
                known(table, rows.stream().map(FactRow::key).toList());
        return store(table, rows, known, recordedAt).fresh().size();
    }

    /** The same, when what is known has been asked for. */
    Stored store(FactTable table, List<FactRow> rows, Map<List<Object>, Known> known, Instant recordedAt) {
        try {
            List<FactRow> fresh = new ArrayList<>(rows.size());
            Map<List<Object>, Known> before = new HashMap<>();
            for (FactRow row : rows) {
                Known standing = known.get(row.key());
                if (standing == null || !standing.says(row)) {
                    fresh.add(row);
                    if (standing != null && standing.current()) {
                        before.put(row.key(), standing);
                    }
                }
            }
            supersede(table, before.values().stream().map(Known::id).toList());
            insert(table, fresh, known, recordedAt);
            dirty.mark(table, fresh, recordedAt);
            dirty.mark(
                    table,
                    before.entrySet().stream()
                            .map(old -> new FactRow(old.getKey(), old.getValue().content()))
                            .toList(),
                    recordedAt);
            return new Stored(fresh, before);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /**
     * Stores rows as the first version of each. What comes is new as a rule, and then nothing has to be asked for: that
     * each key is new, the table's own key on keys and versions says. When one is not, none is stored.
     *
     * @return absent when a row's key is known, or its table cannot say so
     */
    Optional<Stored> storeNew(FactTable table, List<FactRow> rows, Instant recordedAt) {
        if (!table.complete()) {
            return Optional.empty();
        }
        try (Statement statement = connection().createStatement()) {
            statement.execute("savepoint all_new");
            try {
                insert(table, rows, Map.of(), recordedAt);
            } catch (SQLException e) {
                if (!isKnownKey(e)) {
                    throw e;
                }
                statement.execute("rollback to savepoint all_new");
                return Optional.empty();
            }
            statement.execute("release savepoint all_new");
            dirty.mark(table, rows, recordedAt);
            return Optional.of(new Stored(rows, Map.of()));
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** The id of what was stored last; 0 when there is nothing. */
    long newest(FactTable table) {
        return Rows.first(connection(), "select max(id) from " + table.table(), List.of(), row -> row.getLong(1))
                .orElse(0L);
    }

    /** Withdraws the rows of a ticket that its new version no longer has, and says how many. */
    int keepOnly(FactTable table, String source, String ticket, Set<Object> instants, Instant now) {
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
            if (!gone.isEmpty()) {
                dirty.mark(table, List.of(FactRow.of(List.of(source, ticket))), now);
            }
            return gone.size();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static boolean isKnownKey(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("23");
    }

    /** The key was stored meanwhile, or two that store the same keys wait for each other, which ends one of them. */
    private static RuntimeException refused(SQLException e) {
        return isKnownKey(e) || (e.getSQLState() != null && e.getSQLState().startsWith("40"))
                ? new Rejection(SlaReason.CHANGED_MEANWHILE)
                : new IllegalStateException(e);
    }

    /**
     * What is known of keys. Nothing is locked, for locks on keys that are not there yet would stand in the way of
     * others: whoever stores the same key meanwhile makes the second of the two fail.
     */
    Map<List<Object>, Known> known(FactTable table, List<List<Object>> keys) {
        Map<Object, List<List<Object>>> bySource = new LinkedHashMap<>();
        keys.forEach(key -> bySource.computeIfAbsent(key.get(0), source -> new ArrayList<>())
                .add(key));
        Map<List<Object>, Known> known = new HashMap<>();
        try {
            for (Map.Entry<Object, List<List<Object>>> source : bySource.entrySet()) {
                List<List<Object>> all = source.getValue();
                for (int start = 0; start < all.size(); start += CHUNK) {
                    known(table, source.getKey(), all.subList(start, Math.min(start + CHUNK, all.size())), known);
                }
            }
        } catch (SQLException e) {
            throw refused(e);
        }
        return known;
    }

    /** By the source first: the index is searched key by key, which a list of pairs would not be. */
    private void known(FactTable table, Object source, List<List<Object>> keys, Map<List<Object>, Known> known)
            throws SQLException {
        int width = table.keys().size();
        String second = table.keys().get(1);
        String sql = "select id, fact_version, superseded, " + String.join(", ", table.keys()) + ", "
                + String.join(", ", table.content()) + " from " + table.table() + " where "
                + table.keys().get(0)
                + " = ? and " + second + " in (" + Rows.marks(keys.size()) + ")";
        Set<List<Object>> wanted = width > 2 ? new HashSet<>(keys) : Set.of();
        try (PreparedStatement select = connection().prepareStatement(sql)) {
            select.setObject(1, source);
            for (int i = 0; i < keys.size(); i++) {
                select.setObject(i + 2, keys.get(i).get(1));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<Object> key = new ArrayList<>(width);
                    for (int i = 0; i < width; i++) {
                        key.add(plain(row.getObject(4 + i)));
                    }
                    if (width > 2 && !wanted.contains(key)) {
                        continue;
                    }
                    int version = row.getInt(2);
                    Known newest = known.get(key);
                    if (newest == null || newest.version() < version) {
                        List<Object> content = new ArrayList<>(table.content().size());
                        for (int i = 0; i < table.content().size(); i++) {
                            content.add(plain(row.getObject(4 + width + i)));
                        }
                        known.put(key, new Known(row.getLong(1), version, !row.getBoolean(3), content));
                    }
                }
            }
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? 1L : 0L;
        }
        if (value instanceof BigDecimal decimal) {
            return plain(decimal);
        }
        return value instanceof Number number ? (Object) number.longValue() : value;
    }

    /** Without trailing zeros, so that equal numbers are equal content. */
    static BigDecimal plain(BigDecimal decimal) {
        return decimal == null || decimal.signum() == 0
                ? decimal == null ? null : BigDecimal.ZERO
                : decimal.stripTrailingZeros();
    }

    private void supersede(FactTable table, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection()
                .prepareStatement(
                        "update " + table.table() + " set superseded = true where id = ? and superseded = false")) {
            for (Long id : ids) {
                update.setLong(1, id);
                update.addBatch();
            }
            for (int changed : update.executeBatch()) {
                if (changed == 0) {
                    throw new Rejection(SlaReason.CHANGED_MEANWHILE);
                }
            }
        }
    }

    private void insert(FactTable table, List<FactRow> rows, Map<List<Object>, Known> known, Instant recordedAt)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        int width = table.keys().size() + table.content().size() + 2;
        String sql = "insert into " + table.table() + " (" + String.join(", ", table.keys()) + ", "
                + String.join(", ", table.content()) + ", fact_version, recorded_at) values ("
                + String.join(", ", Collections.nCopies(width, "?")) + ")";
        try (PreparedStatement insert = Rows.inserting(connection(), sql)) {
            int count = 0;
            for (FactRow row : rows) {
                int parameter = 1;
                for (Object value : row.key()) {
                    set(insert, parameter++, value);
                }
                for (Object value : row.content()) {
                    set(insert, parameter++, value);
                }
                Known before = known.get(row.key());
                insert.setInt(parameter++, before == null ? 1 : before.version() + 1);
                insert.setLong(parameter, recordedAt.toEpochMilli());
                insert.addBatch();
                if (++count % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** By its type: for an object the driver would try one after the other, and that for each value of each row. */
    private static void set(PreparedStatement statement, int parameter, Object value) throws SQLException {
        if (value instanceof Long number) {
            statement.setLong(parameter, number);
        } else if (value == null || value instanceof String) {
            statement.setString(parameter, (String) value);
        } else {
            statement.setObject(parameter, value);
        }
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

    /** None looked up so far. */
    Codes codes() {
        return new Codes(connection());
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
