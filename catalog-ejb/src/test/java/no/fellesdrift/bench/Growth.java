package no.fellesdrift.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.fellesdrift.testing.Database;

/** Makes the demo sector so many times as large: copies of its services, lines, orders and facts under other names. */
public final class Growth {

    /** The ids of a copy lie apart. */
    private static final String ID = "%1$s + %2$d000000";

    private static final String NAME = "concat(%1$s, '-', %2$d)";
    private static final String GENERATED = "null";

    private record Table(String name, Map<String, String> changes) {}

    /** Parents before children. */
    private static final List<Table> TABLES = List.of(
            new Table("service", Map.of("id", ID, "code", NAME)),
            new Table("offering", Map.of("id", ID, "code", NAME, "service", NAME)),
            new Table("price", Map.of("id", ID, "price_id", NAME, "offering", NAME)),
            new Table("price_tier", Map.of("id", ID, "price_id", NAME)),
            new Table("agreement_line", Map.of("id", ID, "line", NAME)),
            new Table("agreement_line_row", Map.of("id", ID, "line", NAME)),
            new Table("negotiated_price", Map.of("id", ID, "line", NAME)),
            new Table("usage_reading", Map.of("id", GENERATED, "source_key", NAME, "line", NAME)),
            new Table("service_order", Map.of("id", ID, "number", NAME)),
            new Table("order_item", Map.of("id", ID, "order_number", NAME, "line", NAME)),
            new Table("order_answer", Map.of("id", ID, "order_item_id", ID)),
            new Table("upstream_order", Map.of("id", ID, "order_item_id", ID)),
            new Table("order_step", Map.of("id", ID, "order_number", NAME)),
            new Table("order_message", Map.of("id", ID, "order_number", NAME)),
            new Table("order_approval", Map.of("id", ID, "order_number", NAME)),
            new Table("outage", Map.of("id", GENERATED, "source_key", NAME)),
            new Table("maintenance", Map.of("id", GENERATED, "source_key", NAME)),
            new Table("unknown_time", Map.of("id", GENERATED, "source_key", NAME)),
            new Table("exclusion", Map.of("id", GENERATED, "source_key", NAME)),
            new Table("ticket", Map.of("id", GENERATED, "source_key", NAME)),
            new Table("ticket_pause", Map.of("id", GENERATED, "ticket", NAME)),
            new Table("ticket_priority_change", Map.of("id", GENERATED, "ticket", NAME)),
            new Table("ticket_reopening", Map.of("id", GENERATED, "ticket", NAME)));

    private Growth() {}

    /** @param times 1 leaves it as it is */
    public static void grow(Database database, int times) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (Table table : TABLES) {
                statement.execute("create temporary table seed_" + table.name() + " as select * from " + table.name());
            }
            for (int copy = 1; copy < times; copy++) {
                for (Table table : TABLES) {
                    copy(statement, table, copy);
                }
            }
            for (Table table : TABLES) {
                statement.execute("analyze table " + table.name());
            }
        }
    }

    /**
     * Makes the catalogue and the list of orders so long, in one statement a table. A copy has its own number and names;
     * its order is for a copy of what the order was for.
     */
    public static void lists(Database database, int services, int orders) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            int offered = Math.max(1, services / count(statement, "service"));
            int ordered = Math.max(1, orders / count(statement, "service_order"));
            String its = "if(mod(c.seq, " + offered + ") = 0, %1$s, concat(%1$s, '-', mod(c.seq, " + offered + ")))";
            String id = "%1$s + c.seq * 1000000";
            String name = "concat(%1$s, '-', c.seq)";
            String called = "concat(%1$s, ' ', c.seq)";
            List<Table> catalogue = List.of(
                    new Table("service", Map.of("id", id, "code", name, "name_nb", called, "name_en", called)),
                    new Table("offering", Map.of("id", id, "code", name, "service", name, "name_nb", called)));
            List<Table> order = List.of(
                    new Table("service_order", Map.of("id", id, "number", name)),
                    new Table("order_item", Map.of("id", id, "order_number", name, "offering", its)),
                    new Table("upstream_order", Map.of("id", id, "order_item_id", id)));
            for (Table table : Stream.concat(catalogue.stream(), order.stream()).toList()) {
                int copies = (catalogue.contains(table) ? offered : ordered) - 1;
                if (copies == 0) {
                    continue;
                }
                statement.execute("create temporary table seed_" + table.name() + " as select * from " + table.name());
                Map<String, String> columns = new TreeMap<>();
                columns(statement, table)
                        .forEach((column, change) ->
                                columns.put(quoted(column), change.formatted("t." + quoted(column))));
                statement.execute("insert into " + table.name() + " (" + String.join(", ", columns.keySet())
                        + ") select " + String.join(", ", columns.values()) + " from seed_" + table.name()
                        + " t cross join seq_1_to_" + copies + " c order by c.seq, t.id");
                statement.execute("analyze table " + table.name());
            }
        }
    }

    private static int count(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Map<String, String> columns(Statement statement, Table table) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        try (ResultSet row = statement.executeQuery("select column_name from information_schema.columns"
                + " where table_schema = database() and is_generated = 'NEVER' and table_name = '" + table.name()
                + "'")) {
            while (row.next()) {
                String column = row.getString(1);
                columns.put(column, table.changes().getOrDefault(column, "%1$s"));
            }
        }
        return columns;
    }

    private static void copy(Statement statement, Table table, int copy) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        columns(statement, table)
                .forEach((column, change) -> columns.put(quoted(column), change.formatted(quoted(column), copy)));
        statement.execute("insert into " + table.name() + " (" + String.join(", ", columns.keySet()) + ") select "
                + String.join(", ", columns.values()) + " from seed_" + table.name());
    }

    private static String quoted(String column) {
        return "`" + column + "`";
    }
}
