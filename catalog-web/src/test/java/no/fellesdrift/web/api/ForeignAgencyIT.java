package no.fellesdrift.web.api;

import static no.fellesdrift.web.testing.Api.ok;
import static no.fellesdrift.web.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.fellesdrift.web.testing.Api;
import no.fellesdrift.web.testing.RunningSystem;
import org.junit.jupiter.api.Test;

/**
 * Another agency's object is not found, whoever of an agency asks and whatever is done with it: every address with an id
 * that {@code /openapi} names is walked, so one that comes new and is not told here fails.
 */
class ForeignAgencyIT {

    /** What everybody who is signed in may see; runs of the allocation are cut down to the reader's own shares. */
    private static final Set<String> EVERYBODYS = Set.of(
            "services/{code}",
            "services/{code}/lifecycle",
            "offerings/{code}",
            "offerings/{code}/price",
            "prices/{id}",
            "billing-periods/{period}/compute",
            "billing-periods/{period}/close",
            "allocations/{number}",
            "allocations/{number}/pools/{pool}/ledger",
            "service-levels/evaluations/{period}",
            "service-calendars/{code}",
            "service-calendars/{code}/versions",
            "service-calendars/{code}/versions/{version}",
            "service-level-packages/{code}",
            "credit-schemes/{code}",
            "credit-schemes/{code}/versions",
            "credit-schemes/{code}/versions/{version}",
            "credit-schemes/{code}/attachments",
            "service-levels/choices/{measure}",
            "service-levels/{level}",
            "service-levels/{level}/versions",
            "service-levels/{level}/versions/{version}",
            "keys/{id}/revoke");

    /** What no agency has a role for, whoever's it is. */
    private static final Set<String> THE_PROVIDERS = Set.of("claims", "sources", "report-terms");

    private final Api administrator = Api.as("demo-admin");
    private final Api own = Api.as("demo-customer-ra");

    private static Map<String, String> objects;

    /** Objects of Riksantikvaren, by the address that names them; some are made for this, once. */
    private Map<String, String> objects() {
        if (objects == null) {
            objects = make();
        }
        return objects;
    }

