package no.fellesdrift.web.month;

import static no.fellesdrift.web.testing.Api.ok;
import static no.fellesdrift.web.testing.Api.problem;
import static no.fellesdrift.web.testing.Api.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import no.fellesdrift.web.testing.Api;
import org.junit.jupiter.api.Test;

/**
 * The worked month over the API alone, by the keys of those whose job it is: found in the catalogue, ordered, approved,
 * bought from the supplier, delivered, charged and allocated. The figures are those of docs/worked-month.md.
 */
class MonthIT {

    private final Api orderer = Api.as("demo-customer-ra");
    private final Api approver = Api.as("demo-approver-ra");
    private final Api orderDesk = Api.as("demo-orderdesk");
    private final Api controller = Api.as("demo-finance");
    private final Api auditor = Api.as("demo-admin");

    // ------------------------------------------------------------------------------------------------- catalogue

    @Test
    void the_orderer_finds_what_sikt_delivers_by_search_and_by_category() {
        assertThat(codes(orderer.get("services?q=videom%C3%B8te", "Accept-Language", "nb")))
                .containsExactly("COL-VIDEO");
        assertThat(codes(orderer.get("services?q=video%20meeting", "Accept-Language", "en")))
                .containsExactly("COL-VIDEO");
        assertThat(codes(orderer.get("services?category=COL&sort=code")))
                .containsExactly("COL-FILE", "COL-MAIL", "COL-VIDEO");
        assertThat(codes(orderer.get("services?deliveredBy=919477822&sort=code")))
                .containsExactly(
                        "COL-VIDEO", "IAM-FEIDE", "NET-EDU", "NET-WAN", "SEC-CERT", "SEC-SOC", "SEC-VUL", "SRV-ARC");

        JsonObject service = ok(orderer.get("services/COL-VIDEO", "Accept-Language", "nb"));
        assertThat(service.getString("name")).isEqualTo("Videomøte");
        assertThat(service.getString("deliveredBy")).isEqualTo("919477822");
        assertThat(service.getJsonArray("needs").getJsonObject(0).getString("service"))
                .isEqualTo("IAM-ID");
        assertThat(service.getJsonArray("offerings").getValuesAs(JsonObject.class))
                .extracting(
                        offering -> offering.getString("code"),
                        offering -> offering.getInt("leadTimeWorkingDays"),
                        offering -> offering.getString("serviceLevelPackage"))
                .containsExactlyInAnyOrder(
                        tuple("COL-VIDEO-STD", 3, "EXTENDED"), tuple("COL-VIDEO-ROM", 20, "EXTENDED"));
    }

    @Test
    void a_price_is_the_agencys_own_on_the_date_that_is_asked_for() {
        assertThat(price("COL-VIDEO-STD", "on=2026-12-31", "BASE")).isEqualTo("38.00");
        assertThat(price("COL-VIDEO-STD", "on=2027-01-01", "BASE")).isEqualTo("42.00");
        assertThat(price("WPL-PC-STD", "on=2026-10-14", "BASE")).isEqualTo("585.00");
        assertThat(price("WPL-PC-STD", "on=2026-10-15", "BASE")).isEqualTo("612.50");

        JsonObject agreed = orderer.one("offerings/SRV-VM-L/price?on=2026-10-20");
        assertThat(component(agreed, "BASE").getString("unitPrice")).isEqualTo("1390.00");
        assertThat(component(agreed, "BASE").getString("listUnitPrice")).isEqualTo("1455.00");
        assertThat(component(agreed, "BASE").getJsonObject("negotiated").getString("line"))
                .isEqualTo("RA-150");

        JsonObject room = orderer.one("offerings/COL-VIDEO-ROM/price?on=2026-10-20&quantity=2");
        assertThat(room.getJsonObject("estimate").getString("oneOff")).isEqualTo("37000.00");
        assertThat(room.getJsonObject("estimate").getString("perYear")).isEqualTo("22800.00");
    }

    // ------------------------------------------------------------------------------------------------- order

