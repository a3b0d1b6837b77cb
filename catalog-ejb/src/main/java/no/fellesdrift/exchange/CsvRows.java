package no.fellesdrift.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file (RFC 4180, comma, header line) by its description. */
final class CsvRows {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private CsvRows() {}

    /** The rows, with the bad ones marked as unsound; empty when the file as a whole cannot be read. */
    static Optional<List<Row>> read(FileDescription file, byte[] bytes, Faults faults) {
        int before = faults.count();
        Optional<String> text = Utf8.decode(file.name(), bytes, faults);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text.get()), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                faults.add(file.name(), 1, "", FaultKind.HEADER_MISSING);
                return Optional.empty();
            }
            List<Column> header = header(file, records.next(), faults);
            if (faults.count() > before) {
                return Optional.empty();
            }
            while (true) {
                line = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    break;
                }
                CSVRecord csv = records.next();
                if (csv.size() == 1 && csv.get(0).isBlank()) {
                    continue;
                }
                Row row = new Row(file, line);
                if (csv.size() != header.size()) {
                    faults.add(row, FaultKind.FIELD_COUNT, csv.size(), header.size());
                    row.unsound();
                    rows.add(row);
                    continue;
                }
                for (int i = 0; i < header.size(); i++) {
                    read(row, header.get(i), csv.get(i), faults);
                }
                rows.add(row);
            }
        } catch (UncheckedIOException | IllegalStateException | IOException e) {
            // The parser's only refusal of text in memory: quotes that do not match.
            faults.add(file.name(), line, "", FaultKind.CSV_SYNTAX);
            return Optional.empty();
        }
        return Optional.of(rows);
    }

    private static List<Column> header(FileDescription file, CSVRecord first, Faults faults) {
        Map<String, Column> known = new HashMap<>();
        file.columns().forEach(column -> known.put(column.name(), column));
        List<Column> header = new ArrayList<>();
        for (String name : first) {
            Column column = known.get(name.strip());
            if (column == null) {
                faults.add(file.name(), 1, name, FaultKind.COLUMN_UNKNOWN, name);
            } else if (header.contains(column)) {
                faults.add(file.name(), 1, name, FaultKind.COLUMN_TWICE, name);
            }
            header.add(column);
        }
        for (Column column : file.columns()) {
            if (column.always() && !header.contains(column)) {
                faults.add(file.name(), 1, column.name(), FaultKind.COLUMN_MISSING, column.name());
            }
        }
        return header;
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
