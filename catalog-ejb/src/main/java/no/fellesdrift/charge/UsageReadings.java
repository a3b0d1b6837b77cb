package no.fellesdrift.charge;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.UnnamedSource;

/** Metered readings in the database. */
class UsageReadings {

    private static final int KEYS_AT_ONCE = 500;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** A reading's key: its source and the key there. */
    record SourceKey(String source, String reading) {}

    /** What is known of a reading. */
    record Known(String line, String meter, LocalDate usedOn, BigDecimal quantity) {}

    /** A line that may be metered, and when it exists. */
    record Metered(String agency, String offering, List<DateRange> exists) {
        Metered and(Metered later) {
            List<DateRange> both = new ArrayList<>(exists);
            both.addAll(later.exists);
            return new Metered(agency, offering, both);
        }

        boolean existsOn(LocalDate day) {
            return exists.stream().anyMatch(range -> range.contains(day));
        }
    }

    /** All lines of agreements that are no drafts. */
    Map<String, Metered> lines() {
        Map<String, Metered> lines = new HashMap<>();
        Rows.forEach(
                connection(),
                """
                        select l.line, l.agency, l.offering, r.valid_from, r.valid_to
                        from agreement_line l join agreement_line_row r on r.line = l.line
                        where exists (select 1 from agreement a where a.number = l.agreement and a.state <> 'DRAFT')
                        """,
                List.of(),
                row -> Map.entry(
                        row.getString("line"),
                        new Metered(row.getString("agency"), row.getString("offering"), List.of(Rows.range(row, "")))),
                entry -> lines.merge(entry.getKey(), entry.getValue(), Metered::and));
        return lines;
    }

    /** The meters that each offering's prices rate. */
    Map<String, Set<String>> meters() {
        Map<String, Set<String>> meters = new HashMap<>();
        Rows.list(
                        connection(),
                        "select distinct offering, meter from price where meter is not null",
                        List.of(),
                        row -> List.of(row.getString("offering"), row.getString("meter")))
                .forEach(pair -> meters.computeIfAbsent(pair.get(0), offering -> new HashSet<>())
                        .add(pair.get(1)));
        return meters;
    }

    /** Those of the keys that are known. */
    Map<SourceKey, Known> known(Collection<SourceKey> keys) {
        Map<SourceKey, Known> known = new HashMap<>();
        List<SourceKey> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
            List<SourceKey> some = all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE));
            List<Object> parameters = new ArrayList<>();
            some.forEach(key -> {
                parameters.add(key.source());
                parameters.add(key.reading());
            });
            Rows.forEach(
                    connection(),
                    "select source, source_key, line, meter, used_on, quantity from usage_reading"
                            + " where (source, source_key) in ((?, ?)" + ", (?, ?)".repeat(some.size() - 1) + ")",
                    parameters,
                    row -> Map.entry(
                            new SourceKey(row.getString("source"), row.getString("source_key")),
                            new Known(
                                    row.getString("line"),
                                    row.getString("meter"),
                                    Rows.date(row, "used_on"),
                                    row.getBigDecimal("quantity"))),
                    entry -> known.put(entry.getKey(), entry.getValue()));
        }
        return known;
    }

    /**
     * By a reading's key: an import, or API keys, that told it without naming a source.
     *
     * @param caller the name of the caller's key; without one all keys are asked for
     */
    Map<String, Set<String>> unnamedSources(Optional<String> caller, List<String> readings) {
        List<String> sources = new ArrayList<>(List.of(UnnamedSource.IMPORT));
        if (caller.isPresent()) {
            sources.add(caller.get());
        } else if (!readings.isEmpty()) {
            sources.addAll(
                    Rows.list(connection(), "select distinct name from api_key", List.of(), row -> row.getString(1)));
        }
        Map<SourceKey, Known> known = known(readings.stream()
                .flatMap(reading -> sources.stream().map(source -> new SourceKey(source, reading)))
                .toList());
        Map<String, Set<String>> told = new HashMap<>();
        known.keySet()
                .forEach(key -> told.computeIfAbsent(key.reading(), reading -> new HashSet<>())
                        .add(key.source()));
        return told;
    }

    void add(Map<SourceKey, Known> readings, Instant recordedAt) {
        Rows.insert(
                connection(),
                "insert into usage_reading (source, source_key, line, meter, used_on, quantity, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                readings.entrySet().stream()
                        .map(entry -> List.<Object>of(
                                entry.getKey().source(),
                                entry.getKey().reading(),
                                entry.getValue().line(),
                                entry.getValue().meter(),
                                entry.getValue().usedOn(),
                                entry.getValue().quantity(),
                                recordedAt.toEpochMilli()))
                        .toList());
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
