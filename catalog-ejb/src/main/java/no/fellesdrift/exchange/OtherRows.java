package no.fellesdrift.exchange;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files whose rows go into more than one table. */
final class OtherRows {

    private OtherRows() {}

    static void people(List<Row> rows, Store store) throws SQLException {
        store.insert("person", true, rows.stream().map(Row::stored).toList());
        List<Map<String, Object>> roles = new ArrayList<>();
        for (Row row : rows) {
            for (String role : List.of(row.text("roles").split(";", -1))) {
                roles.add(Map.of("person", row.text("id"), "role", role));
            }
        }
        store.insert("person_role", false, roles);
    }

    static void agreementLines(List<Row> rows, Store store) throws SQLException {
        Map<String, Map<String, Object>> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            Map<String, Object> line = new LinkedHashMap<>();
            for (String column : List.of("line", "agreement", "agency", "offering", "service_level_package")) {
                line.put(column, row.get(column));
            }
            lines.putIfAbsent(row.text("line"), line);
        }
        store.insert("agreement_line", true, List.copyOf(lines.values()));
        store.insert("agreement_line_row", true, rows.stream().map(Row::stored).toList());
    }
}
