package no.fellesdrift.exchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Rows;

/**
 * Brings in a whole data set: everything is read and checked first, and only a set without a fault is stored, in the
 * transaction of the connection. The format stands in {@link DataSet}. A set is never merged into what is there: a row
 * whose key exists already is a fault, so importing the same set twice is refused; only organisations
 * that exist are left as they are.
 */
public final class DataSetImport {

    private final Store store;
    private final Progress progress;
    private final Faults faults = new Faults();
    private final Map<FileDescription, List<Row>> set = new LinkedHashMap<>();
    private final Map<FileDescription, List<Row>> toStore = new LinkedHashMap<>();
    private final Map<FileDescription, Integer> kept = new HashMap<>();
    private final Set<String> unreadTables = new HashSet<>();

    private DataSetImport(Connection connection, Progress progress) {
        this.store = new Store(connection);
        this.progress = progress;
    }

    /** Reads and checks; stores nothing. */
    public static ImportReport check(DataFiles files, Connection connection) throws SQLException {
        return new DataSetImport(connection, Progress.NONE).run(files, false);
    }

    /** Reads, checks, and stores when nothing is wrong. The caller commits. */
    public static ImportReport load(DataFiles files, Connection connection) throws SQLException {
        return load(files, connection, Progress.NONE);
    }

    /** The same, telling how many rows are stored. */
    public static ImportReport load(DataFiles files, Connection connection, Progress progress) throws SQLException {
        return new DataSetImport(connection, progress).run(files, true);
    }

    private ImportReport run(DataFiles files, boolean storeIt) throws SQLException {
        read(files);
        checkRows();
        checkKeys();
        checkReferences();
        DataSetChecks.acrossFiles(set, faults);
        List<ImportReport.FileCount> counts = new ArrayList<>();
        set.forEach((file, rows) ->
                counts.add(new ImportReport.FileCount(file.name(), rows.size(), kept.getOrDefault(file, 0))));
        boolean stores = storeIt && faults.isEmpty();
        if (stores) {
            store();
        }
        List<String> order = DataSet.FILES.stream().map(FileDescription::name).toList();
        List<Fault> sorted = faults.kept().stream()
                .sorted(Comparator.comparing((Fault fault) -> order.indexOf(fault.file()))
                        .thenComparing(Fault::line))
                .toList();
        return new ImportReport(files.fingerprint(), counts, sorted, faults.more(), stores);
    }

    private void read(DataFiles files) {
        Set<String> known = DataSet.FILES.stream().map(FileDescription::name).collect(Collectors.toSet());
        for (String name : files.names()) {
            if (!known.contains(name)) {
                faults.add(name, 0, "", FaultKind.UNKNOWN_FILE, name);
            }
        }
        for (FileDescription file : DataSet.FILES) {
            byte[] bytes = files.bytes(file.name());
            if (bytes != null) {
                Optional<List<Row>> rows =
                        file.isJson() ? JsonRows.read(file, bytes, faults) : CsvRows.read(file, bytes, faults);
                rows.ifPresentOrElse(found -> set.put(file, found), () -> unreadTables.add(file.table()));
            }
        }
        if (set.isEmpty() && faults.isEmpty()) {
            faults.add("", 0, "", FaultKind.NOTHING_TO_IMPORT);
        }
    }

    private void checkRows() {
        set.forEach((file, rows) -> {
            file.rowChecks().forEach(check -> rows.forEach(row -> check.accept(row, faults)));
            // A row with a fault of its own would only make others look wrong.
            if (rows.stream().allMatch(Row::sound)) {
                file.fileChecks().forEach(check -> check.accept(rows, faults));
            }
        });
    }

    /** No key twice in the set, and none that the database has. */
    private void checkKeys() throws SQLException {
        Map<String, Map<String, Row>> seenByTable = new HashMap<>();
        for (FileDescription file : List.copyOf(set.keySet())) {
            Map<String, Row> seen = seenByTable.computeIfAbsent(file.table(), table -> new HashMap<>());
            Set<String> existing = store.existing(file.table(), file.key());
            List<Row> staying = new ArrayList<>();
            int left = 0;
            for (Row row : set.get(file)) {
                if (!row.sound()) {
                    staying.add(row);
                    continue;
                }
                Map<String, Object> stored = row.stored();
                String key = Row.together(file.key().stream().map(stored::get).toList());
                Row before = seen.putIfAbsent(key, row);
                if (before != null && before.description() == file) {
                    faults.add(row, file.keyColumn(), FaultKind.DUPLICATE, key, before.line());
                } else if (before != null || existing.contains(key)) {
                    if (file.isKeepingExisting()) {
                        left++;
                        continue;
                    }
                    faults.add(row, file.keyColumn(), FaultKind.EXISTS, key);
                }
                staying.add(row);
            }
            if (left > 0) {
                kept.put(file, left);
            }
            toStore.put(file, staying);
        }
    }

    private void checkReferences() throws SQLException {
        Map<String, Set<String>> values = new HashMap<>();
        for (Map.Entry<FileDescription, List<Row>> entry : set.entrySet()) {
            for (Column column : entry.getKey().columns()) {
                String refersTo = column.refersTo();
                if (refersTo == null || unreadTables.contains(refersTo.substring(0, refersTo.indexOf('.')))) {
                    continue;
                }
                if (!values.containsKey(refersTo)) {
                    values.put(refersTo, valuesOf(refersTo));
                }
                Set<String> known = values.get(refersTo);
                for (Row row : entry.getValue()) {
                    if (row.has(column.name()) && !known.contains(row.text(column.name()))) {
                        faults.add(row, column.name(), FaultKind.UNKNOWN_REFERENCE, row.get(column.name()));
                    }
                }
            }
        }
    }

    private Set<String> valuesOf(String tableAndColumn) throws SQLException {
        int dot = tableAndColumn.indexOf('.');
        Set<String> values =
                store.existing(tableAndColumn.substring(0, dot), List.of(tableAndColumn.substring(dot + 1)));
        set.forEach((file, rows) -> {
            String column = file.columnProviding(tableAndColumn);
            if (column != null) {
                rows.stream().filter(row -> row.has(column)).forEach(row -> values.add(row.text(column)));
            }
        });
        return values;
    }

    private void store() throws SQLException {
        long total = toStore.values().stream().mapToLong(List::size).sum();
        long done = 0;
        progress.at(done, total);
        for (Map.Entry<FileDescription, List<Row>> entry : toStore.entrySet()) {
            FileDescription file = entry.getKey();
            List<Row> rows = entry.getValue();
            file.store(file.selfReference() == null ? rows : parentsFirst(rows, file.selfReference()), store);
            done += rows.size();
            progress.at(done, total);
        }
        OrderHistory.promise(store.connection()); // last: it takes the calendars, offerings and orders of the set
        Rows.update( // whatever was evaluated may look different now
                store.connection(),
                "insert into dirty_month (period, service) select period, '*' from sla_evaluation",
                List.of());
    }

    /** Rows that others of the same file refer to come before those. There is no circle: that has been checked. */
    private static List<Row> parentsFirst(List<Row> rows, String column) {
        Map<String, Row> byCode = new LinkedHashMap<>();
        rows.forEach(row -> byCode.put(row.text("code"), row));
        Set<Row> ordered = new LinkedHashSet<>();
        for (Row row : rows) {
            List<Row> chain = new ArrayList<>();
            for (Row one = row; one != null; one = one.has(column) ? byCode.get(one.text(column)) : null) {
                chain.add(0, one);
            }
            ordered.addAll(chain);
        }
        return List.copyOf(ordered);
    }
}
