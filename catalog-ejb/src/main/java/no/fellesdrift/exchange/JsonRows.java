package no.fellesdrift.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.kernel.Utf8;

/** Reads a JSON file by the same kind of description as a CSV file. */
final class JsonRows {

    private JsonRows() {}

    /** The rows, with the bad ones marked as unsound; empty when the file as a whole cannot be read. */
    static Optional<List<Row>> read(FileDescription file, byte[] bytes, Faults faults) {
        Optional<JsonTree> tree =
                decode(file, bytes, faults).flatMap(text -> JsonTree.parse(file.name(), text, faults));
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        String member = file.rowsMember();
        if (!(JsonTree.object(tree.get().root()).get(member) instanceof List<?> elements)) {
            faults.add(file.name(), 1, member, FaultKind.JSON_TYPE, member);
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            rows.add(row(file, member + "[" + i + "]", elements.get(i), tree.get(), faults));
        }
        return Optional.of(rows);
    }

    /** The file's text; a fault when it is not UTF-8. */
    static Optional<String> decode(FileDescription file, byte[] bytes, Faults faults) {
        try {
            return Optional.of(Utf8.decode(bytes));
        } catch (Utf8.Malformed e) {
            faults.add(file.name(), e.line(), "", FaultKind.ENCODING);
            return Optional.empty();
        }
    }

    private static Row row(FileDescription file, String path, Object element, JsonTree tree, Faults faults) {
        Row row = new Row(file, tree.line(path, 1), path, tree);
        if (!(element instanceof Map)) {
            faults.add(row, FaultKind.JSON_TYPE, path);
            row.unsound();
            return row;
        }
        Map<String, Object> members = JsonTree.object(element);
        for (String name : members.keySet()) {
            boolean known = name.equals(file.nested())
                    || file.columns().stream().anyMatch(column -> column.name().equals(name));
            if (!known) {
                faults.add(row, name, FaultKind.COLUMN_UNKNOWN, name);
            }
        }
        for (Column column : file.columns()) {
            Optional<String> text = JsonTree.text(members.get(column.name()));
            if (text.isPresent()) {
                CsvRows.read(row, column, text.get(), faults);
            } else {
                faults.add(row, column.name(), FaultKind.JSON_TYPE, column.name());
                row.unsound();
            }
        }
        if (!file.nested().isEmpty()) {
            row.put(file.nested(), members.get(file.nested()));
        }
        return row;
    }
}