    private Map<String, String> make() {
        String order = ok(own.post(
                        "orders",
                        "{\"agreement\": \"AVT-2026-02\", \"lines\": [{\"offering\": \"IAM-FEIDE-STD\", \"quantity\": \"1\"}]}"))
                .getString("number");
        String charge = own("demo-finance-ra", "charges?period=2026-10&size=1", "number");
        String result = own("demo-customer-ra", "service-levels/results?period=2026-10&size=1", "id");
        String exclusion = own("demo-customer-ra", "exclusions?size=1", "exclusion");
        Map<String, String> objects = new LinkedHashMap<>();
        objects.put("agreements/{number}", "agreements/AVT-2026-02");
        objects.put("orders/{number}", "orders/" + order);
        objects.put("orders/{number}/lines/{position}/files/{question}", "orders/" + order + "/lines/1/files/dpia");
        objects.put("charges/{number}", "charges/" + charge);
        objects.put("service-levels/results/{id}", "service-levels/results/" + result);
        objects.put("service-levels/results/{id}/explanation", "service-levels/results/" + result + "/explanation");
        int substitute = ok(Api.as("demo-approver-ra")
                        .post(
                                "orders/substitutes",
                                "{\"substitute\": \"ra-ok\", \"validFrom\": \"2031-07-01\", \"validTo\": \"2031-07-08\"}"))
                .getInt("id");
        objects.put("orders/substitutes/{id}/end", "orders/substitutes/" + substitute + "/end");
        objects.put("orders/{number}/budgets", "orders/" + order + "/budgets");
        String credit = "credits/" + own("demo-finance-ra", "credits?period=2026-09&size=1", "id");
        objects.put("credits/{id}", credit);
        for (String step : List.of("propose", "approve", "reject")) {
            objects.put("credits/{id}/" + step, credit + "/" + step);
        }
        objects.put("charges/years/{year}", "charges/years/2026?organisation=974760819");
        objects.put("orders/lead-times/{year}", "orders/lead-times/2026?organisation=974760819");
        objects.put("service-levels/lines/{line}/availability", "service-levels/lines/RA-110/availability");
        String breach = "breaches/" + own("demo-customer-ra", "breaches?size=1", "number");
        objects.put("breaches/{number}", breach);
        for (String step : List.of(
                "actions", "actions/{position}/done", "agree", "analyse", "close", "comment", "finish", "hand-over")) {
            objects.put("breaches/{number}/" + step, breach + "/" + step.replace("{position}", "1"));
        }
        objects.put("credits/{id}/adjustments", credit + "/adjustments");
        for (String step : List.of("propose", "approve", "reject")) {
            objects.put("credits/{id}/adjustments/" + step, credit + "/adjustments/" + step);
        }
        objects.put("service-levels/lines/{line}/packages", "service-levels/lines/RA-110/packages");
        String window = "maintenance/" + window();
        objects.put("maintenance/{maintenance}", window);
        for (String step : List.of("approve", "cancel", "move", "notices", "record")) {
            objects.put("maintenance/{maintenance}/" + step, window + "/" + step);
        }
        String report = "service-reports/" + report();
        objects.put("service-reports/{number}", report);
        for (String part : List.of("content", "fingerprint", "pdf")) {
            objects.put("service-reports/{number}/" + part, report + "/" + part);
        }
        objects.put("service-reports/{number}/{action} acknowledge", report + "/acknowledge");
        int job = job();
        objects.put("jobs/{id}", "jobs/" + job);
        objects.put("jobs/{id}/again", "jobs/" + job + "/again");
        objects.put("forecasts/{year}", "forecasts/2026?organisation=974760819");
        objects.put("exclusions/{exclusion}", "exclusions/" + exclusion);
        objects.put("exclusions/{exclusion}/approve", "exclusions/" + exclusion + "/approve");
        for (String action : List.of(
                "submit",
                "approve",
                "decline",
                "receive",
                "ask",
                "answer",
                "route",
                "place-upstream",
                "confirm-upstream",
                "promise",
                "report-upstream",
                "reject-upstream",
                "deliver",
                "accept",
                "cancel",
                "request-cancel",
                "grant-cancel",
                "refuse-cancel")) {
            objects.put("orders/{number}/{action} " + action, "orders/" + order + "/" + action);
        }
        return objects;
    }

    /** Announced for Riksantikvaren alone. */
    private static String window() {
        return ok(Api.as("demo-slm").post("maintenance", """
                        {"service": "COL-MAIL", "agency": "974760819", "from": "2031-03-01T01:00:00Z",
                         "to": "2031-03-01T02:00:00Z", "interrupts": true, "performedBy": "PROVIDER",
                         "text": "Bytte av disk"}
                        """)).getString("maintenance");
    }

    /** A draft, which an agency does not know of; its own neither. */
    private static String report() {
        return ok(Api.as("demo-slm")
                        .post("service-reports", "{\"period\": \"2026-09\", \"organisation\": \"974760819\"}"))
                .getString("number");
    }

    /** Of the service-level manager; it may be there from before. */
    private static int job() {
        Api manager = Api.as("demo-slm");
        HttpResponse<String> answer = manager.post("jobs", "{\"kind\": \"LEVELS\", \"period\": \"2026-10\"}");
        return answer.statusCode() == 409
                ? manager.all("jobs?kind=LEVELS").get(0).getInt("id")
                : ok(answer).getInt("id");
    }

    private static String own(String key, String list, String id) {
        return Api.as(key).one(list).getJsonArray("items").getJsonObject(0).getString(id);
    }

    /** Everybody whom Norsk Polarinstitutt has a role for. */
    private List<Api> foreigners() {
        List<Api> foreigners = new ArrayList<>();
        for (String person : List.of("np-best", "np-godk", "np-ok", "np-sik", "np-best2")) {
            foreigners.add(
                    Api.as(ok(administrator.post("keys", "{\"name\": \"foreign\", \"person\": \"" + person + "\"}"))
                            .getString("secret")));
        }
        return foreigners;
    }

