package no.fellesdrift.sla.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.source.Samples.Kind;
import no.fellesdrift.sla.source.Samples.Stretch;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Prometheus that is asked: its answers, its gaps, its failures. */
class PrometheusTest {

    private static final Database DATABASE = DemoData.fresh();
    private static final String CREATED = "2026-11-05T05:00:00Z";
    private static final long T0 = Instant.parse(CREATED).getEpochSecond();
    private static final String LABELS = "{\"__name__\": \"probe_success\", \"service\": \"NET-LAN\"}";

    private HttpServer server;
    private final List<String> asked = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private String answer = "";
    private int status = 200;

    @BeforeEach
    void a_prometheus_and_a_source_that_asks_it() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            if (status == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        DATABASE.transaction(em -> {
            for (String table : List.of(
                    "monitoring_delivery",
                    "monitoring_source_field",
                    "monitoring_source_service",
                    "monitoring_source")) {
                em.createNativeQuery("delete from " + table).executeUpdate();
            }
            em.createNativeQuery("delete from outage where source = 'ask'").executeUpdate();
            em.createNativeQuery("delete from unknown_time where source = 'ask'")
                    .executeUpdate();
        });
        DATABASE.transaction(em -> SourceDesks.wiring(em, Callers.ADMINISTRATOR, CREATED)
                .get(SourceDesk.class)
                .add(new SourceDraft(
                        "ask",
                        "Prometheus",
                        SourceKind.PROMETHEUS,
                        600,
                        true,
                        Set.of("NET-LAN"),
                        "http://localhost:" + server.getAddress().getPort() + "/",
                        "probe_success",
                        60)));
    }

    @AfterEach
    void nobody_answers_any_more() {
        server.stop(0);
    }

    private <T> T at(String now, Map<String, String> settings, Function<PullDesk, T> work) {
        return DATABASE.inTransaction(em ->
                work.apply(SourceDesks.wiring(em, Caller.SYSTEM, now, settings).get(PullDesk.class)));
    }

    /** One turn of the timer. Gives back why there was no answer; empty when there was. */
    private String turn(String now) {
        return turn(now, Map.of("fellesdrift.sources.internal-hosts", "localhost"));
    }

    private String turn(String now, Map<String, String> settings) {
        PullDesk.Question question = at(now, settings, PullDesk::next).orElseThrow();
        return at(now, settings, desk -> {
            try {
                desk.answered(question, desk.ask(question));
                return "";
            } catch (PullDesk.Unanswered e) {
                desk.failed(question, e.getMessage());
                return e.getMessage();
            }
        });
    }

