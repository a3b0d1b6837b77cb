package no.fellesdrift.web.job;

import static no.fellesdrift.web.testing.Api.json;
import static no.fellesdrift.web.testing.Api.ok;
import static no.fellesdrift.web.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import no.fellesdrift.web.testing.Api;
import org.junit.jupiter.api.Test;

/** Long work by the API: started, followed to its end, hidden from others. */
class JobsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api controller = Api.as("demo-finance");
    private final Api manager = Api.as("demo-slm");
    private final Api administrator = Api.as("demo-admin");

    @Test
    void a_month_is_computed_in_the_background_in_the_name_of_who_asked() throws Exception {
        HttpResponse<String> answer = controller.post("jobs", "{\"kind\": \"CHARGES\", \"period\": \"2026-10\"}");
        JsonObject started = ok(answer);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/api/v1/jobs/" + started.getInt("id"));
        assertThat(started.getString("state")).isEqualTo("WAITING");
        assertThat(started.getString("title")).isEqualTo("Avregning for oktober 2026");

        JsonObject done = ended(controller, started.getInt("id"));
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getInt("done")).isPositive().isEqualTo(done.getInt("total"));
        assertThat(done.getString("progress")).endsWith("avtalelinjer");
        assertThat(done.getString("outcome").replace('\u00a0', ' '))
                .contains("avregninger, til sammen ")
                .endsWith(" kr.");
        assertThat(done.getString("startedBy")).isEqualTo("p-kontr");

        JsonObject computed =
                administrator.all("audit?what=charge.compute&subject=2026-10").get(0);
        assertThat(computed.getString("caller")).isEqualTo("p-kontr");
        assertThat(administrator.all("audit?type=Job&subject=" + started.getInt("id")))
                .extracting(entry -> entry.getString("what"))
                .containsExactly("job.done", "job.start");
    }

    @Test
    void the_outcome_is_told_in_the_callers_language() throws Exception {
        int id = ok(manager.post("jobs", "{\"kind\": \"LEVELS\", \"period\": \"2026-09\"}"))
                .getInt("id");
        ended(manager, id);
        assertThat(json(manager.get("jobs/" + id, "Accept-Language", "en")).getString("outcome"))
                .endsWith("have a new result.");
        assertThat(json(manager.get("jobs/" + id, "Accept-Language", "nn")).getString("title"))
                .isEqualTo("Tenestenivå for september 2026");
    }

    @Test
    void a_month_is_shared_and_the_outcome_names_the_run() throws Exception {
        int id = ok(controller.post("jobs", "{\"kind\": \"ALLOCATION\", \"period\": \"2026-10\"}"))
                .getInt("id");
        JsonObject done = ended(controller, id);
        assertThat(done.getString("outcome").replace('\u00a0', ' '))
                .matches("FK-2026-10-\\d+: 3 457 095,56 kr inn og ut\\.");
    }

    @Test
    void what_cannot_be_done_or_is_not_ones_own_to_do_is_refused_at_once() {
        assertThat(problem(controller.post("jobs", "{\"kind\": \"CHARGES\", \"period\": \"2026-09\"}"), 409)
                        .getString("code"))
                .isEqualTo("charge.reason.PERIOD_CLOSED");
        assertThat(problem(manager.post("jobs", "{\"kind\": \"LEVELS\", \"period\": \"2031-01\"}"), 409)
                        .getString("code"))
                .isEqualTo("sla.reason.PERIOD_NOT_BEGUN");
        problem(manager.post("jobs", "{\"kind\": \"CHARGES\", \"period\": \"2026-10\"}"), 403);
        problem(controller.post("jobs", "{\"kind\": \"IMPORT\", \"period\": \"2026-10\"}"), 422);
        problem(controller.post("jobs", "{\"kind\": \"CHARGES\"}"), 422);
    }

    @Test
    void another_ones_job_is_not_found_and_an_administrator_finds_all() throws Exception {
        int id = ok(manager.post("jobs", "{\"kind\": \"LEVELS\", \"period\": \"2026-08\"}"))
                .getInt("id");
        ended(manager, id);
        for (String key : List.of("demo-finance", "demo-customer-np", "demo-observer", "demo-orderdesk")) {
            problem(Api.as(key).get("jobs/" + id), 404);
            problem(Api.as(key).post("jobs/" + id + "/again", "{}"), 404);
            assertThat(Api.as(key).all("jobs"))
                    .extracting(job -> job.getInt("id"))
                    .doesNotContain(id);
        }
        assertThat(administrator.all("jobs"))
                .extracting(job -> job.getInt("id"))
                .contains(id);
        assertThat(problem(manager.post("jobs/" + id + "/again", "{}"), 409).getString("code"))
                .isEqualTo("job.reason.NOT_REPEATABLE");
    }

    private static JsonObject ended(Api api, int id) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonObject job = api.one("jobs/" + id);
        while (List.of("WAITING", "RUNNING").contains(job.getString("state"))) {
            assertThat(System.nanoTime()).as("%s goes on and on", job).isLessThan(deadline);
            Thread.sleep(100);
            job = api.one("jobs/" + id);
        }
        return job;
    }
}