    @Test
    void another_agencys_object_is_not_found_by_anybody_at_any_address() {
        JsonObject described = Api.json(RunningSystem.get().get("openapi", "Accept", "application/json"));
        Map<String, String> objects = objects();
        List<Api> foreigners = foreigners();
        List<String> untold = new ArrayList<>();
        described.getJsonObject("paths").forEach((full, operations) -> {
            String path = full.replaceFirst("^/api/v1/", "").replaceAll(": ?[^}]*}", "}");
            if (!path.contains("{") || EVERYBODYS.contains(path)) {
                return;
            }
            if (THE_PROVIDERS.contains(path.replaceFirst("/.*", ""))) {
                String one = path.replaceAll("\\{[^}]*}", "1");
                for (String method : operations.asJsonObject().keySet()) {
                    foreigners.forEach(foreigner -> notFound(foreigner, method, one));
                }
                return;
            }
            List<String> known = objects.keySet().stream()
                    .filter(name -> name.equals(path) || name.startsWith(path + " "))
                    .toList();
            if (known.isEmpty()) {
                untold.add(path);
            }
            for (String name : known) {
                for (String method : operations.asJsonObject().keySet()) {
                    List<Integer> told = foreigners.stream()
                            .map(foreigner -> notFound(foreigner, method, objects.get(name)))
                            .toList();
                    if (method.equals("get")) {
                        assertThat(told).as(name).contains(404);
                    }
                }
            }
        });
        assertThat(untold)
                .as("addresses with an id of which this test does not know whose they are")
                .isEmpty();
        String order = objects.get("orders/{number}");
        assertThat(own.one(order).getString("state")).isEqualTo("DRAFT");
    }

    /** Whoever may read or take the step is told that there is nothing; whoever may not, that the role does not allow it. */
    private static int notFound(Api foreigner, String method, String path) {
        if (!List.of("get", "post", "put", "patch", "delete").contains(method)) {
            return 404;
        }
        HttpResponse<String> answer = method.equals("get")
                ? foreigner.get(path)
                : foreigner.send(
                        method.toUpperCase(Locale.ROOT),
                        path,
                        body(path),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "\"1\"");
        int status = answer.statusCode();
        assertThat(status).as(method + " " + path + " " + answer.body()).isIn(403, 404);
        problem(answer, status);
        return status;
    }

    /** Something that can be read there: what is wrong with the form is said before who asks is looked at. */
    private static String body(String path) {
        String step = path.replaceFirst(".*/", "");
        if (path.startsWith("maintenance/")) {
            return step.equals("cancel")
                    ? "{\"reason\": \"Hei\"}"
                    : "{\"from\": \"2031-03-02T01:00:00Z\", \"to\": \"2031-03-02T02:00:00Z\"}";
        }
        if (step.equals("fields")) {
            return "{\"fields\": []}";
        }
        return List.of("actions", "hand-over", "packages", "accept", "reject", "acknowledge")
                                .contains(step)
                        || path.matches("(sources|report-terms)/[^/]*")
                ? "{}"
                : "{\"note\": \"Hei\"}";
    }

    @Test
    void the_agencys_own_steps_are_not_found_by_the_same_role_elsewhere() {
        String order = objects().get("orders/{number}");
        Api orderer = Api.as("demo-customer-np");
        for (String action : List.of("submit", "answer", "accept", "cancel")) {
            problem(orderer.post(order + "/" + action, "{\"note\": \"Hei\"}"), 404);
        }
        problem(foreigners().get(1).post(order + "/approve", "{}"), 404);
    }

    @Test
    void no_list_shows_anything_of_another_agency_and_asking_for_it_finds_nothing() {
        Api foreigner = Api.as("demo-customer-np");
        for (String list : List.of(
                "agreements",
                "orders",
                "charges?period=2026-10",
                "service-levels/results?period=2026-10",
                "exclusions")) {
            assertThat(foreigner.all(list))
                    .as(list)
                    .allMatch(item -> !item.containsKey("organisation")
                            || item.getString("organisation").equals("971022264"));
            problem(foreigner.get(list + (list.contains("?") ? "&" : "?") + "organisation=974760819"), 404);
        }
        problem(foreigner.get("offerings/WPL-PC-STD/price?organisation=974760819"), 404);
        JsonObject run = foreigner.all("allocations?period=2026-10").get(0);
        assertThat(run.getJsonObject("perOrganisation").keySet()).containsExactly("971022264");
    }
}
