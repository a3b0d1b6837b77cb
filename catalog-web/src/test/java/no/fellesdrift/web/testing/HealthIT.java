package no.fellesdrift.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

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
}