    @Test
    void an_order_goes_through_the_provider_to_sikt_and_begins_and_grows_agreement_lines() {
        BigDecimal before = rooms();
        JsonObject created = ok(orderer.post("orders", """
                {"agreement": "AVT-2026-02", "reference": "R-2026-118", "lines": [
                  {"offering": "COL-VIDEO-ROM", "quantity": "1", "answers": {"cost_center": "4711",
                   "site": "Dronningens gate 13", "tech_contact": "Hanne Brattlid", "wanted_date": "2026-12-01"}},
                  {"offering": "NET-EDU-STD", "quantity": "1"}]}"""));
        String number = created.getString("number");
        assertThat(created.getString("state")).isEqualTo("DRAFT");
        assertThat(lines(created, line -> line.getString("kind"))).containsExactly("INCREASE", "NEW");
        assertThat(lines(created, line -> line.getJsonObject("estimate").getString("oneOff")))
                .containsExactly("18500.00", "0.00");
        assertThat(created.getJsonArray("lines").getJsonObject(0).getString("wantedDate"))
                .isEqualTo("2026-12-01");

        assertThat(act(orderer, number, "submit", "{}")).isEqualTo("SUBMITTED, APPROVER");
        problem(orderer.post("orders/" + number + "/approve", "{}"), 403);
        problem(orderDesk.post("orders/" + number + "/receive", "{}"), 409);
        assertThat(act(approver, number, "approve", "{\"note\": \"Innenfor budsjettet\"}"))
                .isEqualTo("APPROVED, ORDER_DESK");
        assertThat(act(orderDesk, number, "receive", "{}")).isEqualTo("RECEIVED, ORDER_DESK");
        assertThat(act(orderDesk, number, "ask", "{\"note\": \"Hvilket rom?\"}"))
                .isEqualTo("RECEIVED, CUSTOMER");
        assertThat(act(orderer, number, "answer", "{\"note\": \"Rom 214\"}")).isEqualTo("RECEIVED, ORDER_DESK");
        assertThat(act(orderDesk, number, "route", "{\"route\": \"UPSTREAM\"}")).isEqualTo("ROUTED, ORDER_DESK");

        noCustomerReachesTheSupplier(number);

        String first = "{\"position\": 1, \"upstreamOrder\": \"S-2026-0812\"}";
        assertThat(act(orderDesk, number, "place-upstream", first)).isEqualTo("ROUTED, ORDER_DESK");
        String second = "{\"position\": 2, \"upstreamOrder\": \"S-2026-0813\"}";
        assertThat(act(orderDesk, number, "place-upstream", second)).isEqualTo("PLACED_UPSTREAM, SUPPLIER");
        problem(orderDesk.post("orders/" + number + "/deliver", "{}"), 409);
        act(orderDesk, number, "confirm-upstream", "{\"position\": 1, \"promisedDate\": \"2026-11-27\"}");
        assertThat(act(orderDesk, number, "confirm-upstream", "{\"position\": 2, \"promisedDate\": \"2026-11-20\"}"))
                .isEqualTo("CONFIRMED_UPSTREAM, SUPPLIER");
        act(
                orderDesk,
                number,
                "promise",
                "{\"position\": 1, \"promisedDate\": \"2026-12-04\", \"note\": \"Restordre\"}");
        assertThat(act(orderDesk, number, "deliver", "{}")).isEqualTo("DELIVERED, CUSTOMER");
        assertThat(act(orderer, number, "accept", "{\"note\": \"Virker\"}")).isEqualTo("ACCEPTED, null");
        problem(orderer.post("orders/" + number + "/cancel", "{}"), 409);

        JsonObject done = orderer.one("orders/" + number);
        assertThat(done.getJsonArray("upstreamOrders").getValuesAs(JsonObject.class))
                .extracting(
                        upstream -> upstream.getString("number"),
                        upstream -> upstream.getString("supplier"),
                        upstream -> upstream.getString("promisedDate"))
                .containsExactly(
                        tuple("S-2026-0812", "919477822", "2026-12-04"),
                        tuple("S-2026-0813", "919477822", "2026-11-20"));
        assertThat(done.getJsonArray("upstreamOrders").getJsonObject(0).getString("deliveredAt"))
                .startsWith("2026-11-05T");
        everyStepIsTracked(number, done);
        theLinesCostFromTheDayOfDelivery(number, done, before);
    }

