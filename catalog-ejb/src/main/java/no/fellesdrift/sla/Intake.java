package no.fellesdrift.sla;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.CurrentCaller;

/**
 * How facts of every kind are taken in: block by block in one transaction, each row checked, what is known counted as a
 * duplicate, what differs stored as a new version. With a bad row nothing stays stored, unless parts are allowed; the
 * rows after it are read all the same, so that every bad row is named.
 */
class Intake {

    /** Rows at once: a transaction is to be short. */
    static final int MOST_ROWS = 100_000;

    @Inject
    Facts facts;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** No key is a source's, until the room of sources says otherwise. */
    private SourceOfKey keys = nobodys -> Optional.empty();

    @Inject
    void sourcesTell(SourceOfKey bound) {
        keys = bound;
    }

    /** Makes a fact of a draft, or says what is wrong with it. */
    interface Reader<T> {
        FactRow read(T draft, RowCheck row);
    }

    /** What a block's rows are read with, for what has to be looked up first. */
    interface Prepared<T> {
        Reader<T> reader(Batch<T> block, UnnamedSource sources);
    }

    /** Is told what was stored of a block, in the same transaction. */
    interface After {
        void stored(Facts.Stored stored, Instant now);
    }

    /** Stores the good rows of a block its own way, and says how many of them told something new. */
    interface Storing<T> {
        int store(List<Good<T>> good, Instant now);
    }

    /** A row that can be taken. */
    record Good<T>(Batch.Numbered<T> numbered, FactRow row, String keyPath) {}

    /**
     * @param name in the audit trail
     * @param named where the keys are known from; a ticket's parts are from where the ticket is
     */
    record Kind<T>(String name, FactTable table, FactTable named, Function<T, String> key, Function<T, String> source) {

        Kind(String name, FactTable table, Function<T, String> key, Function<T, String> source) {
            this(name, table, table, key, source);
        }
    }

    <T> Receipt take(Kind<T> kind, Measurements<T> told, boolean partial, Reader<T> reader) {
        return take(kind, told, partial, (block, sources) -> reader, (stored, now) -> {});
    }

    <T> Receipt take(Kind<T> kind, Measurements<T> told, boolean partial, Prepared<T> prepared, After after) {
        List<RejectedRow> rejected = new ArrayList<>();
        long[] mark = {-1};
        return take(kind, told, partial, prepared, rejected, (good, now) -> {
            Map<List<Object>, FactRow> rows = new LinkedHashMap<>();
            good.forEach(one -> rows.putIfAbsent(one.row().key(), one.row()));
            boolean first = mark[0] < 0;
            if (first) {
                mark[0] = facts.newest(kind.table());
            }
            Optional<Facts.Stored> fresh = facts.storeNew(kind.table(), List.copyOf(rows.values()), now);
            Facts.Stored stored;
            if (fresh.isPresent()) {
                stored = fresh.get();
            } else {
                Map<List<Object>, Facts.Known> known = facts.known(kind.table(), List.copyOf(rows.keySet()));
                if (!first && twice(good, rows, known, mark[0], rejected) && !partial) {
                    return 0;
                }
                stored = facts.store(kind.table(), List.copyOf(rows.values()), known, now);
            }
            after.stored(stored, now);
            return stored.fresh().size();
        });
    }

