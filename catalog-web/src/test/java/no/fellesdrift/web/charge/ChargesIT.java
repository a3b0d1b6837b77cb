package no.fellesdrift.web.charge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import no.fellesdrift.web.testing.RunningSystem;
import org.junit.jupiter.api.Test;

/** October's charges and shares as machines read them. */
class ChargesIT {

    private final RunningSystem system = RunningSystem.get();

    @Test
    void the_charges_of_october_add_up_and_are_found_one_by_one() {
        JsonObject list = json(system.getAs("demo-finance", "api/v1/charges?period=2026-10&size=1000&sort=-amount"));
        assertThat(list.getInt("total")).isEqualTo(235);
        BigDecimal sum = list.getJsonArray("items").stream()
                .map(item -> new BigDecimal(item.asJsonObject().getString("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("3336701.93");

        JsonObject charge = json(system.getAs("demo-finance", "api/v1/charges/NP-100~BASE~2026-10-01~QUARTER"));
        assertThat(charge.getString("organisation")).isEqualTo("971022264");
        assertThat(charge.getString("agreement")).isEqualTo("AVT-2026-05");
        assertThat(charge.getString("line")).isEqualTo("NP-100");
        assertThat(charge.getString("service")).isEqualTo("NET-WAN");
        assertThat(charge.getString("offering")).isEqualTo("NET-WAN-10G");
        assertThat(charge.getString("component")).isEqualTo("BASE");
        assertThat(charge.getString("kind")).isEqualTo("QUARTER");
        assertThat(charge.getString("from")).isEqualTo("2026-10-01");
        assertThat(charge.getString("to")).isEqualTo("2026-11-01");
        assertThat(charge.getInt("days")).isEqualTo(31);
        assertThat(charge.getString("quantity")).isEqualTo("2");
        assertThat(charge.getString("unitPrice")).isEqualTo("57925");
        assertThat(charge.getString("amount")).isEqualTo("38616.67");
        assertThat(charge.getString("priceId")).isEqualTo("NET-WAN-10G/BASE/2026-07-01");
        assertThat(charge.isNull("corrects")).isTrue();
        assertThat(charge.getString("working"))
                .isEqualTo("66200.0000 × 0.875 × 2 ÷ 3 × 31 ÷ 31 ≈ 38616.666667 → 38616.67");
    }

    @Test
    void what_a_correction_takes_off_is_found_and_explained_though_its_month_was_closed_elsewhere() {
        JsonObject correction =
                json(system.getAs("demo-finance-ra", "api/v1/charges/RA-240~KALL~2026-09-01~CORRECTION~2026-10"));
        assertThat(correction.getString("amount")).isEqualTo("763.22");
        assertThat(correction.getString("working")).endsWith("3285.11 − 2521.89 = 763.22");
        assertThat(correction.getString("corrects")).isEqualTo("RA-240~KALL~2026-09-01~USAGE_GRADUATED");

        JsonObject corrected =
                json(system.getAs("demo-finance-ra", "api/v1/charges/" + correction.getString("corrects")));
        assertThat(corrected.getString("period")).isEqualTo("2026-09");
        assertThat(corrected.getString("metered")).isEqualTo("775.967");
        assertThat(corrected.getString("amount")).isEqualTo("2521.89");
        assertThat(corrected.getString("working")).isEqualTo("3.2500 × 775.967 = 2521.89275 → 2521.89");
        assertThat(json(system.getAs("demo-finance", "api/v1/charges/NP-200~REGNEKRAFT~2026-09-01~USAGE_GRADUATED"))
                        .getString("amount"))
                .isEqualTo("1029.90");
        assertThat(system.getAs("demo-finance-ra", "api/v1/charges/NP-200~REGNEKRAFT~2026-09-01~USAGE_GRADUATED")
                        .statusCode())
                .isEqualTo(404);
        assertThat(system.getAs("demo-finance", "api/v1/charges/RA-240~BASE~2026-09-01~MONTH")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(system.getAs("demo-finance", "api/v1/charges?period=2026-09"))
                        .getInt("total"))
                .isZero();
    }

    @Test
    void the_files_have_the_same_rows() {
        String csv = system.getAs("demo-finance", "api/v1/charges?period=2026-10", "Accept", "text/csv")
                .body();
        assertThat(csv.lines().count()).isEqualTo(236);
        assertThat(csv.lines().findFirst()).get().asString().startsWith("number,period,organisation,");
        String xlsx = system.getAs(
                        "demo-finance",
                        "api/v1/charges?period=2026-10",
                        "Accept",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .body();
        assertThat(xlsx).startsWith("PK");
    }

    @Test
    void an_agency_sees_its_own_and_nothing_of_another() {
        JsonObject own = json(system.getAs("demo-finance-ra", "api/v1/charges?period=2026-10&size=1000"));
        assertThat(own.getJsonArray("items"))
                .allMatch(item -> item.asJsonObject().getString("organisation").equals("974760819"));
        assertThat(system.getAs("demo-finance-ra", "api/v1/charges?organisation=971022264")
                        .statusCode())
                .isEqualTo(404);
        assertThat(system.getAs("demo-finance-ra", "api/v1/charges/NP-100~BASE~2026-10-01~QUARTER")
                        .statusCode())
                .isEqualTo(404);
        assertThat(system.get("api/v1/charges").statusCode()).isEqualTo(401);
        assertThat(system.getAs("demo-finance-ra", "api/v1/charges?sort=working")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void only_the_controller_computes_and_a_closed_month_stays_as_it_is() {
        assertThat(system.postAs("demo-finance-ra", "api/v1/billing-periods/2026-10/compute", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(system.postAs("demo-finance", "api/v1/billing-periods/2026-09/compute", "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(system.postAs("demo-finance", "api/v1/billing-periods/2031-01/compute", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(system.postAs("demo-finance", "api/v1/billing-periods/2026-10/compute", ""))
                        .getString("total"))
                .isEqualTo("3336701.93");
    }

    @Test
    void the_shares_of_october_prove_that_cost_in_is_cost_out() {
        JsonObject list = json(system.getAs("demo-finance", "api/v1/allocations?period=2026-10"));
        JsonObject run = list.getJsonArray("items").getJsonObject(0);
        assertThat(run.getString("ledgerTotal")).isEqualTo("3457095.56");
        assertThat(run.getString("allocatedTotal")).isEqualTo("3457095.56");
        assertThat(run.getString("unsoldCapacity")).isEqualTo("114326.24");
        assertThat(run.getJsonObject("perOrganisation").getString("974760819")).isEqualTo("479956.85");
        assertThat(run.getJsonArray("pools")).hasSize(15);
        JsonObject refund = run.getJsonArray("pools").getJsonObject(14);
        assertThat(refund.getString("pool")).isEqualTo("REF");
        assertThat(refund.getString("key")).isEqualTo("K-EQ-ALL");
        assertThat(refund.getString("amount")).isEqualTo("-186145.67");
        assertThat(IntStream.range(0, 6)
                        .mapToObj(i -> refund.getJsonArray("shares").getJsonObject(i))
                        .map(share -> share.getString("target") + " " + share.getString("amount")))
                .contains("999601391 -31024.27", "974760819 -31024.28");

        JsonObject own = json(system.getAs("demo-finance-ra", "api/v1/allocations/" + run.getString("number")));
        assertThat(own.getJsonObject("perOrganisation")).containsOnlyKeys("974760819");
        assertThat(system.postAs("demo-finance-ra", "api/v1/allocations", "{\"period\":\"2026-10\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void readings_come_in_as_csv_and_a_bad_row_is_named() {
        String header = "reading,line,agency,offering,meter,used_on,quantity,source\n";
        HttpResponse<String> bad = system.send(
                "POST",
                "api/v1/measurements/usage",
                header + "T-1,XX-010,,,hours,2026-11-02,1,test\n",
                "Authorization",
                "Bearer demo-finance",
                "Content-Type",
                "text/csv");
        assertThat(bad.statusCode()).isEqualTo(422);
        JsonObject problem = json(bad);
        assertThat(problem.getInt("accepted")).isZero();
        assertThat(problem.getJsonArray("rejected").getJsonObject(0).getString("path"))
                .isEqualTo("line");
        String good = header + "T-1,RA-320,974760819,SUP-ADV-TIM,hours,2026-11-02,1.5,test\n";
        for (int time = 0; time < 2; time++) {
            JsonObject taken = json(system.send(
                    "POST",
                    "api/v1/measurements/usage",
                    good,
                    "Authorization",
                    "Bearer demo-finance",
                    "Content-Type",
                    "text/csv"));
            assertThat(taken.getInt("accepted")).isEqualTo(1 - time);
            assertThat(taken.getInt("duplicates")).isEqualTo(time);
        }
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
