package no.fellesdrift;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.fellesdrift.testing.Database;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sequencing.Sequence;
import org.junit.jupiter.api.Test;

/** What the migrations made is what EclipseLink maps, column by column, and keeps the rules of the house. */
class SchemaTest {

    private record Column(String type, boolean nullable, String key, int scale) {}

    @Test
    void every_mapped_column_exists_and_every_table_keeps_the_house_rules() throws Exception {
        try (Database database = Database.fresh();
                Connection connection = database.connect()) {
            Map<String, Map<String, Column>> tables = tables(connection);
            Map<String, Integer> sequences = sequences(connection);
            List<String> faults = new ArrayList<>();
            JpaHelper.getServerSession(database.factory())
                    .getDescriptors()
                    .values()
                    .forEach(descriptor -> {
                        for (DatabaseField field : descriptor.getFields()) {
                            String table = field.getTableName().toLowerCase(Locale.ROOT);
                            String column = field.getName().toLowerCase(Locale.ROOT);
                            if (!tables.getOrDefault(table, Map.of()).containsKey(column)) {
                                faults.add(descriptor.getAlias() + " maps " + table + "." + column
                                        + ", which does not exist");
                            }
                        }
                        if (!descriptor.isAggregateDescriptor() && descriptor.getOptimisticLockingPolicy() == null) {
                            faults.add(descriptor.getAlias() + " has no version column");
                        }
                        Sequence sequence = descriptor.getSequence();
                        if (sequence != null
                                && !Integer.valueOf(sequence.getPreallocationSize())
                                        .equals(sequences.get(sequence.getName().toLowerCase(Locale.ROOT)))) {
                            faults.add(descriptor.getAlias() + ": allocation size " + sequence.getPreallocationSize()
                                    + " is not the increment of " + sequence.getName());
                        }
                    });
            tables.forEach((table, columns) -> {
                if (table.startsWith("flyway_")) {
                    return;
                }
                if (columns.values().stream().noneMatch(column -> column.key().equals("PRI"))) {
                    faults.add(table + " has no primary key");
                }
                columns.forEach((name, column) -> {
                    if (List.of("float", "double", "timestamp", "datetime").contains(column.type())) {
                        faults.add(table + "." + name + " is a " + column.type());
                    }
                    if (name.endsWith("_at") && !column.type().equals("bigint")) {
                        faults.add(table + "." + name + " is an instant but not epoch milliseconds");
                    }
                });
            });
            assertThat(faults).isEmpty();
        }
    }

    private static Map<String, Map<String, Column>> tables(Connection connection) throws Exception {
        Map<String, Map<String, Column>> tables = new HashMap<>();
        try (var statement = connection.prepareStatement("""
                        select c.table_name, c.column_name, c.data_type, c.is_nullable, c.column_key, c.numeric_scale
                        from information_schema.columns c
                        join information_schema.tables t
                          on t.table_schema = c.table_schema and t.table_name = c.table_name
                        where c.table_schema = database() and t.table_type = 'BASE TABLE'
                        """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                tables.computeIfAbsent(row.getString(1).toLowerCase(Locale.ROOT), name -> new HashMap<>())
                        .put(
                                row.getString(2).toLowerCase(Locale.ROOT),
                                new Column(
                                        row.getString(3),
                                        row.getString(4).equals("YES"),
                                        row.getString(5),
                                        row.getInt(6)));
            }
        }
        return tables;
    }

    private static Map<String, Integer> sequences(Connection connection) throws Exception {
        List<String> names = new ArrayList<>();
        try (ResultSet row = connection.createStatement().executeQuery("""
                        select table_name from information_schema.tables
                        where table_schema = database() and table_type = 'SEQUENCE'
                        """)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        Map<String, Integer> increments = new HashMap<>();
        for (String name : names) {
            try (ResultSet row = connection.createStatement().executeQuery("select increment from `" + name + "`")) {
                row.next();
                increments.put(name.toLowerCase(Locale.ROOT), row.getInt(1));
            }
        }
        return increments;
    }
}