    private void noCustomerReachesTheSupplier(String number) {
        for (Api customer : List.of(orderer, approver, Api.as("demo-finance-ra"))) {
            for (String action : List.of(
                    "place-upstream", "confirm-upstream", "promise", "report-upstream", "reject-upstream", "deliver")) {
                problem(customer.post("orders/" + number + "/" + action, "{\"upstreamOrder\": \"S-1\"}"), 403);
            }
        }
        problem(Api.as("demo-customer-np").post("orders/" + number + "/place-upstream", "{}"), 403);
        assertThat(orderer.one("orders/" + number).getJsonArray("upstreamOrders"))
                .isEmpty();
    }

    private void everyStepIsTracked(String number, JsonObject order) {
        assertThat(order.getJsonArray("history").getValuesAs(JsonObject.class))
                .extracting(step -> step.getString("action"), step -> step.getString("by"))
                .containsExactly(
                        tuple("create", "ra-best"),
                        tuple("submit", "ra-best"),
                        tuple("approve", "ra-godk"),
                        tuple("receive", "p-ordre1"),
                        tuple("ask", "p-ordre1"),
                        tuple("answer", "ra-best"),
                        tuple("route", "p-ordre1"),
                        tuple("place-upstream", "p-ordre1"),
                        tuple("place-upstream", "p-ordre1"),
                        tuple("confirm-upstream", "p-ordre1"),
                        tuple("confirm-upstream", "p-ordre1"),
                        tuple("promise", "p-ordre1"),
                        tuple("deliver", "p-ordre1"),
                        tuple("accept", "ra-best"));
        List<JsonObject> audited = auditor.all("audit?subject=" + number + "&sort=at");
        assertThat(audited)
                .extracting(entry -> entry.getString("what"), entry -> entry.getString("key"))
                .containsExactly(
                        tuple("order.create", "demo-customer-ra"),
                        tuple("order.submit", "demo-customer-ra"),
                        tuple("order.approve", "demo-approver-ra"),
                        tuple("order.receive", "demo-orderdesk"),
                        tuple("order.ask", "demo-orderdesk"),
                        tuple("order.answer", "demo-customer-ra"),
                        tuple("order.route", "demo-orderdesk"),
                        tuple("order.place-upstream", "demo-orderdesk"),
                        tuple("order.place-upstream", "demo-orderdesk"),
                        tuple("order.confirm-upstream", "demo-orderdesk"),
                        tuple("order.confirm-upstream", "demo-orderdesk"),
                        tuple("order.promise", "demo-orderdesk"),
                        tuple("order.deliver", "demo-orderdesk"),
                        tuple("order.accept", "demo-customer-ra"));
        assertThat(audited).allMatch(entry -> entry.getString("organisation").equals("974760819"));
    }

    private void theLinesCostFromTheDayOfDelivery(String number, JsonObject order, BigDecimal roomsBefore) {
        String began = order.getJsonArray("lines").getJsonObject(1).getString("line");
        List<JsonObject> rows =
                orderer.one("agreements/AVT-2026-02").getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                        .filter(row -> row.getString("fromOrder", "").equals(number))
                        .toList();
        assertThat(rows)
                .extracting(
                        row -> row.getString("line"),
                        row -> row.getString("offering"),
                        row -> new BigDecimal(row.getString("quantity")),
                        row -> row.getString("validFrom"))
                .containsExactly(
                        tuple("RA-090", "COL-VIDEO-ROM", roomsBefore.add(BigDecimal.ONE), "2026-11-05"),
                        tuple(began, "NET-EDU-STD", BigDecimal.ONE, "2026-11-05"));

        ok(controller.post("billing-periods/2026-11/compute", ""));
        Api finance = Api.as("demo-finance-ra");
        JsonObject oneOff = finance.one("charges/RA-090~ETABLERING~2026-11-05~ONE_OFF~" + number);
        assertThat(oneOff.getString("amount")).isEqualTo("18500.00");
        assertThat(oneOff.getString("working")).isEqualTo("18500.0000 × 1 = 18500.00");
        JsonObject month = finance.only("charges?period=2026-11&line=" + began);
        assertThat(month.getString("amount")).isEqualTo("2600.00");
        assertThat(month.getString("working")).isEqualTo("36000.0000 × 1 ÷ 12 × 26 ÷ 30 = 2600.00");
    }

