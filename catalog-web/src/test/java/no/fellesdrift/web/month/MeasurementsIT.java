package no.fellesdrift.web.month;

import static no.fellesdrift.web.testing.Api.ok;
import static no.fellesdrift.web.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.web.testing.Api;
import no.fellesdrift.web.testing.RunningSystem;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/**
 * Delivery against promise over the API: what monitoring and the service desk tell, once or twice, as JSON, NDJSON and
 * CSV, and the levels that follow from it. Tells facts of November about one agency's Eduroam, so that October stays
 * what it is.
 */
class MeasurementsIT {

    private static final String[] CSV = {"Content-Type", "text/csv"};
    private static final String[] NDJSON = {"Content-Type", "application/x-ndjson"};
    private static final String[] JSON = {"Content-Type", "application/json"};

    private static final String OUTAGE = """
            [{"outage": "EDU-U-1", "service": "NET-EDU", "agency": "971274042", "startedAt": "2026-11-03T09:00:00+01:00",
              "endedAt": "2026-11-03T10:00:00+01:00", "causedBy": "UPSTREAM", "impact": "FULL", "summary": "Feil hos Sikt"}]
            """;
    private static final String MAINTENANCE =
            "{\"maintenance\": \"EDU-V-1\", \"service\": \"NET-EDU\", \"agency\": \"971274042\","
                    + " \"windowFrom\": \"2026-11-04T08:00:00+01:00\", \"windowTo\": \"2026-11-04T09:00:00+01:00\","
                    + " \"actualFrom\": \"2026-11-04T08:00:00+01:00\", \"actualTo\": \"2026-11-04T08:50:00+01:00\","
                    + " \"serviceDown\": true, \"performedBy\": \"UPSTREAM\","
                    + " \"announcedAt\": \"2026-10-20T08:00:00+02:00\", \"approvedBy\": \"p-slm\","
                    + " \"approvedAt\": \"2026-10-21T08:00:00+02:00\"}\n";
    private static final String UNKNOWN = """
            unknown,service,offering,agency,from,to,reason
            EDU-K-1,NET-EDU,,971274042,2026-11-04T14:00:00+01:00,2026-11-04T14:30:00+01:00,Ingen kontakt
            """;
    private static final String TICKET = """
            [{"ticket": "EDU-S-1", "agency": "971274042", "service": "NET-EDU", "offering": "NET-EDU-STD",
              "priority": "P3", "openedAt": "2026-11-03T08:00:00+01:00", "firstResponseAt": "2026-11-03T13:00:00+01:00",
              "resolvedAt": "2026-11-04T09:00:00+01:00", "state": "RESOLVED", "channel": "mail",
              "pauses": [{"pausedAt": "2026-11-03T10:00:00+01:00", "resumedAt": "2026-11-03T12:00:00+01:00",
                          "reason": "WAITING_CUSTOMER"}]}]
            """;

    private final Api manager = Api.as("demo-slm");
    private final Api agency = Api.as("demo-observer");