    /**
     * @param rejected the bad rows so far; {@code storing} may add to them
     * @throws Rejection TOO_MANY_ROWS
     */
    <T> Receipt take(
            Kind<T> kind,
            Measurements<T> told,
            boolean partial,
            Prepared<T> prepared,
            List<RejectedRow> rejected,
            Storing<T> storing) {
        Codes codes = facts.codes();
        Optional<String> bound = keys.of(caller.get());
        Instant now = clock.instant();
        int accepted = 0;
        int duplicates = 0;
        int rows = 0;
        for (Batch<T> block = told.next(); block != null; block = told.next()) {
            rows += block.rows().size() + block.unreadable().size();
            if (rows > MOST_ROWS) {
                throw new Rejection(SlaReason.TOO_MANY_ROWS, MOST_ROWS);
            }
            codes.of(block.rows().stream().map(Batch.Numbered::draft).toList());
            List<Good<T>> good = check(block, prepared, codes, sources(kind, block, bound), now, rejected);
            if (rejected.isEmpty() || partial) {
                int bad = rejected.size();
                int stored = storing.store(good, now);
                accepted += stored;
                duplicates += good.size() - stored - (rejected.size() - bad);
            }
        }
        if (!rejected.isEmpty() && !partial) {
            Receipt refused = new Receipt(0, 0, rejected);
            if (accepted > 0) {
                throw new RowsRejected(refused);
            }
            return refused;
        }
        return taken(kind.name(), accepted, duplicates, rejected);
    }

    /** As facts are kept; null for none. */
    static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private Receipt taken(String kind, int accepted, int duplicates, List<RejectedRow> rejected) {
        if (accepted > 0) {
            happened.fire(
                    new Happened("sla.measure", "Measurement", kind, null, null, null, accepted + "/" + duplicates));
        }
        return new Receipt(accepted, duplicates, rejected);
    }

    private <T> List<Good<T>> check(
            Batch<T> block,
            Prepared<T> prepared,
            Codes codes,
            UnnamedSource sources,
            Instant now,
            List<RejectedRow> rejected) {
        Reader<T> reader = prepared.reader(block, sources);
        List<RejectedRow> bad = new ArrayList<>(block.unreadable());
        List<Good<T>> good = new ArrayList<>(block.rows().size());
        Map<List<Object>, FactRow> seen = new HashMap<>();
        for (Batch.Numbered<T> numbered : block.rows()) {
            RowCheck check = new RowCheck(numbered.row(), codes, now, sources);
            FactRow row = reader.read(numbered.draft(), check);
            FactRow twin = check.faults().isEmpty() ? seen.putIfAbsent(row.key(), row) : null;
            if (twin != null && !twin.equals(row)) {
                check.fault(check.keyPath(), "sla.row.KEY_TWICE");
            }
            if (check.faults().isEmpty()) {
                good.add(new Good<>(numbered, row, check.keyPath()));
            } else {
                bad.addAll(check.faults());
            }
        }
        bad.sort(Comparator.comparingInt(RejectedRow::row));
        rejected.addAll(bad);
        return good;
    }

    /** Takes out the rows whose key an earlier block told with another content, and says whether there are any. */
    private static <T> boolean twice(
            List<Good<T>> good,
            Map<List<Object>, FactRow> rows,
            Map<List<Object>, Facts.Known> known,
            long mark,
            List<RejectedRow> rejected) {
        int before = rejected.size();
        for (Good<T> one : good) {
            Facts.Known standing = known.get(one.row().key());
            if (standing != null && standing.id() > mark && !standing.says(one.row())) {
                rejected.add(RejectedRow.of(one.numbered().row(), one.keyPath(), "sla.row.KEY_TWICE"));
                rows.remove(one.row().key());
            }
        }
        return rejected.size() > before;
    }

    /** For what tells no source itself. */
    private <T> UnnamedSource sources(Kind<T> kind, Batch<T> block, Optional<String> bound) {
        if (bound.isPresent()) {
            return UnnamedSource.always(bound.get());
        }
        List<String> unnamed = block.rows().stream()
                .map(Batch.Numbered::draft)
                .filter(draft -> {
                    String source = kind.source().apply(draft);
                    return source == null || source.isBlank();
                })
                .map(kind.key())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Optional<String> own = caller.get().key();
        return unnamed.isEmpty()
                ? new UnnamedSource(own, Map.<String, Set<String>>of())
                : new UnnamedSource(own, facts.unnamedSources(kind.named(), own, unnamed));
    }
}
