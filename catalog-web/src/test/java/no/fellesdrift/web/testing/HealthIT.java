package no.fellesdrift.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthIT {

    private final RunningSystem system = RunningSystem.get();

    @Test
    void it_lives_and_is_ready_when_the_database_answers() {
        assertThat(system.get("health/live").body()).contains("\"status\":\"UP\"");
        assertThat(system.get("health/ready").body()).contains("{\"name\":\"database\",\"status\":\"UP\",\"data\":{}}");
    }

    @Test
    void it_tells_its_metrics() {
        assertThat(system.get("metrics").body()).contains("memory_usedHeap_bytes");
    }

    @Test
    void every_answer_carries_the_id_of_its_request() {
        assertThat(system.get("accessibility.xhtml").headers().firstValue("X-Correlation-Id"))
                .isPresent();
        assertThat(system.get("accessibility.xhtml", "X-Correlation-Id", "kall-4711")
                        .headers()
                        .firstValue("X-Correlation-Id"))
                .hasValue("kall-4711");
    }

    @Test
    void a_request_that_is_turned_away_has_an_id_and_a_line_in_the_log() throws IOException {
        assertThat(system.get("api/v1/services", "X-Correlation-Id", "uten-nokkel")
                        .headers()
                        .firstValue("X-Correlation-Id"))
                .hasValue("uten-nokkel");
        assertThat(Files.readString(system.log())).contains("GET /api/v1/services - - 401 ");

        system.getAs("demo-observer", "api/v1/services", "X-Correlation-Id", "med-nokkel");
        assertThat(Files.readAllLines(system.log()))
                .anyMatch(line -> line.contains("GET /api/v1/services k-obs") && line.endsWith("med-nokkel"));
    }

    @Test
    void the_worked_month_of_the_demo_is_computed_when_it_first_starts() throws SQLException {
        for (String table : List.of("sla_result", "charge", "allocation_run")) {
            try (Connection connection = system.database().connect();
                    ResultSet row = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
                row.next();
                assertThat(row.getInt(1)).as(table).isPositive();
            }
        }
    }
}