    @Test
    void what_is_told_once_or_twice_gives_the_same_levels_with_their_working() {
        toldTwice("outages", OUTAGE, JSON);
        toldTwice("maintenance", MAINTENANCE, NDJSON);
        toldTwice("unknown", UNKNOWN, CSV);
        toldTwice("tickets", TICKET, JSON);

        JsonObject first = ok(manager.post("service-levels/evaluations/2026-11", ""));
        assertThat(first.getString("period")).isEqualTo("2026-11");
        JsonObject again = ok(manager.post("service-levels/evaluations/2026-11", ""));
        assertThat(again.getInt("results")).isEqualTo(first.getInt("results"));

        JsonObject available = result("2026-11", "MET-020", "O-AV");
        // three office days of 8.5 hours; 50 minutes of maintenance and half an hour unknown leave the base
        assertThat(available.getInt("agreedSeconds")).isEqualTo(91_800);
        assertThat(available.getInt("maintenanceSeconds")).isEqualTo(3_000);
        assertThat(available.getInt("unknownSeconds")).isEqualTo(1_800);
        assertThat(available.getInt("downtimeSeconds")).isEqualTo(3_600);
        assertThat(available.getJsonObject("downtimeByCause").getInt("UPSTREAM"))
                .isEqualTo(3_600);
        assertThat(available.getInt("numerator")).isEqualTo(83_400);
        assertThat(available.getInt("denominator")).isEqualTo(87_000);
        assertThat(available.getString("percent")).isEqualTo("95.8620");
        assertThat(available.getString("targetPercent")).isEqualTo("99");
        assertThat(available.getString("status")).isEqualTo("BREACHED");
        assertThat(available.getBoolean("provisional")).isTrue();
        assertThat(steps(available))
                .containsExactly(
                        tuple("OUTAGE", "EDU-U-1", 3_600, "DOWNTIME"),
                        tuple("MAINTENANCE", "EDU-V-1", 3_000, "MAINTENANCE"),
                        tuple("UNKNOWN", "EDU-K-1", 1_800, "UNKNOWN"));

        // five hours to the first response; pauses do not help a response
        JsonObject response = result("2026-11", "MET-020", "O-RS");
        assertThat(response.getString("status")).isEqualTo("BREACHED");
        assertThat(response.getInt("metCount")).isZero();
        assertThat(steps(response))
                .containsExactly(
                        tuple("CASE", "EDU-S-1", 18_000, "LATE"), tuple("PAUSE", "EDU-S-1", 7_200, "PAUSE_IGNORED"));

        // 08:00–16:00 less two hours, and 07:30–09:00 the next day
        JsonObject resolution = result("2026-11", "MET-020", "O-RE3");
        assertThat(resolution.getInt("metCount")).isEqualTo(1);
        assertThat(steps(resolution)).contains(tuple("CASE", "EDU-S-1", 27_000, "IN_TIME"));
    }

    private void toldTwice(String kind, String body, String[] form) {
        JsonObject first = ok(manager.send("POST", "measurements/" + kind, body, form));
        assertThat(first.getInt("accepted")).as(kind).isEqualTo(1);
        assertThat(first.getInt("duplicates")).as(kind).isZero();
        JsonObject again = ok(manager.send("POST", "measurements/" + kind, body, form));
        assertThat(again.getInt("accepted")).as(kind + " again").isZero();
        assertThat(again.getInt("duplicates")).as(kind + " again").isEqualTo(1);
        JsonObject audited = Api.as("demo-admin")
                .all("audit?what=sla.measure&subject=" + kind)
                .get(0);
        assertThat(audited.getString("key")).isEqualTo("demo-slm");
    }

    /** The server's pool of connections once made the driver send them one by one, which only the whole system shows. */
    @Test
    void a_thousand_rows_reach_the_database_in_few_statements() throws SQLException {
        String lines = IntStream.range(0, 1_000)
                .mapToObj(row -> "EDU-B-" + row + ",NET-EDU,971274042,rows_at_once,2026-11-02T05:00:00Z,7\n")
                .collect(Collectors.joining());
        long before = inserts();
        JsonObject taken =
                ok(manager.send("POST", "measurements/values", "key,service,agency,metric,at,value\n" + lines, CSV));
        assertThat(taken.getInt("accepted")).isEqualTo(1_000);
        assertThat(inserts() - before).isLessThan(500);
    }

    private static long inserts() throws SQLException {
        try (Connection connection = RunningSystem.get().database().connect()) {
            return Rows.first(connection, "show global status like 'Com_insert'", List.of(), row -> row.getLong(2))
                    .orElseThrow();
        }
    }

    @Test
    void an_outage_that_now_has_its_end_is_a_new_version_and_both_are_one_outage() {
        String open = "[{\"outage\": \"EDU-U-2\", \"service\": \"NET-EDU\", \"agency\": \"919666102\","
                + " \"startedAt\": \"2026-11-03T12:00:00Z\", \"causedBy\": \"PROVIDER\", \"impact\": \"FULL\"}]";
        assertThat(ok(manager.post("measurements/outages", open)).getInt("accepted"))
                .isEqualTo(1);
        String ended = open.replace("\"causedBy\"", "\"endedAt\": \"2026-11-03T12:30:00Z\", \"causedBy\"");
        assertThat(ok(manager.post("measurements/outages", ended)).getInt("accepted"))
                .isEqualTo(1);
        assertThat(ok(manager.post("measurements/outages", ended)).getInt("duplicates"))
                .isEqualTo(1);
        ok(manager.post("service-levels/evaluations/2026-11", ""));
        assertThat(result("2026-11", "ADB-100", "O-AV").getInt("downtimeSeconds"))
                .isEqualTo(1_800);
    }

