package no.fellesdrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import no.fellesdrift.testing.Database;
import org.junit.jupiter.api.Test;

class DemoDataTest {

    @Test
    void the_first_demo_start_imports_and_marks_and_the_second_leaves_all_as_it_is() throws SQLException {
        try (Database database = Database.fresh();
                Connection connection = database.connect()) {
            DemoData demo = new DemoData(connection);

            assertThat(demo.prepare(true))
                    .hasValueSatisfying(
                            report -> assertThat(report.rows("services.csv")).isEqualTo(33));
            assertThat(demo.marker())
                    .hasValueSatisfying(marker -> assertThat(marker).matches("[0-9a-f]{64}"));
            assertThat(demo.prepare(true)).isEmpty();
        }
    }

    @Test
    void a_database_with_demo_data_does_not_open_without_demo_mode() throws SQLException {
        try (Database database = Database.fresh();
                Connection connection = database.connect()) {
            DemoData demo = new DemoData(connection);
            demo.prepare(true);

            assertThatIllegalStateException()
                    .isThrownBy(() -> demo.prepare(false))
                    .withMessageContaining("holds demo data");
        }
    }

    @Test
    void demo_mode_does_not_open_a_database_with_other_data() throws SQLException {
        try (Database database = Database.fresh();
                Connection connection = database.connect()) {
            connection
                    .createStatement()
                    .executeUpdate("INSERT INTO organisation (id, orgnr, short_name, name, role)"
                            + " VALUES (1, '999601391', 'MDIR', 'Miljødirektoratet', 'PROVIDER')");
            DemoData demo = new DemoData(connection);

            assertThat(demo.prepare(false)).isEmpty();
            assertThatIllegalStateException()
                    .isThrownBy(() -> demo.prepare(true))
                    .withMessageContaining("not the demo's");
        }
    }

    @Test
    void the_clock_cannot_start_before_the_last_audit_entry() throws SQLException {
        try (Database database = Database.fresh();
                Connection connection = database.connect()) {
            DemoData demo = new DemoData(connection);
            Instant last = Instant.parse("2026-11-05T05:00:00Z");
            demo.clockMustNotGoBack(last.minusSeconds(1));
            connection
                    .createStatement()
                    .executeUpdate("INSERT INTO audit_entry (id, at, caller, caller_name, what, subject_type, subject)"
                            + " VALUES (1, " + last.toEpochMilli() + ", 'p', 'P', 'order.submit', 'Order', 'B-1')");

            demo.clockMustNotGoBack(last);
            assertThatIllegalStateException()
                    .isThrownBy(() -> demo.clockMustNotGoBack(last.minusMillis(1)))
                    .withMessageContaining("2026-11-05T05:00:00Z");
        }
    }
}
