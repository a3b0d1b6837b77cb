package no.fellesdrift.web.api;

import static no.fellesdrift.web.testing.Api.ok;
import static no.fellesdrift.web.testing.Api.paths;
import static no.fellesdrift.web.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import no.fellesdrift.web.testing.Api;
import no.fellesdrift.web.testing.RunningSystem;
import no.fellesdrift.web.testing.SignedIn;
import org.junit.jupiter.api.Test;

/** The habits of docs/api.md, seen from outside: who may ask, how often, in which version, and how a refusal is told. */
class HabitsIT {

    private static final String DRAFT =
            "{\"agreement\": \"AVT-2026-02\", \"lines\": [{\"offering\": \"IAM-FEIDE-STD\", \"quantity\": \"%s\"}]}";

    private final RunningSystem system = RunningSystem.get();
    private final Api orderer = Api.as("demo-customer-ra");
    private final Api orderDesk = Api.as("demo-orderdesk");
    private final Api catalogue = Api.as("demo-catalogue");
    private final Api administrator = Api.as("demo-admin");

    // ------------------------------------------------------------------------------------------------- who asks

    @Test
    void without_a_key_there_is_only_401() {
        HttpResponse<String> answer = system.get("api/v1/services", "Accept-Language", "en");
        assertThat(problem(answer, 401).getString("title")).isEqualTo("Not signed in");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        problem(Api.as("no-such-key").get("services"), 401);
        problem(system.get("api/v1/services", "Authorization", "Basic ZGVtbzpkZW1v"), 401);
        problem(system.get("api/v1/there-is-no-such-thing"), 401);
    }

    @Test
    void a_browsers_session_counts_for_pages_and_not_here() {
        SignedIn browser = SignedIn.as("ra-best");
        assertThat(browser.get("index.xhtml").statusCode()).isEqualTo(200);
        assertThat(browser.get("index.xhtml").body()).contains("Hanne Brattlid");
        problem(browser.get("api/v1/services"), 401);
        problem(browser.get("api/v1/orders"), 401);
    }

    @Test
    void a_key_opens_what_it_is_meant_for_and_nothing_once_it_is_revoked() {
        JsonObject made = ok(administrator.post(
                "keys",
                "{\"name\": \"portal\", \"person\": \"ra-best\", \"scopes\": [\"services\", \"orders:read\"]}"));
        String secret = made.getString("secret");
        int id = made.getJsonObject("key").getInt("id");
        assertThat(administrator.get("keys?size=1000").body())
                .contains("\"portal\"")
                .doesNotContain(secret);
        Api portal = Api.as(secret);
        portal.one("services?size=1");
        portal.one("orders?size=1");
        assertThat(problem(portal.get("charges?period=2026-10"), 403).getString("code"))
                .isEqualTo("api.reason.OUT_OF_SCOPE");
        problem(portal.post("orders", DRAFT.formatted("1")), 403);
        assertThat(administrator.post("keys/" + id + "/revoke", "").statusCode())
                .isEqualTo(204);
        problem(portal.get("services"), 401);
        problem(administrator.post("keys/" + id + "/revoke", ""), 409);
    }

