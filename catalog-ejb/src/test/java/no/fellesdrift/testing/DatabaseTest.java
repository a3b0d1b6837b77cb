package no.fellesdrift.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseTest {
    @Test
    void the_migrations_leave_utf8_with_danish_order() throws Exception {
        try (Database database = Database.fresh();
                var connection = database.connect();
                var row = connection.createStatement().executeQuery("select @@collation_database")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("utf8mb4_danish_ci");
        }
    }
}