    @Test
    void a_ticket_in_csv_gets_its_pauses_changes_and_reopenings_from_files_of_their_own() {
        toldTwice("tickets", """
                ticket,agency,service,offering,priority,opened_at,first_response_at,resolved_at,state,channel
                EDU-S-2,971022264,NET-EDU,NET-EDU-STD,P2,2026-11-02T08:00:00+01:00,2026-11-02T08:30:00+01:00,2026-11-03T09:00:00+01:00,RESOLVED,portal
                """, CSV);
        toldTwice("tickets/pauses", """
                ticket,paused_at,resumed_at,reason
                EDU-S-2,2026-11-02T09:00:00+01:00,2026-11-02T10:00:00+01:00,WAITING_CUSTOMER
                """, CSV);
        toldTwice("tickets/priority-changes", """
                ticket,changed_at,from_priority,to_priority
                EDU-S-2,2026-11-02T09:30:00+01:00,P2,P3
                """, CSV);
        toldTwice("tickets/reopenings", """
                ticket,resolved_at,reopened_at
                EDU-S-2,2026-11-02T12:00:00+01:00,2026-11-02T13:00:00+01:00
                """, CSV);
        ok(manager.post("service-levels/evaluations/2026-11", ""));
        JsonObject resolution = manager.only(
                "service-levels/results?period=2026-11&organisation=971022264&service=NET-EDU&level=O-RE3");
        // as P3: 08:00–16:00 less a paused and a solved hour, and 07:30–09:00 the next day
        assertThat(steps(resolution)).contains(tuple("CASE", "EDU-S-2", 27_000, "IN_TIME"));
    }

    @Test
    void a_late_reading_of_a_closed_month_becomes_a_correction_in_the_open_one() {
        String reading = """
                reading,line,meter,used_on,quantity,source
                EDU-A-1,MET-080,hours,2026-09-28,2,timeliste
                """;
        HttpResponse<String> told = manager.send("POST", "measurements/usage", reading, CSV);
        assertThat(ok(told).getInt("accepted")).isEqualTo(1);
        assertThat(ok(manager.send("POST", "measurements/usage", reading, CSV)).getInt("duplicates"))
                .isEqualTo(1);
        JsonObject differently =
                problem(manager.send("POST", "measurements/usage", reading.replace(",2,", ",3,"), CSV), 422);
        assertThat(Api.paths(differently)).containsExactly("[0].reading");
        ok(Api.as("demo-finance").post("billing-periods/2026-11/compute", ""));
        JsonObject correction = Api.as("demo-finance").only("charges?period=2026-11&line=MET-080&kind=CORRECTION");
        assertThat(correction.getString("amount")).isEqualTo("2430.00");
        assertThat(correction.getString("from")).isEqualTo("2026-09-01");
        assertThat(correction.isNull("corrects")).isTrue();
    }

    @Test
    void what_was_imported_and_comes_again_by_the_api_is_known_already() throws IOException {
        for (Map.Entry<String, String> file : Map.of(
                        "outages", "outages.csv",
                        "maintenance", "maintenance.csv",
                        "unknown", "unknown.csv",
                        "tickets", "tickets.csv",
                        "tickets/pauses", "ticket_pauses.csv",
                        "tickets/priority-changes", "ticket_priority_changes.csv",
                        "tickets/reopenings", "ticket_reopenings.csv",
                        "usage", "usage.csv")
                .entrySet()) {
            String csv = Files.readString(Path.of("..", "sql", "demo", file.getValue()));
            JsonObject taken = ok(manager.send("POST", "measurements/" + file.getKey(), csv, CSV));
            assertThat(taken.getInt("accepted")).as(file.getKey()).isZero();
            assertThat((long) taken.getInt("duplicates"))
                    .as(file.getKey())
                    .isEqualTo(csv.lines().count() - 1);
        }
    }

