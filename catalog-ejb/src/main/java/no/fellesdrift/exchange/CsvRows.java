package no.fellesdrift.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.kernel.Csv;

/** Reads a CSV file by its description. */
final class CsvRows implements Csv.Reader {

    private final FileDescription file;
    private final Faults faults;
    private final List<Row> rows = new ArrayList<>();
    private List<Column> header = List.of();

    private CsvRows(FileDescription file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The rows, with the bad ones marked as unsound; empty when the file as a whole cannot be read. */
    static Optional<List<Row>> read(FileDescription file, byte[] bytes, Faults faults) {
        int before = faults.count();
        Optional<String> text = JsonRows.decode(file, bytes, faults);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        CsvRows csv = new CsvRows(file, faults);
        try {
            Csv.read(text.get(), csv);
        } catch (Csv.Malformed e) {
            faults.add(file.name(), e.line(), "", FaultKind.CSV_SYNTAX);
            return Optional.empty();
        }
        if (csv.header.isEmpty()) {
            if (faults.count() == before) {
                faults.add(file.name(), 1, "", FaultKind.HEADER_MISSING);
            }
            return Optional.empty();
        }
        return Optional.of(csv.rows);
    }

    @Override
    public boolean header(List<String> names) {
        int before = faults.count();
        Map<String, Column> known = new HashMap<>();
        file.columns().forEach(column -> known.put(column.name(), column));
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            Column column = known.get(name.strip());
            if (column == null) {
                faults.add(file.name(), 1, name, FaultKind.COLUMN_UNKNOWN, name);
            } else if (columns.contains(column)) {
                faults.add(file.name(), 1, name, FaultKind.COLUMN_TWICE, name);
            }
            columns.add(column);
        }
        for (Column column : file.columns()) {
            if (column.always() && !columns.contains(column)) {
                faults.add(file.name(), 1, column.name(), FaultKind.COLUMN_MISSING, column.name());
            }
        }
        if (faults.count() > before) {
            return false;
        }
        header = columns;
        return true;
    }

    @Override
    public void row(long line, List<String> fields) {
        Row row = new Row(file, line);
        rows.add(row);
        if (fields.size() != header.size()) {
            faults.add(row, FaultKind.FIELD_COUNT, fields.size(), header.size());
            row.unsound();
            return;
        }
        for (int i = 0; i < header.size(); i++) {
            read(row, header.get(i), fields.get(i), faults);
        }
    }

    /** Reads one field into the row. */
    static void read(Row row, Column column, String text, Faults faults) {
        if (text.isBlank()) {
            if (column.required()) {
                faults.add(row, column.name(), FaultKind.REQUIRED);
                row.unsound();
            }
            return;
        }
        try {
            row.put(column.name(), column.type().read(text));
        } catch (BadField e) {
            faults.add(row, column.name(), e.kind(), e.arguments());
            row.unsound();
        }
    }
}
