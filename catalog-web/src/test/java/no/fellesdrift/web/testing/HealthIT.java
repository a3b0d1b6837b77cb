package no.fellesdrift.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
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
        eventuallyLogged(line -> line.contains("GET /api/v1/services - - 401 "));

        system.getAs("demo-observer", "api/v1/services", "X-Correlation-Id", "med-nokkel");
        eventuallyLogged(line -> line.contains("GET /api/v1/services k-obs") && line.endsWith("med-nokkel"));
    }

    /** The server writes its log behind the answer, so the line may come a moment later. */
    private void eventuallyLogged(Predicate<String> wanted) throws IOException {
        Instant end = Instant.now().plusSeconds(20);
        while (Files.readAllLines(system.log()).stream().noneMatch(wanted)
                && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(Files.readAllLines(system.log())).anyMatch(wanted);
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