    /** From T0 on, a sample a minute: 1, 0, or - for none. */
    private static String matrix(long from, String samples) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < samples.length(); i++) {
            if (samples.charAt(i) != '-') {
                values.add("[" + (from + 60L * i) + ", \"" + samples.charAt(i) + "\"]");
            }
        }
        return "{\"status\": \"success\", \"data\": {\"resultType\": \"matrix\", \"result\": [{\"metric\": " + LABELS
                + ", \"values\": [" + String.join(", ", values) + "]}]}}";
    }

    private static List<String> facts(String sql) {
        return DATABASE.inTransaction(
                em -> Rows.list(em.unwrap(java.sql.Connection.class), sql, List.of(), row -> row.getString(1)));
    }

    /** Minutes from T0. */
    private static List<String> outages() {
        return facts("select concat((started_at div 1000 - " + T0 + ") div 60, '-', coalesce((ended_at div 1000 - " + T0
                + ") div 60, '..')) from outage where superseded = false and source = 'ask' order by started_at");
    }

    private static List<String> gaps() {
        return facts("select concat((from_at div 1000 - " + T0 + ") div 60, '-', coalesce((to_at div 1000 - " + T0
                + ") div 60, '..')) from unknown_time where superseded = false and source = 'ask' order by from_at");
    }

    @Test
    void zeroes_are_an_outage_over_as_many_answers_as_it_lasts() {
        answer = matrix(T0, "11001110");
        assertThat(turn("2026-11-05T05:08:30Z")).isEmpty();
        assertThat(asked.get(0))
                .isEqualTo("/api/v1/query_range?query=probe_success&start=" + T0 + "&end=" + (T0 + 420) + "&step=60");
        assertThat(outages()).containsExactly("2-4", "7-..");
        answer = matrix(T0 + 480, "00");
        turn("2026-11-05T05:10:30Z");
        assertThat(outages()).containsExactly("2-4", "7-..");
        answer = matrix(T0 + 600, "01");
        turn("2026-11-05T05:12:30Z");
        assertThat(outages()).containsExactly("2-4", "7-11");
        assertThat(gaps()).isEmpty();
    }

    @Test
    void missing_samples_are_unknown_and_end_an_outage() {
        answer = matrix(T0, "1-00--11");
        turn("2026-11-05T05:08:30Z");
        assertThat(outages()).containsExactly("2-4");
        assertThat(gaps()).containsExactly("1-2", "4-6");
    }

    @Test
    void an_answer_without_any_series_says_that_nobody_measured() {
        answer = "{\"status\": \"success\", \"data\": {\"resultType\": \"matrix\", \"result\": []}}";
        turn("2026-11-05T05:08:30Z");
        assertThat(gaps()).containsExactly("0-8");
    }

    @Test
    void the_same_answer_twice_changes_nothing() {
        answer = matrix(T0, "0011-0");
        turn("2026-11-05T05:06:30Z");
        DATABASE.transaction(em -> em.createNativeQuery(
                        "update monitoring_source set pulled_until_at = " + T0 * 1000 + ", pull_due_at = 0")
                .executeUpdate());
        turn("2026-11-05T05:06:30Z");
        assertThat(outages()).containsExactly("0-2", "5-..");
        assertThat(gaps()).containsExactly("4-5");
        assertThat(facts("select fact_version from outage where source = 'ask'"))
                .containsOnly("1");
    }

    @Test
    void it_is_asked_on_from_where_it_answered_and_after_growing_pauses_when_it_does_not() {
        status = 503;
        answer = "the storage is not ready";
        assertThat(turn("2026-11-05T05:05:00Z")).isEqualTo("HTTP 503: the storage is not ready");
        assertThat(at("2026-11-05T05:05:59Z", Map.of(), PullDesk::next)).isEmpty();
        turn("2026-11-05T05:06:00Z");
        assertThat(at("2026-11-05T05:07:59Z", Map.of(), PullDesk::next)).isEmpty();
        SourceView source = DATABASE.inTransaction(
                em -> SourceDesks.wiring(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-05T05:07:00Z")
                        .get(SourceDesk.class)
                        .one("ask"));
        assertThat(source.pullFailures()).isEqualTo(2);
        assertThat(source.pullProblem()).isEqualTo("HTTP 503: the storage is not ready");
        assertThat(source.pulledUntil()).isEqualTo(Instant.parse(CREATED));
        status = 200;
        answer = matrix(T0, "1111111");
        turn("2026-11-05T05:08:00Z");
        assertThat(asked.get(2)).contains("start=" + T0 + "&");
        assertThat(DATABASE.<SourceView>inTransaction(
                                em -> SourceDesks.wiring(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-05T05:08:10Z")
                                        .get(SourceDesk.class)
                                        .one("ask"))
                        .pullFailures())
                .isZero();
    }

    @Test
    void an_address_inside_the_network_is_asked_only_when_its_host_is_named() throws Exception {
        assertThat(turn("2026-11-05T05:05:00Z", Map.of())).startsWith("localhost is an address inside the network.");
        assertThat(asked).isEmpty();
        Map<String, Boolean> internal = Map.of(
                "127.0.0.1",
                true,
                "10.1.2.3",
                true,
                "169.254.169.254",
                true,
                "::1",
                true,
                "fd00::1",
                true,
                "100.64.0.1",
                true,
                "0.0.0.0",
                true,
                "192.0.2.10",
                false,
                "2001:db8::1",
                false);
        Map<String, Boolean> judged = internal.keySet().stream().collect(Collectors.toMap(one -> one, one -> {
            try {
                return Asker.isInternal(InetAddress.getByName(one));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertThat(judged).isEqualTo(internal);
    }

    @Test
    void no_redirect_is_followed() {
        status = 302;
        assertThat(turn("2026-11-05T05:05:00Z")).startsWith("HTTP 302");
        assertThat(asked).hasSize(1);
    }

    @Test
    void its_token_comes_from_the_settings() {
        answer = matrix(T0, "11111");
        turn(
                "2026-11-05T05:05:30Z",
                Map.of("fellesdrift.sources.internal-hosts", "localhost", "fellesdrift.sources.token.ask", "hush"));
        assertThat(tokens).containsExactly("Bearer hush");
    }

    @Test
    void of_its_silence_nothing_is_left_when_it_tells_what_happened_meanwhile() {
        status = 500;
        turn("2026-11-05T05:05:00Z");
        DATABASE.transaction(em -> SourceDesks.wiring(em, Caller.SYSTEM, "2026-11-05T05:15:00Z")
                .get(DeliveryDesk.class)
                .watch());
        assertThat(gaps()).containsExactly("10-..");
        status = 200;
        answer = matrix(T0, "11111111111111111111");
        turn("2026-11-05T05:20:30Z");
        assertThat(facts("select (to_at - from_at) div 1000 from unknown_time where superseded = false"
                        + " and source = 'ask'"))
                .containsExactly("0");
    }

    @Test
    void what_it_cannot_tell_after_a_silence_stays_unknown() {
        status = 500;
        turn("2026-11-05T05:05:00Z");
        DATABASE.transaction(em -> SourceDesks.wiring(em, Caller.SYSTEM, "2026-11-05T05:15:00Z")
                .get(DeliveryDesk.class)
                .watch());
        status = 200;
        answer = matrix(T0, "1111--------11111111");
        turn("2026-11-05T05:20:30Z");
        assertThat(gaps()).containsExactly("4-12", "10-10");
    }

    @Test
    void samples_become_stretches_without_hole_or_overlap() {
        Samples.Series series =
                Samples.read(matrix(T0, "10-1"), T0, T0 + 240, 60).get(0);
        assertThat(series.name()).isEqualTo("__name__=probe_success,service=NET-LAN");
        assertThat(series.stretches())
                .containsExactly(
                        new Stretch(Kind.UP, T0, T0 + 60),
                        new Stretch(Kind.DOWN, T0 + 60, T0 + 120),
                        new Stretch(Kind.GAP, T0 + 120, T0 + 180),
                        new Stretch(Kind.UP, T0 + 180, T0 + 240));
    }

    @Test
    void what_is_no_answer_says_why() {
        for (Map.Entry<String, String> one : Map.of(
                        "<html>", "The answer is no JSON object.",
                        "{\"status\": \"error\", \"errorType\": \"bad_data\", \"error\": \"parse error\"}",
                                "bad_data: parse error",
                        "{\"status\": \"success\", \"data\": {\"resultType\": \"vector\", \"result\": []}}",
                                "The answer is no matrix but vector.",
                        "{\"status\": \"success\"}", "The answer has not the shape of a range query.")
                .entrySet()) {
            assertThatThrownBy(() -> Samples.read(one.getKey(), T0, T0 + 60, 60))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(one.getValue());
        }
        assertThat(Optional.of(Samples.read(
                                "{\"status\": \"success\", \"data\": {\"resultType\": \"matrix\", \"result\": [{\"metric\": {},"
                                        + " \"values\": [[" + T0 + ".781, \"NaN\"]]}]}}",
                                T0,
                                T0 + 60,
                                60)
                        .get(0)
                        .stretches()))
                .contains(List.of(new Stretch(Kind.GAP, T0, T0 + 60)));
    }
}