    @Test
    void an_order_that_was_approved_before_it_was_imported_has_its_promise_and_can_be_late() {
        assertThat(orderDesk.all("orders?late=true"))
                .extracting(order -> order.getString("number"), order -> order.getString("promisedDate"))
                .contains(tuple("B-2026-0047", "2026-10-27"));
        assertThat(orderDesk.all("orders?late=true"))
                .extracting(order -> order.getString("state"))
                .doesNotContain("ACCEPTED", "CANCELLED", "REJECTED");
    }

    /** Of the line that video rooms stand on, today. */
    private BigDecimal rooms() {
        return orderer.one("agreements/AVT-2026-02").getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("line").equals("RA-090"))
                .reduce((earlier, later) -> later)
                .map(row -> new BigDecimal(row.getString("quantity")))
                .orElseThrow();
    }

    private static String act(Api who, String number, String action, String body) {
        JsonObject order = ok(who.post("orders/" + number + "/" + action, body));
        return order.getString("state") + ", " + order.getString("waitingFor", "null");
    }

    // ------------------------------------------------------------------------------------------------- money

    @Test
    void the_charges_of_october_have_every_component_and_the_figures_worked_out_by_hand() {
        List<JsonObject> charges = controller.all("charges?period=2026-10");
        assertThat(charges).hasSize(235);
        assertThat(sum(charges.stream(), "amount")).isEqualTo("3336701.93");
        Map<String, String> kinds = new TreeMap<>();
        charges.stream()
                .map(charge -> charge.getString("kind"))
                .distinct()
                .forEach(kind -> kinds.put(
                        kind,
                        sum(
                                charges.stream()
                                        .filter(charge ->
                                                charge.getString("kind").equals(kind)),
                                "amount")));
        assertThat(kinds)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "MONTH", "2389568.41",
                        "QUARTER", "245431.18",
                        "YEAR", "244502.16",
                        "ONE_OFF", "51830.00",
                        "USAGE_FLAT", "197822.24",
                        "USAGE_GRADUATED", "176605.19",
                        "USAGE_VOLUME", "92454.39",
                        "CORRECTION", "830.39",
                        "SERVICE_CREDIT", "-62342.03"));

        assertThat(charges)
                .extracting(
                        charge -> charge.getString("line"),
                        charge -> charge.getString("kind"),
                        charge -> charge.getString("from"),
                        charge -> charge.getInt("days"),
                        charge -> charge.getString("quantity"),
                        charge -> charge.getString("unitPrice", null),
                        charge -> charge.getString("amount"))
                .contains(
                        tuple("ADB-010", "MONTH", "2026-10-01", 5, "92", "585", "8680.65"),
                        tuple("ADB-010", "MONTH", "2026-10-06", 9, "95", "585", "16134.68"),
                        tuple("ADB-010", "MONTH", "2026-10-15", 17, "95", "612.5", "31909.27"),
                        tuple("ADB-010", "ONE_OFF", "2026-10-06", 1, "3", "1450", "4350.00"),
                        tuple("RA-140", "MONTH", "2026-10-10", 22, "2", "780", "1107.10"),
                        tuple("RA-150", "MONTH", "2026-10-01", 20, "6", "1390", "5380.65"),
                        tuple("MDIR-010", "MONTH", "2026-10-01", 13, "742", "567.45", "176568.47"),
                        tuple("NP-100", "QUARTER", "2026-10-01", 31, "2", "57925", "38616.67"),
                        tuple("KMF-200", "MONTH", "2026-10-01", 19, "22", "68", "916.90"),
                        tuple("KMF-200", "MONTH", "2026-10-20", 12, "22", "74", "630.19"),
                        tuple("MET-070", "YEAR", "2026-10-05", 27, "40", "690", "2003.23"),
                        tuple("MDIR-050", "MONTH", "2026-10-01", 14, "12", "310", "1680.00"),
                        tuple("NP-010", "ONE_OFF", "2026-10-13", 1, "7", "990", "6930.00"),
                        tuple("NP-140", "ONE_OFF", "2026-10-30", 1, "3", "650", "1950.00"),
                        tuple("MDIR-040", "USAGE_FLAT", "2026-10-01", 31, "41230", "0.4485", "18491.66"),
                        tuple("ADB-160", "USAGE_VOLUME", "2026-10-01", 31, "500", "51.5375", "25768.75"),
                        tuple("RA-070", "USAGE_GRADUATED", "2026-10-01", 31, "5320.125", null, "3102.41"),
                        tuple("ADB-170", "USAGE_GRADUATED", "2026-10-01", 19, "347.356", "0.215", "74.68"),
                        tuple("ADB-310", "USAGE_GRADUATED", "2026-10-01", 31, "3.4", "61", "300.00"),
                        tuple("RA-240", "CORRECTION", "2026-09-01", 30, "240.75", null, "763.22"),
                        tuple("NP-200", "CORRECTION", "2026-09-01", 30, "312.4", "0.215", "67.17"));
        List<String> lines = new ArrayList<>();
        charges.forEach(charge -> lines.add(charge.getString("line")));
        assertThat(lines).doesNotContain("NPX-010");
    }

    @Test
    void the_ledger_of_october_is_shared_to_the_oere() {
        JsonObject run = controller.all("allocations?period=2026-10").get(0);
        assertThat(run.getString("ledgerTotal")).isEqualTo("3457095.56");
        assertThat(run.getString("allocatedTotal")).isEqualTo("3457095.56");
        assertThat(run.getString("unsoldCapacity")).isEqualTo("114326.24");
        List<String> perOrganisation = run.getJsonObject("perOrganisation").keySet().stream()
                .map(number -> run.getJsonObject("perOrganisation").getString(number))
                .toList();
        assertThat(perOrganisation.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("3342769.32");

        JsonObject workplace = pool(run, "WPL");
        assertThat(workplace.getString("ledgerAmount")).isEqualTo("510948.58");
        assertThat(workplace.getString("amount")).isEqualTo("596125.99");
        assertThat(shares(workplace))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "919666102", "44037.30",
                        "971022264", "85293.30",
                        "974760819", "98736.27",
                        "985980101", "10661.66",
                        "999601391", "357397.46"));
        assertThat(shares(pool(run, "REF")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "919666102", "-31024.28",
                        "971022264", "-31024.28",
                        "971274042", "-31024.28",
                        "974760819", "-31024.28",
                        "985980101", "-31024.28",
                        "999601391", "-31024.27"));
    }

    @Test
    void computing_and_allocating_again_changes_no_figure_and_is_audited() {
        JsonObject computed = ok(controller.post("billing-periods/2026-10/compute", ""));
        assertThat(computed.getInt("charges")).isEqualTo(235);
        assertThat(computed.getString("total")).isEqualTo("3336701.93");
        JsonObject run = ok(controller.post("allocations", "{\"period\": \"2026-10\"}"));
        assertThat(run.getString("number")).startsWith("FK-2026-10-");
        assertThat(run.getString("ledgerTotal")).isEqualTo("3457095.56");
        assertThat(run.getString("allocatedTotal")).isEqualTo("3457095.56");

        JsonObject compute =
                auditor.all("audit?what=charge.compute&subject=2026-10").get(0);
        assertThat(compute.getString("caller")).isEqualTo("p-kontr");
        assertThat(compute.getString("to")).isEqualTo("3336701.93");
        assertThat(auditor.only("audit?what=allocation.run&subject=" + run.getString("number"))
                        .getString("key"))
                .isEqualTo("demo-finance");
        problem(Api.as("demo-finance-ra").post("allocations", "{\"period\": \"2026-10\"}"), 403);
    }

    private static JsonObject pool(JsonObject run, String code) {
        return run.getJsonArray("pools").getValuesAs(JsonObject.class).stream()
                .filter(pool -> pool.getString("pool").equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** What each target got; whoever got nothing is left out. */
    private static Map<String, String> shares(JsonObject pool) {
        Map<String, String> shares = new TreeMap<>();
        pool.getJsonArray("shares").getValuesAs(JsonObject.class).stream()
                .filter(share -> !share.getString("amount").equals("0.00"))
                .forEach(share -> shares.put(share.getString("target"), share.getString("amount")));
        return shares;
    }

    // ------------------------------------------------------------------------------------------------- reading

    private static List<String> codes(HttpResponse<String> answer) {
        return ok(answer).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("code"))
                .toList();
    }

    private String price(String offering, String query, String component) {
        return component(orderer.one("offerings/" + offering + "/price?" + query), component)
                .getString("unitPrice");
    }

    private static JsonObject component(JsonObject offering, String component) {
        return offering.getJsonArray("components").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("component").equals(component))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(JsonObject order, Function<JsonObject, String> what) {
        return order.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                .map(what)
                .toList();
    }
}