    @Test
    void a_key_opens_nothing_once_its_time_is_over() {
        String now = ok(administrator.post("keys", "{\"name\": \"clock\", \"person\": \"ra-best\"}"))
                .getJsonObject("key")
                .getString("createdAt");
        Instant end = Instant.parse(now).plusSeconds(8);
        String secret = ok(administrator.post(
                        "keys", "{\"name\": \"short\", \"person\": \"ra-best\", \"expiresAt\": \"" + end + "\"}"))
                .getString("secret");
        Api brief = Api.as(secret);
        Instant giveUp = Instant.now().plusSeconds(60);
        while (brief.get("services?size=1").statusCode() == 200 && Instant.now().isBefore(giveUp)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        problem(brief.get("services?size=1"), 401);
        problem(
                administrator.post(
                        "keys", "{\"name\": \"x\", \"person\": \"ra-best\", \"expiresAt\": \"2020-01-01T00:00:00Z\"}"),
                422);
    }

    @Test
    void no_key_has_a_role_that_its_organisation_cannot_give() {
        problem(
                administrator.post(
                        "keys", "{\"name\": \"x\", \"organisation\": \"974760819\", \"roles\": [\"CONTROLLER\"]}"),
                422);
        problem(
                administrator.post(
                        "keys", "{\"name\": \"x\", \"organisation\": \"999601391\", \"roles\": [\"SYSTEM\"]}"),
                422);
        problem(orderer.get("keys"), 403);
        problem(orderer.get("audit"), 403);
        problem(Api.as("demo-slm").post("billing-periods/2026-10/compute", ""), 403);
    }

    // ------------------------------------------------------------------------------------------------- reading

    @Test
    void lists_are_paged_sorted_and_bounded() {
        JsonObject page = orderer.one("services?size=2&page=1&sort=-code");
        assertThat(page.keySet()).containsExactlyInAnyOrder("items", "page", "size", "total");
        assertThat(page.getInt("page")).isEqualTo(1);
        assertThat(page.getInt("size")).isEqualTo(2);
        assertThat(page.getInt("total")).isGreaterThan(20);
        assertThat(page.getJsonArray("items")).hasSize(2);
        assertThat(orderer.one("services?size=1000&page=5").getJsonArray("items"))
                .isEmpty();
        for (String bad :
                List.of("size=1001", "size=0", "size=x", "page=-1", "page=x", "page=99999999999", "sort=shoe-size")) {
            assertThat(paths(problem(orderer.get("services?" + bad), 422)))
                    .containsExactly(bad.substring(0, bad.indexOf('=')));
        }
    }

    @Test
    void a_parameter_that_cannot_be_read_is_named() {
        for (String bad : List.of(
                "charges?period=October",
                "charges?period=2026-13",
                "orders?organisation=123",
                "orders?state=FLYING",
                "orders?open=maybe",
                "offerings/WPL-PC-STD/price?on=31.12.2026",
                "offerings/WPL-PC-STD/price?quantity=many")) {
            String name = bad.substring(bad.indexOf('?') + 1, bad.indexOf('='));
            assertThat(paths(problem(orderer.get(bad), 422))).as(bad).containsExactly(name);
        }
        problem(orderer.get("offerings/WPL-PC-STD/price?quantity=0"), 422);
    }

    @Test
    void what_does_not_exist_is_404_in_every_room() {
        for (String unknown : List.of(
                "there-is-no-such-thing",
                "services/NO-SUCH",
                "offerings/NO-SUCH",
                "offerings/NO-SUCH/price",
                "prices/NO-SUCH/BASE/2026-01-01",
                "agreements/AVT-1999-01",
                "orders/B-1999-0001",
                "charges/NO-SUCH",
                "allocations/FK-1999-01-1",
                "service-levels/results/1999-01~X~Y~1",
                "service-levels/results/1999-01~X~Y~1/explanation",
                "exclusions/NO-SUCH")) {
            problem(Api.as("demo-finance").get(unknown), 404);
        }
        problem(orderDesk.post("orders/B-1999-0001/receive", "{}"), 404);
        problem(orderDesk.post("orders/B-2026-0001/fly", "{}"), 404);
        problem(Api.as("demo-finance").post("billing-periods/1999-01/compute", ""), 404);
        problem(administrator.post("keys/999999999/revoke", ""), 404);
    }

    // ------------------------------------------------------------------------------------------------- writing

    @Test
    void what_is_no_json_of_ours_is_refused_with_the_place_where_it_goes_wrong() {
        JsonObject cut = problem(orderer.post("orders", "{\"agreement\":", "Accept-Language", "en"), 400);
        assertThat(cut.getString("detail")).contains("line 1");
        problem(orderer.post("orders", ""), 400);
        problem(orderer.post("orders", "null"), 400);
        problem(orderer.post("orders", "[".repeat(100_000)), 400);
        problem(orderer.post("orders", "{\"lines\":".repeat(100_000)), 400);
        problem(orderer.post("calculations", "[".repeat(100_000)), 400);
        problem(orderer.post("orders", "{\"reference\": \"a\", \"reference\": \"b\"}"), 400);
        problem(orderer.send("POST", "orders", "<order/>", "Content-Type", "text/xml"), 415);
        problem(orderer.send("POST", "orders", "{}", "Content-Type", ""), 400);
        problem(orderer.send("POST", "orders", "{}", "Content-Type", "json"), 400);
        problem(orderer.send("DELETE", "services", (String) null), 405);
        problem(orderer.get("services", "Accept", "text/html"), 406);
        problem(orderer.post("orders", "{\"reference\": \"" + "x".repeat(30_000_000) + "\"}"), 413);
    }

    @Test
    void every_wrong_field_is_named_by_its_path_and_nothing_is_stored() {
        int before = orderer.one("orders?size=1").getInt("total");
        JsonObject wrong = problem(
                orderer.post(
                        "orders",
                        "{\"agreement\": \"AVT-2026-02\", \"refrence\": \"R-1\", \"lines\": [{\"kind\": \"LARGER\","
                                + " \"quantity\": \"many\", \"wantedDate\": \"31.10.2026\"}, 5]}",
                        "Accept-Language",
                        "nn"),
                422);
        assertThat(paths(wrong))
                .containsExactlyInAnyOrder(
                        "refrence", "lines[0].kind", "lines[0].quantity", "lines[0].wantedDate", "lines[1]");
        assertThat(paths(problem(orderer.post("orders", "{\"agreement\": \"AVT-2026-02\"}"), 422)))
                .containsExactly("lines");
        assertThat(paths(problem(
                        orderer.post(
                                "orders",
                                DRAFT.formatted("1")
                                        .replace("{\"agr", "{\"reference\": \"" + "x".repeat(201) + "\", \"agr")),
                        422)))
                .containsExactly("reference");
        assertThat(paths(problem(orderer.post("orders", """
                                {"agreement": "AVT-2026-02", "lines": [{"offering": "COL-VIDEO-ROM", "quantity": "1",
                                 "wantedDate": "2026-12-02", "answers": {"cost_center": "abc", "tech_contact": "Hanne",
                                 "wanted_date": "2026-12-01", "colour": "red"}}]}"""), 422)))
                .containsExactlyInAnyOrder(
                        "lines[0].answers.colour",
                        "lines[0].answers.cost_center",
                        "lines[0].answers.site",
                        "lines[0].wantedDate");
        for (String quantity : List.of("0", "-1", "1e40", "1e999999999")) {
            assertThat(paths(problem(orderer.post("orders", DRAFT.formatted(quantity)), 422)))
                    .containsExactly("lines[0].quantity");
        }
        assertThat(orderer.one("orders?size=1").getInt("total")).isEqualTo(before);
    }

    @Test
    void what_bean_validation_refuses_at_a_desk_is_the_callers_fault_and_not_ours() {
        assertThat(paths(problem(administrator.post("keys", "{}"), 422))).containsExactly("name");
        assertThat(paths(problem(Api.as("demo-slm").post("exclusions", "{}"), 422)))
                .containsExactly("from", "reason", "service", "to");
        assertThat(paths(problem(catalogue.post("prices", "{}"), 422))).contains("component", "offering", "validFrom");
        assertThat(paths(problem(catalogue.post("services/WPL-PC/lifecycle", "{}"), 422)))
                .containsExactly("lifecycle");
        assertThat(paths(problem(Api.as("demo-finance").post("allocations", "{}"), 422)))
                .containsExactly("period");
        String open = ok(orderer.post("orders", DRAFT.formatted("1"))).getString("number");
        assertThat(paths(problem(
                        orderer.post("orders/" + open + "/cancel", "{\"note\": \"" + "x".repeat(5_000) + "\"}"), 422)))
                .containsExactly("note");
    }

    @Test
    void a_wrong_state_is_told_and_changes_nothing() {
        String number = ok(orderer.post("orders", DRAFT.formatted("1"))).getString("number");
        JsonObject refused = problem(orderDesk.post("orders/" + number + "/deliver", "{}"), 409);
        assertThat(refused.getString("code")).isEqualTo("order.reason.WRONG_STATE");
        assertThat(refused.getString("detail")).contains(number);
        assertThat(orderer.one("orders/" + number).getString("state")).isEqualTo("DRAFT");
        problem(Api.as("demo-finance").post("billing-periods/2026-09/compute", ""), 409);
        problem(Api.as("demo-finance").post("allocations", "{\"period\": \"2026-09\"}"), 409);
        problem(catalogue.post("services/WPL-PC/lifecycle", "{\"lifecycle\": \"PROPOSED\"}"), 409);
        problem(
                catalogue.post(
                        "prices",
                        "{\"offering\": \"COL-VIDEO-STD\", \"component\": \"BASE\", \"unitPrice\": \"41.00\","
                                + " \"validFrom\": \"2026-01-01\"}"),
                409);
    }

    @Test
    void one_thing_is_changed_only_in_the_version_that_was_read() {
        HttpResponse<String> read = catalogue.get("services/WPL-PRT");
        String tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(catalogue.get("services/WPL-PRT", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        String text = """
                {"nameNb": "Utskrift", "nameNn": "Utskrift", "nameEn": "Printing", "summaryNb": "Skriv ut.",
                 "summaryNn": "Skriv ut.", "summaryEn": "Print.", "descriptionNb": "Sikker utskrift på kontoret.",
                 "descriptionNn": "Sikker utskrift på kontoret.", "descriptionEn": "Secure printing at the office."}""";
        String[] json = {"Content-Type", "application/json"};
        problem(catalogue.send("PUT", "services/WPL-PRT", text, json), 428);
        String[] stale = {"Content-Type", "application/json", "If-Match", "\"999\""};
        problem(catalogue.send("PUT", "services/WPL-PRT", text, stale), 412);
        String[] fresh = {"Content-Type", "application/json", "If-Match", tag};
        ok(catalogue.send("PUT", "services/WPL-PRT", text, fresh));
        problem(catalogue.send("PUT", "services/WPL-PRT", text, fresh), 412);
        problem(orderer.send("PUT", "services/WPL-PRT", text, fresh), 403);

        String order = ok(orderer.post("orders", DRAFT.formatted("1"))).getString("number");
        problem(orderer.post("orders/" + order + "/submit", "{}", "If-Match", "\"999\""), 412);
        assertThat(orderer.one("orders/" + order).getString("state")).isEqualTo("DRAFT");
    }

    @Test
    void the_same_request_is_carried_out_once_and_its_key_stands_for_no_other() {
        String key = "habits-1";
        int before = orderer.one("orders?size=1").getInt("total");
        HttpResponse<String> created = orderer.post("orders", DRAFT.formatted("3"), "Idempotency-Key", key);
        String number = ok(created).getString("number");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location").orElse("")).endsWith("/api/v1/orders/" + number);
        HttpResponse<String> again = orderer.post("orders", DRAFT.formatted("3"), "Idempotency-Key", key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(created.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(created.headers().firstValue("Location"));
        problem(orderer.post("orders", DRAFT.formatted("4"), "Idempotency-Key", key), 422);
        assertThat(orderer.one("orders?size=1").getInt("total")).isEqualTo(before + 1);

        HttpResponse<String> refused = orderer.post("orders", DRAFT.formatted("0"), "Idempotency-Key", "habits-2");
        problem(refused, 422);
        ok(orderer.post("orders", DRAFT.formatted("2"), "Idempotency-Key", "habits-2"));
        problem(orderer.post("orders", DRAFT.formatted("2"), "Idempotency-Key", "x".repeat(201)), 422);
    }
}