    // ------------------------------------------------------------------------------------------------- October

    @Test
    void the_levels_of_october_are_those_worked_out_by_hand() {
        assertThat(List.of(
                        figures("MDIR-310", "C-AV"),
                        figures("RA-100", "S-AV"),
                        figures("RA-110", "S-AV"),
                        figures("ADB-090", "S-AV"),
                        figures("RA-070", "E-AV"),
                        figures("ADB-150", "O-AV"),
                        figures("MDIR-210", "P-AV"),
                        figures("NP-280", "C-RE1"),
                        figures("ADB-230", "C-RS1"),
                        figures("ADB-230", "C-RE1"),
                        figures("MDIR-060", "C-RE2"),
                        figures("KMF-110", "S-RE2"),
                        figures("NP-140", "S-LT"),
                        figures("RA-110", "S-LT")))
                .containsExactly(
                        "MDIR-310 C-AV BREACHED 2669400/2673000 99.8653",
                        "RA-100 S-AV MET 2668590/2682000 99.5000",
                        "RA-110 S-AV MET 2682000/2682000 100.0000",
                        "ADB-090 S-AV BREACHED 2667600/2682000 99.4630",
                        "RA-070 E-AV BREACHED 1115400/1123200 99.3055",
                        "ADB-150 O-AV BREACHED 666467/673200 98.9998",
                        "MDIR-210 P-AV MET 2648400/2659800 99.5713",
                        "NP-280 C-RE1 BREACHED 0/1 0.0000",
                        "ADB-230 C-RS1 BREACHED 0/1 0.0000",
                        "ADB-230 C-RE1 MET 1/1 100.0000",
                        "MDIR-060 C-RE2 BREACHED 4/5 80.0000",
                        "KMF-110 S-RE2 MET 1/1 100.0000",
                        "NP-140 S-LT MET 1/1 100.0000",
                        "RA-110 S-LT BREACHED 0/1 0.0000");
        JsonObject weighted = result("2026-10", "RA-070", "E-AV");
        assertThat(weighted.getString("targetPercent")).isEqualTo("157371/1580");
        assertThat(weighted.getInt("maintenanceSeconds")).isEqualTo(14_400);
        assertThat(result("2026-10", "MDIR-310", "C-AV").getInt("errorBudgetRemainingSeconds"))
                .isEqualTo(-926);
        assertThat(steps(result("2026-10", "MDIR-060", "C-RE2")))
                .contains(tuple("CASE", "S-10269", 28_800, "IN_TIME"), tuple("CASE", "S-10052", 35_546, "LATE"));
    }

    @Test
    void each_line_has_one_result_per_level_and_an_agency_sees_its_own() {
        assertThat(agency.one("service-levels/results?period=2026-10&size=1").getInt("total"))
                .isEqualTo(820);
        List<JsonObject> own = Api.as("demo-customer-ra").all("service-levels/results?period=2026-10");
        assertThat(own)
                .isNotEmpty()
                .allMatch(result -> result.getString("organisation").equals("974760819"));
        problem(Api.as("demo-customer-ra").get("service-levels/results/2026-10~NP-280~C-RE1~1/explanation"), 404);
        problem(Api.as("demo-customer-ra").post("service-levels/evaluations/2026-10", ""), 403);
        problem(Api.as("demo-customer-ra").post("measurements/outages", OUTAGE), 403);
    }

    private String figures(String line, String level) {
        JsonObject result = result("2026-10", line, level);
        return line + " " + level + " " + result.getString("status") + " " + result.getInt("numerator") + "/"
                + result.getInt("denominator") + " " + result.getString("percent");
    }

    private JsonObject result(String period, String line, String level) {
        return manager.only("service-levels/results?period=" + period + "&line=" + line + "&level=" + level);
    }

    private List<Tuple> steps(JsonObject result) {
        JsonString id = result.getJsonString("id");
        return manager
                .one("service-levels/results/" + id.getString() + "/explanation")
                .getJsonArray("steps")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(step -> tuple(
                        step.getString("kind"),
                        step.getString("key"),
                        step.getInt("seconds"),
                        step.getString("effect")))
                .toList();
    }
}
